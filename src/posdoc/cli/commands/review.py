"""``posdoc review``: confirm that job descriptions are right, and list those that have to be read again."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from posdoc.cli.language import say
from posdoc.cli.workspaces import workspace_of

if TYPE_CHECKING:
    from posdoc.check import Checked
    from posdoc.model import PartialDate, Position
    from posdoc.reviews.stamping import Signature

AUTHOR = "POSDOC_AUTHOR"
"""The variable of the environment that says who reviews, where git is not to be asked."""
MOST_NAMED = 5
"""How many positions are named, of those that were reviewed."""


@click.command(
    "review",
    help=say(
        "复审：确认岗位说明书仍然正确，记入 reviews.yaml。\n\n给出岗位标识，就确认这些岗位；什么都不写，就列出哪些岗位要再看、"
        "为什么。岗位本身或它所依据的内容（上级、共享指标、晋升岗位等）以后变了，posdoc check 会提醒。"
        "列出时有要再看的，退出状态为 1。",
        "Confirm that job descriptions are right, in reviews.yaml.\n\nWith ids, these positions are confirmed; without any, "
        "what has to be read again is listed, and why. When a position or what it depends on (superior, shared indicators, "
        "steps of promotion …) changes later, posdoc check says so. The status of the list is 1 if anything has to be "
        "read again.",
    ),
    short_help=say("复审岗位，列出要再看的", "Confirm job descriptions, list those to read again"),
)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--all",
    "is_all",
    is_flag=True,
    help=say(
        "确认所有岗位，以及部门和设置中的译文。", "All positions, and the translations of units and settings as well."
    ),
)
@click.option(
    "--approve",
    is_flag=True,
    help=say(
        "同时记下：已批准的岗位，批准的就是现在的内容；以后不升版而改内容会报错。",
        "Note as well that what these approved positions say now is what was approved: to change it later without a new "
        "version is an error.",
    ),
)
@click.option(
    "--by",
    metavar="NAME",
    help=say(
        "谁复审的；不写则取 POSDOC_AUTHOR，再不然取 git 的 user.name。",
        "Who reviews; else POSDOC_AUTHOR, else user.name of git.",
    ),
)
@click.option(
    "--date", "day", default="", metavar="YYYY-MM-DD", help=say("复审日期；不写为今天。", "When; else today.")
)
@click.pass_context
def review(context: click.Context, ids: tuple[str, ...], is_all: bool, approve: bool, by: str | None, day: str) -> int:
    """Confirm or list, and return the exit status."""
    from posdoc.check import check
    from posdoc.cli.reviewing import is_anything_suspect, listed
    from posdoc.cli.today import today
    from posdoc.reviews.stamping import Signature

    if (by is not None or day or approve) and not (ids or is_all):
        zh, en = (
            "--by、--date 和 --approve 要和岗位标识或 --all 一起用。",
            "--by, --date and --approve go with ids, or --all.",
        )
        raise click.UsageError(say(zh, en))
    if ids and is_all:
        raise click.UsageError(say("--all 不要和岗位标识一起写。", "Give either ids or --all."))
    root = workspace_of(context)
    when = _day(day)
    checked = check(root, today=today())
    if _cannot_be_used(checked):
        return 2 if checked.settings_are_bad else 1
    if not ids and not is_all:
        click.echo(listed(checked.organization), nl=False)
        return 1 if is_anything_suspect(checked.organization) else 0
    signature = Signature(_author(root) if by is None else by.strip(), when)
    return _confirm(checked, ids, signature, is_all=is_all, with_approval=approve)


def _cannot_be_used(checked: Checked) -> bool:
    """Whether the settings or the stamps are wrong, so that nothing can be said; then it has been said why."""
    from posdoc.cli.output import show_findings
    from posdoc.diagnostics import Severity
    from posdoc.workspace_files import REVIEWS_FILE, SETTINGS_FILE

    bad = [
        finding
        for finding in checked.findings
        if finding.severity is Severity.ERROR
        and (finding.span.path == REVIEWS_FILE or (checked.settings_are_bad and finding.span.path == SETTINGS_FILE))
    ]
    if bad:
        show_findings(bad, checked.root, err=True)
        zh = "没有复审：请先改正以上问题。合并留下的冲突，删去标记行，两边的记录都留下。"
        en = "Nothing was reviewed: mend this first. Of a conflict left by a merge, delete the marks and keep both sides."
        click.echo(say(zh, en), err=True)
    return bool(bad)


def _confirm(checked: Checked, ids: tuple[str, ...], signature: Signature, *, is_all: bool, with_approval: bool) -> int:
    from posdoc.cli.reviewing import approve_all, confirm, positions_asked, write

    asked = positions_asked(checked.organization, ids, is_all=is_all)
    right = [position for position in asked if not _has_errors(checked, position)]
    if not right:
        return 1 if asked else 0
    reviews = confirm(checked, right, signature, with_rest=is_all)
    reviews, without = approve_all(checked, reviews, right) if with_approval else (reviews, [])
    write(checked, reviews)
    _tell(right, without)
    return 0 if len(right) == len(asked) and not without else 1


def _tell(positions: list[Position], not_approved: list[Position]) -> None:
    """Say what was done, and for which positions no approval could be noted."""
    many, names = len(positions), [position.id for position in positions]
    zh = "、".join(names) if many <= MOST_NAMED else f"{'、'.join(names[:MOST_NAMED])} 等 {many} 个岗位"
    en = ", ".join(names) if many <= MOST_NAMED else f"{', '.join(names[:MOST_NAMED])} and {many - MOST_NAMED} more"
    click.echo(say(f"已复审 {zh}，记入 reviews.yaml。", f"Reviewed {en}; noted in reviews.yaml."))
    for position in not_approved:
        click.echo(
            say(
                f"{position.id} 没有记批准：document 要写明 version，status 要是 approved。",
                f"No approval was noted for {position.id}: its document needs a version, and the status approved.",
            ),
            err=True,
        )


def _has_errors(checked: Checked, position: Position) -> bool:
    """Whether a position has errors; then they have been shown."""
    from posdoc.cli.output import show_findings
    from posdoc.cli.reviewing import errors_of

    errors = errors_of(checked, position)
    if errors:
        show_findings(errors, checked.root, err=True)
        click.echo(
            say(f"{position.id} 有错误，没有复审。", f"{position.id} has errors and was not reviewed."), err=True
        )
    return bool(errors)


def _day(asked: str) -> PartialDate:
    from posdoc.cli.dates import partial_date
    from posdoc.cli.today import today
    from posdoc.model import PartialDate

    now = today()
    return partial_date(asked) if asked else PartialDate(now.year, now.month, now.day)


def _author(root: Path) -> str:
    """Who works here: as the environment says, else as git does; empty where neither knows."""
    named = os.environ.get(AUTHOR, "").strip()
    if named:
        return named
    from posdoc.vcs import Repository, is_versioned

    return Repository.around(root).author() if is_versioned(root) else ""


COMMAND = review
COMMAND.place = 5  # type: ignore[attr-defined]
