"""posdoc: Word job descriptions and org charts from position definitions kept as text.

The public API is what this module names: :func:`load`, :func:`check` and :func:`build`. Everything is
imported when it is first used, so that importing posdoc costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from posdoc.build import build
    from posdoc.check import check
    from posdoc.load import load

__version__ = "0.1.0"
__all__ = ["__version__", "build", "check", "load"]

_HOMES = {"build": "posdoc.build", "check": "posdoc.check", "load": "posdoc.load"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
