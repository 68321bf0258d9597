"""Putting one document together: which form, which view, which charts."""

from posdoc.documents.digests import digest_of
from posdoc.documents.forms import forms, open_form
from posdoc.documents.of_department import department_document
from posdoc.documents.of_position import position_document
from posdoc.documents.of_unit import unit_document

__all__ = ["department_document", "digest_of", "forms", "open_form", "position_document", "unit_document"]
