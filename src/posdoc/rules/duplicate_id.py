"""Two files give the same id."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Span
from posdoc.model import Organization
from posdoc.phrases import Phrase

KIND = Kind("POS205", "duplicate-id")
WHAT = Phrase("两个岗位文件同名，即标识相同。", "Two position files have the same name and so the same id.")
WHY = Phrase(
    "文件名就是岗位标识，全工作区唯一；放在不同部门的文件夹里也不能同名。",
    "The file's name is the id of the position, one in the whole workspace, whatever folder it lies in.",
)
LOCAL = False
PASSING = (
    """\
## posdoc.yaml
organization: 公司
## positions/east/unit.yaml
title: 华东
## positions/east/east-engineer.yaml
title: 华东工程师
## positions/south/unit.yaml
title: 华南
## positions/south/south-engineer.yaml
title: 华南工程师
reports_to: east-engineer
""",
)
FAILING = (
    """\
## posdoc.yaml
organization: 公司
## positions/east/unit.yaml
title: 华东
## positions/east/engineer.yaml
title: 华东工程师
## positions/south/unit.yaml
title: 华南
## positions/south/engineer.yaml
«»title: 华南工程师
""",
)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each file whose id another file took first."""
    for position in organization.duplicates:
        first = organization.by_id[position.id]
        yield Diagnostic(
            KIND,
            Span(position.path),
            Phrase(f"标识“{position.id}”重复", f"the id '{position.id}' is used twice"),
            Phrase("给其中一个文件改名", "rename one of the files"),
            (Related(Span(first.path), Phrase("第一次使用在此", "used first here")),),
        )
