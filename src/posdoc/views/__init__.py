"""From an :class:`~posdoc.model.Organization` and a language to plain dicts, lists and strings, ready to print."""
