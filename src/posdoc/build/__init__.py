"""Making what a workspace publishes: what to make, in what order, and writing it so that nothing is half-written.

The names are imported when they are first used: making a workspace needs none of what documents and charts need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from posdoc.build.current import build
    from posdoc.build.plan import ChartJob, DocumentJob
    from posdoc.build.request import Built, Choice, Request

__all__ = ["Built", "ChartJob", "Choice", "DocumentJob", "Request", "build"]

_HOMES = {
    "Built": "request",
    "ChartJob": "plan",
    "Choice": "request",
    "DocumentJob": "plan",
    "Request": "request",
    "build": "current",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
