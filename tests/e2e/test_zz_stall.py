import time, sys
from osubrowser.services.places import UserPlace
from tests.e2e.conftest import Browser, start
from tests.benchmarks.test_scroll import Stalls
__all__=["start"]
def test_first(start, qtbot, demo_server, monkeypatch):
    monkeypatch.setenv("OSUBROWSER_CLIENT_ID", demo_server.client_id)
    monkeypatch.setenv("OSUBROWSER_CLIENT_SECRET", demo_server.client_secret)
    b=start("--server", demo_server.url)
    b.run(b.app.account.guest_from_environment())
    b.wait_for_rows()
    nav=b.window.navigator; qtbot.wait(4000)
    for round_ in range(2):
      for user in (28620460, 10977734):
        for sec in ("overview","best","recent","most_played","beatmaps","activity","kudosu","medals","me","compare"):
            s=Stalls(); qtbot.wait(30); s.take()
            t=time.perf_counter()
            place=UserPlace(user,"osu",section=sec) if sec!="compare" else UserPlace(user,"osu",compare=2)
            nav.open(place)
            sync=time.perf_counter()-t
            p=nav.page
            b.wait(lambda: p.is_settled and p.profile is not None and p.profile.id==user)
            settled=time.perf_counter()-t
            qtbot.wait(120)
            print(f"{round_} {user} {sec:12} sync {sync*1000:6.1f} settled {settled*1000:6.1f} stall {s.take()*1000:6.1f}")
            s.stop()
