"""A tricky case that is right: a small workspace of which nothing may be said."""

from __future__ import annotations

from typing import NamedTuple


class Right(NamedTuple):
    """One such case."""

    name: str
    example: str


def right(name: str, example: str) -> Right:
    """A case of a company that prints Chinese; with settings of its own where ``example`` begins with them."""
    head = "" if example.startswith("## posdoc.yaml") else "## posdoc.yaml\norganization: 远岚环境设备股份有限公司\n"
    return Right(name, head + example)


def manager(name: str, body: str) -> Right:
    """A case about a single position, 售后经理."""
    head = "## positions/service/unit.yaml\ntitle: 售后服务部\n## positions/service/service-manager.yaml\n"
    return right(name, f"{head}title: 售后经理\n{body}")
