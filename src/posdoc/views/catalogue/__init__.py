"""The catalogue of fields: every path that a template about a position, a unit, the department or changes can use.

What a view holds is declared here once more, with its meaning: a test proves that views hold exactly this.
"""

from __future__ import annotations

from posdoc.template.shape import Group
from posdoc.views.catalogue.changes import CHANGES
from posdoc.views.catalogue.department import DEPARTMENT
from posdoc.views.catalogue.position import POSITION
from posdoc.views.catalogue.unit import UNIT

CATALOGUE: dict[str, Group] = {"position": POSITION, "unit": UNIT, "department": DEPARTMENT, "changes": CHANGES}
"""By the subject of a form."""

__all__ = ["CATALOGUE"]
