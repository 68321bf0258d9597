"""Tables as values (:mod:`posdoc.tables.sheet`), and their forms: Excel, CSV, and aligned text for a terminal.

``stats.py`` and its like make sheets of views; ``excel.py`` alone imports openpyxl.
"""
