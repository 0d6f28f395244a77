#!/usr/bin/env bash
# The Debian package in an empty Debian: apt installs it, it starts, the desktop knows it, and removed it leaves the user's data alone.
# usage: debian_root.sh PACKAGE.deb [SUITE]
set -euo pipefail
deb=$(realpath "$1")
# shellcheck disable=SC1091 # a file of the system
suite=${2:-$(. /etc/os-release && echo "${VERSION_CODENAME-}")}

skip() { echo "skipped: $1"; exit 0; }
[ "$(id -u)" = 0 ] || skip "only root can make a root folder of a system"
command -v debootstrap >/dev/null || skip "debootstrap is not installed"
# shellcheck disable=SC1091
[ "$(. /etc/os-release && echo "$ID")" = debian ] || [ $# = 2 ] || skip "this is no Debian: name a suite"

if [ -z "${OSUBROWSER_ROOT_NAMESPACE-}" ]; then # mounts end with the namespace
  OSUBROWSER_ROOT_NAMESPACE=1 exec unshare --mount --propagation private "$0" "$deb" "$suite"
fi

say() { printf '  %s (%ss)\n' "$1" "$SECONDS"; }
fail() { echo "failed: $1" >&2; exit 1; }

work=$(mktemp -d)
root=$work/root
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  umount -l "$root"/{proc,dev/shm,dev,tmp/.X11-unix} 2>/dev/null || true
  rm -rf --one-file-system "$work"
}
trap finish EXIT

# The empty system, and what apt has fetched, are the same for weeks.
cache=${OSUBROWSER_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/osubrowser-ci}
base=$cache/debian-$suite.tar
mkdir -p "$cache/archives-$suite" "$root"
if [ -z "$(find "$base" -mtime -30 2>/dev/null)" ]; then
  debootstrap --variant=minbase "$suite" "$root" >"$work/debootstrap.log" || { tail "$work/debootstrap.log"; exit 1; }
  tar -cf "$base.$$" -C "$root" . && mv "$base.$$" "$base"
else
  tar -xf "$base" -C "$root"
fi
say "an empty Debian $suite"

cp /etc/resolv.conf "$root/etc/resolv.conf"
echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/test"
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" && chmod +x "$root/usr/sbin/policy-rc.d"
mount -t proc proc "$root/proc"
mount --bind /dev "$root/dev"
mount -t tmpfs tmpfs "$root/dev/shm"
cp -f "$cache/archives-$suite"/*.deb "$root/var/cache/apt/archives/" 2>/dev/null || true
cp "$deb" "$root/tmp/osubrowser.deb"

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
user() { inside runuser -u player -- env HOME=/home/player XDG_CURRENT_DESKTOP=test "${display[@]}" "$@"; }
apt() { inside apt-get -qq -y -o Dpkg::Use-Pty=0 "$@" >"$work/apt.log" 2>&1 || { tail -n 30 "$work/apt.log"; fail "apt-get $*"; }; }
files() { # what a removal may not leave: everything but the logs and lists of the package manager itself
  (cd "$root" && find . -xdev \( -path ./var/lib/dpkg -o -path ./var/lib/apt -o -path ./var/cache -o -path ./var/log -o -path ./tmp \
    -o -path ./home \) -prune -o -printf '%p %y %s\n' | grep -v ' d ' | sort)
  (cd "$root" && find . -xdev \( -path ./var/lib/dpkg -o -path ./var/lib/apt -o -path ./tmp -o -path ./home \) -prune -o -type d -print | sort)
}
handler() { user xdg-mime query default "$1"; }

display=(QT_QPA_PLATFORM=offscreen)
if command -v Xvfb >/dev/null; then
  mkdir -p /tmp/.X11-unix "$root/tmp/.X11-unix"
  mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
  exec 3>"$work/display"
  Xvfb -displayfd 3 -ac -nolisten tcp -screen 0 1280x800x24 >/dev/null 2>&1 &
  server=$!
  for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
  display=(QT_QPA_PLATFORM=xcb "DISPLAY=:$(cat "$work/display")")
fi

inside useradd --create-home player
inside apt-get -qq update
apt install --no-install-recommends /tmp/osubrowser.deb
say "installed with what it depends on: $(inside dpkg-query -W | wc -l) packages"
[ ! -e "$root/usr/bin/python3" ] || fail "a Python came along"

user osubrowser --version
user timeout 600 osubrowser --self-test >"$work/self-test.log" 2>&1 || { tail -n 20 "$work/self-test.log"; fail "the self-test"; }
say "self-test of $(grep -c '^ok' "$work/self-test.log") pages as a normal user, ${display[0]}"

apt purge osubrowser
read -ra recommended < <(inside dpkg-deb -f /tmp/osubrowser.deb Recommends | tr -d ,)
apt install "${recommended[@]}"
cp -n "$root"/var/cache/apt/archives/*.deb "$cache/archives-$suite/"
files >"$work/before"
apt install /tmp/osubrowser.deb
say "installed with what it recommends"

for type in application/x-osu-replay x-scheme-handler/osubrowser; do
  [ "$(handler "$type")" = osubrowser.desktop ] || fail "$type is opened by '$(handler "$type")'"
done
printf '\0\x10\x0c\x35\x01\x0b\x20%032d\x0b\0' 0 >"$root/home/player/replay.osr"
[ "$(user xdg-mime query filetype /home/player/replay.osr)" = application/x-osu-replay ] || fail "the type of a replay"
grep -q 'application/x-osu-replay=osubrowser.desktop' "$root/usr/share/applications/mimeinfo.cache" || fail "the desktop database"
say "replays and osubrowser: links are opened by it"

# What the desktop opens comes to the window that runs: a start that found none would be one, and stay.
user osubrowser --demo >"$work/window.log" 2>&1 &
window=$!
lock=$root/home/player/.local/share/osubrowser/lock
for _ in $(seq 600); do [ -s "$lock" ] && break; sleep 0.1; done
for target in osubrowser:users/2 /home/player/replay.osr; do
  [ "${display[0]}" = QT_QPA_PLATFORM=xcb ] || { echo "  skipped without Xvfb: xdg-open $target"; continue; }
  user timeout 120 xdg-open "$target" >"$work/open.log" 2>&1 ||
    { cat "$work/open.log" "$work/window.log"; fail "the window does not take $target"; }
done
kill -TERM "$(head -n 1 "$lock")"
wait "$window" || { cat "$work/window.log"; fail "the window ends with an error"; }
say "xdg-open hands a link and a replay to the window that runs"

kept=$(cd "$root/home/player" && find . -path '*osubrowser*' -type f | sort)
[ -n "$kept" ] || fail "a start wrote no data of the user"

apt remove osubrowser
[ -z "$(handler x-scheme-handler/osubrowser)" ] || fail "the scheme has a handler after the removal"
inside dpkg --purge osubrowser >/dev/null 2>&1
files >"$work/after"
diff "$work/before" "$work/after" || fail "the removal leaves this"
[ "$kept" = "$(cd "$root/home/player" && find . -path '*osubrowser*' -type f | sort)" ] || fail "the user's data changed"
say "removed: nothing is left but the user's data ($(wc -l <<<"$kept") files)"
