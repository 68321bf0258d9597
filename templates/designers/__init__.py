"""The designers of the Word forms that ship with posdoc: each writes one ``templates/<form>.docx``.

A form made here is a plain Word file that HR can change in Word; the designer keeps it reviewable. Run
``python -m templates.designers`` after a change; a test proves that the committed files are current.
"""
