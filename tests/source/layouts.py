"""YAML text in every sort of layout, with a comment wherever one may stand."""

from __future__ import annotations

import re
from random import Random

WORDS = ["甲", "乙方", "a", "b c", "售后 服务", "12", "30%", "yes", "x-y", "2021-03-01", "it's", 'say "hi"', "a#b"]
KEYS = ["title", "code", "zh", "en", "text", "area", "甲", '"q: k"', "'s'", "no"]
LANGUAGES = ["zh", "en", "area"]
MARK = re.compile(r"# 注(\d+)\.")
"""Every comment has a number of its own."""
DEEPEST = 4


class Layouts:
    """Makes files. Not all of them are such that posdoc reads them without a finding."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.count = 0
        self.step = random.choice([2, 2, 2, 4])
        self.dash = random.choice([2, 2, 0])

    def file(self) -> str:
        """The text of a file."""
        lines = self.comments(0, 40) + (["---"] if self.chance(10) else [])
        lines += self.mapping(0, 0) if self.chance(80) else self.list(0, 0)
        lines += self.comments(0, 30)
        end = self.random.choice(["\n", "\n", "\n", "\r\n"])
        return end.join(lines) + (end if self.chance(80) else "")

    def chance(self, percent: int) -> bool:
        return self.random.random() * 100 < percent

    def comment(self) -> str:
        self.count += 1
        return f"# 注{self.count}."

    def comments(self, indent: int, percent: int) -> list[str]:
        """Lines of comment and empty lines, if any."""
        lines: list[str] = []
        while self.chance(percent):
            margin = self.random.choice([indent, indent, self.random.randrange(indent + 4)])
            lines.append("" if self.chance(25) else " " * margin + self.comment())
        return lines

    def tail(self) -> str:
        return f"  {self.comment()}" if self.chance(20) else ""

    def mapping(self, indent: int, depth: int) -> list[str]:
        lines: list[str] = []
        for place, key in enumerate(self.random.sample(KEYS, self.random.randint(1, 4))):
            lines += self.comments(indent, 15) if place else []
            first, rest = self.value(indent, depth + 1, in_list=False)
            lines += [" " * indent + key + (":" if self.chance(90) else " :") + first, *rest]
        return lines

    def list(self, indent: int, depth: int) -> list[str]:
        lines: list[str] = []
        for place in range(self.random.randint(1, 4)):
            lines += self.comments(indent, 15) if place else []
            if self.chance(30) and depth < DEEPEST:
                nested = (self.mapping if self.chance(70) else self.list)(indent + 2, depth + 1)
                lines += [f"{' ' * indent}- {nested[0].strip()}", *nested[1:]]
            else:
                first, rest = self.value(indent, depth + 1, in_list=True)
                lines += [f"{' ' * indent}-{first}", *rest]
        return lines

    def value(self, indent: int, depth: int, *, in_list: bool) -> tuple[str, list[str]]:
        """What stands behind a key or dash, and the lines that follow."""
        below = indent + self.step
        match self.random.randrange(12 if depth < DEEPEST else 8):
            case 0:
                return self.tail(), []
            case 1:
                return self.text_block(below)
            case 2:
                return self.lines_in_brackets(below)
            case 3:
                quote = self.random.choice(["", "'", '"'])
                return f" {quote}甲 一", [f"{' ' * below}乙 二{quote}{self.tail()}"]
            case 4 | 5 | 6:
                return " " * self.random.choice([1, 1, 1, 3]) + self.scalar() + self.tail(), []
            case 7:
                return f" {self.flow(depth)}{self.tail()}", []
            case kind:
                head, above = self.tail(), self.comments(below, 20)
                if kind < 10 or in_list:
                    return head, [*above, *self.mapping(below, depth)]
                return head, [*above, *self.list(indent + self.dash, depth)]

    def text_block(self, indent: int) -> tuple[str, list[str]]:
        lines = [" " * indent + self.random.choice(WORDS) for _ in range(self.random.randint(1, 3))]
        if self.chance(30):
            lines.insert(1, "")
        if self.chance(20):
            lines.append("")
        return f" {self.random.choice(['|', '|-', '>', '>-'])}{self.tail()}", lines

    def scalar(self) -> str:
        word = self.random.choice(WORDS)
        double, single = word.replace('"', '\\"'), word.replace("'", "''")
        return self.random.choice([word, word, f'"{double}"', f"'{single}'"])

    def flow(self, depth: int) -> str:
        """A list or mapping in one line."""
        one, two = self.scalar(), self.scalar()
        if depth >= DEEPEST or self.chance(50):
            simple = ["[]", "{}", f"[{one}]", f"[{one}, {two}]", f"{{zh: {one}, en: {two}}}", f"[{one}, ]"]
            return self.random.choice([*simple, "{zh: , en: x}", "{zh}", "[zh: 1, x]", '{"zh":"y"}'])
        inner = [self.flow(depth + 1) for _ in range(self.random.randint(1, 3))]
        if self.chance(50):
            return f"[{', '.join(inner)}]"
        return "{" + ", ".join(f"{key}: {value}" for key, value in zip(LANGUAGES, inner, strict=False)) + "}"

    def lines_in_brackets(self, indent: int) -> tuple[str, list[str]]:
        """A list or mapping in brackets or braces, with a line for each item."""
        opened, closed = self.random.choice(["[]", "{}"])
        lines: list[str] = []
        count = self.random.randint(1, 3)
        for place, key in enumerate(LANGUAGES[:count]):
            part = self.flow(DEEPEST) if opened == "[" else f"{key}: {self.flow(DEEPEST)}"
            comma = "," if place + 1 < count or self.chance(50) else ""
            lines += [" " * indent + self.comment()] if self.chance(20) and lines else []
            lines.append(f"{' ' * indent}{part}{comma}{self.tail()}")
        lines.append(f"{' ' * indent}{closed}")
        if self.chance(30):
            return f" {opened}{lines[0].strip()}", lines[1:]
        if self.chance(20):
            return self.tail(), [*self.comments(indent, 20), " " * indent + opened, *lines]
        return f" {opened}{self.tail()}", lines
