"""``posdoc bump``: raise the versions of job descriptions by what has changed in them, and approve them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from posdoc.cli.asking import may_write
from posdoc.cli.language import LANGUAGE, say
from posdoc.cli.workspaces import workspace_of

if TYPE_CHECKING:
    from posdoc.cli.bumping import Bump, Wishes


@click.command(
    "bump",
    help=say(
        "按改动升版本：与 git 中这一版刚定下时相比，改了上级、职等、占比等升主版本（1.3 → 2.0），改文字升次版本（1.3 → 1.4）；"
        "规则见 posdoc.yaml 的 versions。\n\n同时写好修订记录（改了什么），撰写日期为今天，状态改为审核中。--approve 记为已批准，"
        "并在 reviews.yaml 中记下批准的内容。先看改动，确认后才写入。",
        "Raise versions by what has changed since git first had them: superiors, grades and percentages raise the major one "
        "(1.3 to 2.0), texts the minor one (1.3 to 1.4); see versions in posdoc.yaml.\n\nThe revision table gets an entry that "
        "says what changed, the date of writing is today, and the status in review. --approve makes it approved and notes in "
        "reviews.yaml what was. The changes are shown first, and written when you say so.",
    ),
    short_help=say("升版本、写修订记录、批准", "Raise versions, and approve them"),
)
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option(
    "--all", "is_all", is_flag=True, help=say("所有改过的岗位和部门。", "All positions and units that have changed.")
)
@click.option("--major", "level", flag_value="major", help=say("升主版本。", "Raise the major version."))
@click.option("--minor", "level", flag_value="minor", help=say("升次版本。", "Raise the minor version."))
@click.option(
    "--since",
    default="",
    metavar="OLD",
    help=say("与哪个版本或文件夹相比。", "The revision or folder to compare with."),
)
@click.option(
    "--reason",
    default="",
    metavar="TEXT",
    help=say("修订原因，写在修订记录里。", "Why; it goes into the revision table."),
)
@click.option(
    "--by",
    default="",
    metavar="NAME",
    help=say("修订人；默认取 git 的 user.name。", "Who; user.name of git if left out."),
)
@click.option(
    "--date", "day", default="", metavar="YYYY-MM-DD", help=say("日期；默认今天。", "When; today if left out.")
)
@click.option("--approve", is_flag=True, help=say("记为已批准。", "Make it approved."))
@click.option(
    "--effective",
    default="",
    metavar="YYYY-MM-DD",
    help=say("生效日期；默认批准日期。", "In force from; the date of approval if left out."),
)
@click.option("--dry-run", is_flag=True, help=say("只看，不写。", "Only show; write nothing."))
@click.option("--yes", is_flag=True, help=say("直接写入，不再询问。", "Write without asking."))
@click.pass_context
def bump(
    context: click.Context, ids: tuple[str, ...], is_all: bool, level: str | None, since: str, reason: str, by: str,
    day: str, approve: bool, effective: str, dry_run: bool, yes: bool,
) -> int:  # fmt: skip
    """Find what to raise, show it, write it, and return the exit status."""
    from posdoc.cli.bumping import Wishes, bumps

    if bool(ids) == is_all:
        raise click.UsageError(say("写岗位的标识，或用 --all。", "Give ids, or --all."))
    root = workspace_of(context)
    wishes = Wishes(
        ids, since, level or "", reason, by or _author(root), _date(day), approve, _date(effective) if effective else ""
    )
    found = bumps(root, wishes)
    for one in found:
        click.echo(_told(one))
    wanted = [one for one in found if one.data is not None]
    if not found:
        click.echo(say("没有要升版的。", "There is nothing to raise."))
    if not wanted:
        return 0
    if dry_run or not may_write(yes):
        return 0
    _write(root, wanted, wishes)
    return 0


def _told(one: Bump) -> str:
    from posdoc.reporters.text import visible

    name = click.style(visible(f"{one.title} ({one.subject.id})"), bold=True)
    said = say(f"{name}：{visible(one.what.zh)}", f"{name}: {visible(one.what.en)}")
    text = visible(one.text.get(LANGUAGE) or next(iter(one.text.values()), ""))
    return f"{said}\n    {text}" if text else said


def _write(root: Path, wanted: list[Bump], wishes: Wishes) -> None:
    from posdoc.cli.bumping import write

    write(root, wanted, wishes)
    files = len(wanted)
    click.echo(say(f"写入了 {files} 个文件。", f"Wrote {files} file{'' if files == 1 else 's'}."), err=True)


def _date(asked: str) -> str:
    from posdoc.cli.dates import partial_date
    from posdoc.cli.today import today

    return str(partial_date(asked)) if asked else today().isoformat()


def _author(root: Path) -> str:
    from posdoc.vcs import Repository, is_versioned

    return Repository.around(root).author() if is_versioned(root) else ""


COMMAND = bump
COMMAND.place = 5.7  # type: ignore[attr-defined]
