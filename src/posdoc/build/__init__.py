"""Making what a workspace publishes: what to make, in what order, and writing it so that nothing is half-written."""

from posdoc.build.plan import ChartJob, DocumentJob
from posdoc.build.run import Built, Request, build

__all__ = ["Built", "ChartJob", "DocumentJob", "Request", "build"]
