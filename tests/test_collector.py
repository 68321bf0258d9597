import gc

import pytest

from posdoc.collector import collector_off


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
