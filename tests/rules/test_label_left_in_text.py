"""Texts that begin with the label of their own field."""

from __future__ import annotations

from pathlib import Path

import pytest

from posdoc.diagnostics import Severity
from posdoc.rules import label_left_in_text
from tests.rules.marked import check_marks
from tests.rules.wording import HEAD, POSITION, SETTINGS, hint_of, one, repaired

FOUND = {
    "forms 3.29 purpose": "purpose: «岗位目的：»解决问题\n",
    "another name": "purpose: «本职：»解决问题\n",
    "a space": "purpose: «岗位目的 ：\u3000»解决问题\n",
    "half-width": "purpose: '«岗位目的: »解决问题'\n",
    "English": "purpose: {en: '«Purpose: »To solve problems'}\n",
    "any case": "purpose: {en: '«PURPOSE:»To solve problems'}\n",
    "duties": "duties: [«职责：»巡检, {text: «职责描述：»巡检, tasks: [«工作任务：»检查], measures: [«衡量标准：»及时]}]\n",
    "hours": "conditions: {hours: «工作时间：»8:30—17:30}\n",
    "education": "qualifications: [{item: education, required: «学历：»大专, preferred: «学历：»本科}]\n",
    "its own label": "qualifications: [{item: other, label: 驾照, required: «驾照：»C1}]\n",
    "required": "qualifications: [{item: other, required: «必备条件：»驾照}]\n",
    "a note": "document: {notes: [«备注：»每年复核]}\n",
}
SILENT = {
    "the label without a colon": "purpose: 岗位目的明确\n",
    "another field": "purpose: 岗位概述：解决问题\n",
    "another item": "qualifications: [{item: education, required: 专业：机电}]\n",
    "the item in another field": "duties: [学历：审核]\n",
    "later": "purpose: 解决问题，岗位目的：服务\n",
    "a colon first": "purpose: ：解决问题\n",
    "no item": "qualifications: [{item: other, required: 驾照：C1}]\n",
    "other words": "duties: [投诉处理：受理并跟踪]\n",
    "English": "purpose: {en: 'Two purposes: service'}\n",
    "a long beginning": "purpose: {en: 'Purpose of this position and its holder: service'}\n",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_found_and_mended(text: str, tmp_path: Path) -> None:
    mended = text
    while "«" in mended:
        mended = mended[: mended.index("«")] + mended[mended.index("»") + 1 :]
    assert repaired(label_left_in_text, tmp_path, HEAD + text) == mended


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_silent(text: str, tmp_path: Path) -> None:
    assert check_marks(label_left_in_text, tmp_path, HEAD + text) == []


def test_the_labels_of_the_workspace(tmp_path: Path) -> None:
    settings = SETTINGS + "labels: {position.purpose: {zh: 设岗目的}, duty.text: {en: Task}}\n"
    text = "purpose: {zh: «设岗目的：»服务, en: '设岗目的：service'}\noverview: 设岗目的：服务\nduties: [{en: '«Task: »visit'}]\n"
    check_marks(label_left_in_text, tmp_path, settings + POSITION + text)


def test_nothing_but_the_label(tmp_path: Path) -> None:
    finding = one(check_marks(label_left_in_text, tmp_path, HEAD + "purpose: «岗位目的：»\n"))
    assert hint_of(finding) == "write the text, or leave the field out"
    assert finding.fix == ()


def test_no_fix_that_would_break_the_yaml(tmp_path: Path) -> None:
    finding = one(check_marks(label_left_in_text, tmp_path, HEAD + "purpose: «岗位目的：»[保内]维修\n"))
    assert hint_of(finding) == "delete it; the form prints the name"
    assert finding.fix == ()


def test_what_is_said(tmp_path: Path) -> None:
    finding = one(check_marks(label_left_in_text, tmp_path, HEAD + "purpose: «岗位目的：»服务\n"))
    assert finding.message.en == "the text begins with the name of its own field, '岗位目的'"
    assert finding.severity is Severity.INFO
