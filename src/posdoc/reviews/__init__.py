"""Reviews: what the review of a position covers, what of it has changed since, and the stamps that say so.

A review (复审) is somebody's word that a job description is right. It depends on more than the description: on the
superior, on the indicators that are shared, on the steps of promotion. Its stamp in ``reviews.yaml`` holds a short digest
of each of these, so that what has changed since can be told and named. All of it is pure: stamps are values, and whoever
wants them written asks :func:`posdoc.reviews.writing.reviews_text` for the text.
"""
