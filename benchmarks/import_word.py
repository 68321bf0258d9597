"""How long reading a Word file of 138 posts takes, against LibreOffice turning it into text.

The file is made here: a table for each post, with merged section rows, duties, contacts and qualifications, as real
departments have them. It is a measurement, not a test: no bound is an error.

    python -m benchmarks.import_word [ROUNDS]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument

from benchmarks.measuring import POSDOC, Figure, compiled, in_turn, run, table
from posdoc.libreoffice import find_program
from posdoc.phrases import Phrase

ROUNDS, POSTS = 5, 138
PAIRS = (
    ("岗位名称", "{title}", "岗位编号", "SH-{number:03d}"),
    ("所属部门", "第{unit}服务组", "岗位定员", "{people}"),
    ("直接上级", "第{unit}服务组主管", "直接下级", "无"),
)
DUTIES = (
    ("故障处理", "接到报修后两小时内联系用户，判断故障并安排上门。", "30%"),
    ("安装调试", "按图纸和规程完成机组的安装、调试与交付。", "25%"),
    ("巡检保养", "按合同约定的周期巡检机组，填写保养记录。", "20%"),
    ("资料归档", "当日整理工单、照片和签字单，上传系统。", "15%"),
    ("技术支援", "协助兄弟小组处理疑难问题，分享案例。", "10%"),
)
CONTACTS = (("配件组", "领用与退还配件"), ("客服中心", "核对工单"), ("用户", "约定上门时间"))
QUALIFICATIONS = (
    ("学历", "中专及以上", "大专"), ("工作经验", "两年以上现场经验", "五年以上"), ("专业技能", "能看懂电路图", "能改程序"),
    ("证书", "电工证", "制冷工证"), ("综合能力", "能独立与用户沟通", "能带徒弟"),
)  # fmt: skip


def figures(rounds: int, folder: Path) -> list[Figure]:
    """The whole command against LibreOffice; none where that is not installed. One post is read first, to warm up."""
    program = find_program()
    if program is None:
        return []
    file, single = folder / "posts.docx", folder / "single.docx"
    make(POSTS).save(str(file))
    make(1).save(str(single))
    environment = compiled(folder)
    imported(single, folder, environment)
    found = in_turn(
        {
            "posdoc": lambda: imported(file, folder, environment),
            "office": lambda: run(*office_command(str(program), file, folder), environment=environment).wall,
        },
        rounds,
    )
    what = Phrase(f"posdoc import，一个文件里 {POSTS} 个岗位", f"posdoc import of a Word file with {POSTS} posts")
    against = Phrase("LibreOffice 转成文本", "LibreOffice turning it into text")
    return [Figure(what, against, found["posdoc"], found["office"], 0.1)]


def imported(file: Path, folder: Path, environment: dict[str, str]) -> float:
    """How long the command takes, into a folder that is not there."""
    into = folder / "workspace"
    shutil.rmtree(into, ignore_errors=True)
    return run(POSDOC, "import", str(file), "--into", str(into), environment=environment).wall


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        print(table(figures(rounds, Path(folder))))


def office_command(program: str, file: Path, folder: Path) -> list[str]:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    return [program, profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(folder), str(file)]


def make(posts: int) -> WordDocument:
    """A document with a table for each post."""
    document = Document()
    for number in range(1, posts + 1):
        unit = number // 12 + 1
        title = f"第{unit}组服务工程师{number}"
        document.add_heading(f"{number}. {title}岗位说明书", 1)
        _table(document, title, number, unit)
    return document


def _table(document: WordDocument, title: str, number: int, unit: int) -> None:
    table = document.add_table(rows=0, cols=4)
    table.style = "Table Grid"
    rows: list[tuple[str, ...]] = [("一、基本信息",)]
    rows += [
        tuple(text.format(title=title, number=number, unit=unit, people=number % 5 + 1) for text in row)
        for row in PAIRS
    ]
    rows += [("二、岗位目的",), (f"保证第{unit}服务组辖区内的机组正常运行，用户满意。",), ("三、岗位职责",)]
    rows += [("序号", "关键成果领域", "职责", "时间")]
    rows += [(str(place), *duty) for place, duty in enumerate(DUTIES, 1)]
    rows += [
        ("四、工作联系",),
        ("联系对象", "联系内容"),
        *CONTACTS,
        ("五、任职资格",),
        ("项目", "必备条件", "理想条件"),
    ]
    for row in [*rows, *QUALIFICATIONS]:
        _row(table.add_row().cells, row)


def _row(cells: tuple, texts: tuple[str, ...]) -> None:  # type: ignore[type-arg]
    """A row: one text over all cells, three with the last over two, or two over two each."""
    spans = {1: [(0, 3)], 2: [(0, 1), (2, 3)], 3: [(0, 0), (1, 1), (2, 3)], 4: [(place, place) for place in range(4)]}
    for (first, last), text in zip(spans[len(texts)], texts, strict=True):
        cell = cells[first] if first == last else cells[first].merge(cells[last])
        cell.text = text


if __name__ == "__main__":
    main()
