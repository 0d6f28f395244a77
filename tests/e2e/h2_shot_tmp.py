import time
from tests.e2e.conftest import *
from osubrowser.services.places import AppPlace, UserPlace
from osubrowser.services.bookmarks import Bookmark
def test_perf(start, qtbot):
    b=start("--demo"); b.wait_for_rows(30000)
    w=b.window; nav=w.navigator; lib=b.app.library
    lib.bookmarks.merge(Bookmark(f"https://osu.ppy.sh/users/{n}/osu", f"千本桜 player {n}", f"note {n} "*20, 1e9+n) for n in range(2,5002))
    def t(name, f):
        a=time.perf_counter(); r=f(); c=time.perf_counter(); QApplication.processEvents(); d=time.perf_counter()
        print(f"{name:30} {1000*(c-a):7.1f} ms, then {1000*(d-c):7.1f}")
        return r
    t("warm words", lambda: [x.words for x in lib.bookmarks])
    t("open first", lambda: nav.open(AppPlace("bookmarks")))
    qtbot.wait(300)
    p=nav.page
    nav.select(0); qtbot.wait(500)
    t("open again", lambda: nav.select_place(0)); qtbot.wait(100)
    for x in ("p","pl","player 49","player 499","zz",""):
        t("filter "+x, lambda: p.bar.field.setText(x))
    t("select all", p.list.selectAll)
    t("refresh all selected", p._refresh)
    t("select 1", lambda: p.list.select_number(2500))
    t("remove one", p.acting.remove)
    t("undo", p.acting.undo)
    t("move", lambda: p.acting.step(-1))
    t("write", lambda: (p.panel.form.note.setPlainText("hello"), p.panel.flush()))
    p.list.selectAll(); t("remove all", p.acting.remove); t("undo all", p.acting.undo)
    bar=p.list.verticalScrollBar()
    ts=[]
    for n in range(200):
        a=time.perf_counter(); bar.setValue(n*600); QApplication.processEvents(); ts.append(time.perf_counter()-a)
    ts.sort(); print("scroll frame median %.1f p99 %.1f max %.1f ms"%(ts[100]*1e3,ts[197]*1e3,ts[-1]*1e3))
    t("flush", lib.close)
