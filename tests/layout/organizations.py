"""A large made-up company, for charts that need many pages."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from posdoc.charts.graph import Box, Graph, Group, LegendEntry, Line, Link

_WORDS = {
    "zh": {
        "top": "总经理",
        "assistant": "总经理助理",
        "board": "董事会",
        "centres": "销售,售后服务,研发,制造,供应链,财务,人力资源,质量",
        "areas": "华东,华南,华北,西南,西北,华中,东北,海外,技术,综合",
        "posts": "工程师,专员,高级工程师,文员,驻点服务工程师（电气与自动化）,统计员,调度员,培训讲师",
        "names": "张伟,王芳,李娜,刘洋,陈静,杨帆,赵磊,黄敏,周涛,吴霞",
        "centre": "{}中心",
        "head": "{}总监",
        "department": "{1}{0}部",
        "manager": "{1}{0}部经理",
        "team": "{0}{1}组",
        "leader": "{0}{1}组组长",
        "post": "{0}{1}",
        "label": "质量反馈",
        "title": "远岚集团组织架构图",
        "unit": "部门",
        "outside": "集团以外",
        "dotted": "业务汇报（虚线）",
        "vacant": "有空缺的岗位",
    },
    "en": {
        "top": "General Manager",
        "assistant": "Assistant to the General Manager",
        "board": "Board of Directors",
        "centres": "Sales,After-sales Service,Research,Manufacturing,Supply Chain,Finance,Human Resources,Quality",
        "areas": "East,South,North,South-west,North-west,Central,North-east,Overseas,Technical,General",
        "posts": "Engineer,Specialist,Senior Engineer,Clerk,Resident Service Engineer (Electrical),Trainer,Dispatcher",
        "names": "Zhang Wei,Wang Fang,Li Na,Liu Yang,Chen Jing,Yang Fan,Zhao Lei,Huang Min,Zhou Tao,Wu Xia",
        "centre": "{} Centre",
        "head": "Director of {}",
        "department": "{0} {1} Department",
        "manager": "{0} {1} Manager",
        "team": "{0} Team {1}",
        "leader": "{0} Team {1} Leader",
        "post": "{0} {1}",
        "label": "quality feedback",
        "title": "Yuanlan Group Organization Chart",
        "unit": "unit",
        "outside": "outside the group",
        "dotted": "dotted reporting line",
        "vacant": "with vacancies",
    },
}


def company(count: int, language: str = "zh", seed: int = 7) -> Graph:
    """A company of ``count`` positions: centres, departments, teams, and their members; some dotted lines."""
    return _Company(count, language, Random(seed)).graph()


class _Company:
    def __init__(self, count: int, language: str, chance: Random) -> None:
        self.count, self.language, self.chance = count, language, chance
        self.words = _WORDS[language]
        self.lists = {name: self.words[name].split(",") for name in ("centres", "areas", "posts", "names")}
        self.boxes: list[Box] = []
        self.groups: list[Group] = []

    def graph(self) -> Graph:
        words = self.words
        self._add("board", words["board"], None, None, style="outside")
        self._add("gm", words["top"], "board", None)
        self._add("gm-assistant", words["assistant"], "gm", None, assistant=True)
        centres = len(self.lists["centres"])
        for number, name in enumerate(self.lists["centres"]):
            share = (self.count - 2) * (number + 1) // centres - (self.count - 2) * number // centres
            self._centre(f"c{number}", name, share)
        legend = tuple(LegendEntry(style, words[style]) for style in ("vacant", "outside", "unit", "dotted"))  # type: ignore[arg-type]
        boxes = tuple(self.boxes)
        return Graph(words["title"], self.language, boxes, tuple(self.groups), self._links(), legend)

    def _add(self, name: str, title: str, parent: str | None, group: str | None, **more: object) -> None:
        holder = self.chance.choice(self.lists["names"])
        lines = (Line(title), Line("1/1", "subtitle"), Line(holder, "detail"))
        vacant = self.chance.random() < 0.04
        style = {"style": "vacant"} if vacant and "style" not in more else {}
        self.boxes.append(Box(name, lines, parent=parent, group=group, **style, **more))  # type: ignore[arg-type]

    def _centre(self, key: str, name: str, share: int) -> None:
        words = self.words
        self.groups.append(Group(key, words["centre"].format(name)))
        self._add(f"{key}-head", words["head"].format(name), "gm", key)
        left, number = share - 1, 0
        while left > 0:
            size = min(left, self.chance.randint(6, 45))
            self._department(f"{key}d{number}", key, name, self.lists["areas"], number, size)
            left, number = left - size, number + 1

    def _department(self, key: str, centre: str, name: str, areas: Sequence[str], number: int, size: int) -> None:
        words, area = self.words, areas[number % len(areas)] + ("" if number < len(areas) else str(number))
        self.groups.append(Group(key, words["department"].format(name, area), centre))
        self._add(f"{key}-manager", words["manager"].format(name, area), f"{centre}-head", key)
        left, team = size - 1, 0
        while left > 0:
            members = min(left, self.chance.randint(3, 12))
            self._team(f"{key}t{team}", key, area, team + 1, members, alone=size < 10)
            left, team = left - members, team + 1

    def _team(self, key: str, department: str, area: str, number: int, size: int, alone: bool) -> None:
        words, superior, group = self.words, f"{department}-manager", department
        if not alone:
            group = key
            self.groups.append(Group(key, words["team"].format(area, number), department))
            self._add(f"{key}-leader", words["leader"].format(area, number), superior, group)
            superior, size = f"{key}-leader", size - 1
        for member in range(size):
            title = words["post"].format(area, self.chance.choice(self.lists["posts"]))
            self._add(f"{key}-{member}", title, superior, group)

    def _links(self) -> tuple[Link, ...]:
        names = [box.id for box in self.boxes[3:]]
        ends = [(self.chance.choice(names), self.chance.choice(names)) for _ in range(max(2, self.count // 40))]
        return tuple(
            Link(source, target, self.words["label"] if self.chance.random() < 0.5 else "")
            for source, target in ends
            if source != target
        )
