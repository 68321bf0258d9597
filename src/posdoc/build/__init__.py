"""Making what a workspace publishes: what to make, in what order, and writing it so that nothing is half-written.

The names are imported when they are first used: making a workspace needs none of what documents and charts need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from posdoc.build.plan import ChartJob, DocumentJob
    from posdoc.build.run import Built, Request, build

__all__ = ["Built", "ChartJob", "DocumentJob", "Request", "build"]

_HOMES = {"Built": "run", "ChartJob": "plan", "DocumentJob": "plan", "Request": "run", "build": "run"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
