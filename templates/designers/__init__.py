"""The designers of the Word forms that ship with posdoc: each writes one ``templates/<form>.docx``.

A form made here is a plain Word file that HR can change in Word; the designer keeps it reviewable. A designer is a
module with a function ``design`` that returns the file. Run ``python -m templates.designers`` after a change; a
test proves that the committed files are current.
"""

import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent


def designers() -> dict[str, Callable[[], bytes]]:
    """The designers by the names of their forms, found by looking into this folder."""
    modules = (
        import_module(f"{__name__}.{found.name}")
        for found in pkgutil.iter_modules(__path__)
        if found.name != "__main__"
    )
    return {module.__name__.rpartition(".")[2]: module.design for module in modules if hasattr(module, "design")}
