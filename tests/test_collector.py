import gc
from weakref import ref

import pytest

from posdoc.collector import ROOM, _Unseen, collector_off


def test_it_is_off_inside_and_on_again_behind() -> None:
    with collector_off():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_also_when_something_goes_wrong() -> None:
    with pytest.raises(ValueError, match="x"), collector_off():
        raise ValueError("x")
    assert gc.isenabled()


def test_one_inside_another_leaves_it_off() -> None:
    with collector_off():
        with collector_off():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


class Cycle:
    """Rubbish that only the collector finds."""

    def __init__(self) -> None:
        self.itself = self
        self.held = [[] for _ in range(1000)]


def test_rubbish_does_not_pile_up_in_a_program_that_goes_on() -> None:
    """As where one file after the other is imported: each leaves cycles behind, and counts as old at once."""
    with collector_off():
        first = ref(Cycle())
    most = 0
    for _ in range(4 * ROOM // 1000):
        with collector_off():
            Cycle()
        most = max(most, sum(type(one) is Cycle for one in gc.get_referrers(Cycle)))
    assert first() is None
    assert most < 2 * ROOM // 1000


def test_one_large_piece_of_work_is_no_reason_to_collect(monkeypatch: pytest.MonkeyPatch) -> None:
    collected: list[None] = []
    monkeypatch.setattr("posdoc.collector._unseen", _Unseen())
    monkeypatch.setattr("posdoc.collector.gc.collect", lambda: collected.append(None))
    held = []
    for size in (3 * ROOM, ROOM // 2, ROOM // 2):
        with collector_off():
            held += [[] for _ in range(size)]
    with collector_off():
        assert collected == []
    for _ in range(8):
        with collector_off():
            held += [[] for _ in range(ROOM)]
    assert collected == [None]
