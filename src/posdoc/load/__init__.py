"""From the files of a workspace to an :class:`~posdoc.model.Organization`, with findings instead of exceptions.

What loads a whole workspace is imported when it is asked for: the reading of single values, which stands here, too, is
wanted without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from posdoc.load.loading import Loaded, load, load_settings, load_workspace

__all__ = ["Loaded", "load", "load_settings", "load_workspace"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from posdoc.load import loading

    return getattr(loading, name)
