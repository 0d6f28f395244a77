import time, cProfile, pstats
from tests.e2e.conftest import *
from osubrowser.services.places import AppPlace, UserPlace
from osubrowser.services.bookmarks import Bookmark
def test_perf(start, qtbot):
    b=start("--demo"); b.wait_for_rows(30000)
    w=b.window; nav=w.navigator; lib=b.app.library
    lib.bookmarks.merge(Bookmark(f"https://osu.ppy.sh/users/{n}/osu", f"千本桜 player {n}", f"note {n} "*20, 1e9+n) for n in range(2,5002))
    [x.words for x in lib.bookmarks]
    lib.bookmarks._document._path=None
    nav.open(AppPlace("bookmarks")); qtbot.wait(300)
    p=nav.page
    p.list.select_number(2500)
    pr=cProfile.Profile(); pr.enable(); a=time.perf_counter(); p.remove_selected(); print(time.perf_counter()-a); pr.disable()
    pstats.Stats(pr).sort_stats("tottime").print_stats(14)
