"""Digest of the changelog: streams, builds, and the entries of each by category."""

import os
from collections import defaultdict

from ossapi import Ossapi

api = Ossapi(int(os.environ["CLIENT_ID"]), os.environ["CLIENT_SECRET"])
listing = api.changelog_listing(stream="lazer", max_id=None, to=None)
for stream in listing.streams:
    latest = stream.latest_build.display_version if stream.latest_build else "none"
    print(stream.id, stream.name, stream.display_name, stream.is_featured, latest)
for build in listing.builds[:4]:
    print(f"## {build.update_stream.display_name} {build.display_version} ({build.users} users)")
    entries = defaultdict(list)
    for entry in build.changelog_entries or []:
        entries[entry.category].append(entry)
    for category, found in sorted(entries.items()):
        print(f"### {category}")
        for entry in found:
            who = entry.github_user.display_name if entry.github_user else "unknown"
            print(f"- {entry.title or entry.message} ({who}, {entry.type}, major: {entry.major})")
newest = api.changelog_build_lookup("lazer", key=None)
print(newest.id, newest.created_at, newest.version)
same = api.changelog_build_lookup(str(newest.id), key="id")
print(same == newest, same.version == newest.version)
build = api.changelog_build("lazer", newest.version)
before = build.versions.previous
print(before.display_version, build.versions.next)
