"""A duty has a single task, which says the same as the duty."""

from __future__ import annotations

from collections.abc import Iterator

from posdoc.diagnostics import Diagnostic, Kind, Related, Severity
from posdoc.model import Organization, Text
from posdoc.phrases import Phrase
from posdoc.rules._duties import positions_with_duties
from posdoc.rules._said_again import essence

KIND = Kind("POS313", "duty-equals-its-only-task", Severity.WARNING)
WHAT = Phrase(
    "一项职责只有一条任务，而且与职责描述是同一句话（不计标点、空格、序号和开头的“负责”）。",
    "A duty has one task only, which says the same as its text, but for punctuation, spaces, a number or a leading "
    "'responsible for'.",
)
WHY = Phrase(
    "同一句话印两遍，读者得不到新的内容；任务应说明职责怎样完成。",
    "The same sentence is printed twice; tasks are to say how the duty is done.",
)
LOCAL = True
_HEAD = """\
## posdoc.yaml
organization: 公司
## positions/service/unit.yaml
title: 售后部
## positions/service/manager.yaml
title: 售后经理
"""
PASSING = (
    _HEAD + "duties: [{text: 组织部门学习产品知识, tasks: [每月组织一次产品培训并考试]}]\n",
    _HEAD + "duties: [{text: 组织产品学习, tasks: [组织产品学习, 组织考试]}]\n",
)
FAILING = (_HEAD + "duties: [{text: 负责组织部门学习产品知识。, tasks: [«1、组织部门 学习产品知识»]}]\n",)


def check(organization: Organization) -> Iterator[Diagnostic]:
    """Each duty whose only task repeats it."""
    for position in positions_with_duties(organization):
        for duty in position.duties:
            if len(duty.tasks) == 1 and duty.text is not None and _say_the_same(duty.text, duty.tasks[0]):
                yield Diagnostic(
                    KIND,
                    duty.tasks[0].span,
                    Phrase("唯一的任务只是重复了职责描述", "the only task repeats the text of the duty"),
                    Phrase("写出具体怎么做，或删去 tasks", "say how it is done, or take the tasks out"),
                    (Related(duty.text.span, Phrase("职责描述在此", "the text of the duty")),),
                )


def _say_the_same(duty: Text, task: Text) -> bool:
    """Whether they do in a language that both have."""
    return any(
        essence(written) == essence(duty.languages[language])
        for language, written in task.languages.items()
        if language in duty.languages
    )
