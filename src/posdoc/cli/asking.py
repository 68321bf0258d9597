"""Asking before files that exist are changed."""

from __future__ import annotations

import sys

import click

from posdoc.cli.language import say


def may_write(yes: bool) -> bool:
    """Whether the changes that were shown may be made: it was said beforehand, or is said now. Where nobody can be asked,
    it is told how to say it.
    """
    if yes:
        return True
    if sys.stdin.isatty():
        return click.confirm(say("写入这些改动？", "Make these changes?"))
    click.echo(
        say("没有写入。确认后加上 --yes 再运行一次。", "Nothing was written. Add --yes to make the changes."), err=True
    )
    return False
