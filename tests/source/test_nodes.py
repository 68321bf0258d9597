# ruff: noqa: E501  (the outlines are tables)
"""Nodes know their exact place, also with CRLF, block scalars and collections."""

from __future__ import annotations

import pytest

from posdoc.source import ListNode, MapNode, Node, ScalarNode, SourceFile, read_text


def outline(node: Node | None) -> list[str]:
    """Every node as ``line:column-line:column what``, in order."""
    if node is None:
        return []
    place = f"{node.line}:{node.column}-{node.end_line}:{node.end_column}"
    if isinstance(node, ScalarNode):
        return [f"{place} {node.style}{node.text!r}"]
    if isinstance(node, ListNode):
        return [f"{place} list", *(line for item in node.items for line in outline(item))]
    assert isinstance(node, MapNode)
    return [f"{place} map", *(line for entry in node.entries for part in entry for line in outline(part))]


CASES = {
    "plain": ("a: b", ["1:1-1:5 map", "1:1-1:2 'a'", "1:4-1:5 'b'"]),
    "nothing": ("a:\nb: ~\n", ["1:1-2:5 map", "1:1-1:2 'a'", "1:3-1:3 ''", "2:1-2:2 'b'", "2:4-2:5 '~'"]),
    "literal": ("a: |  # c\n  x\n  y\n\n\nb: 1", ["1:1-6:5 map", "1:1-1:2 'a'", "1:4-3:4 |'x\\ny\\n'", "6:1-6:2 'b'", "6:4-6:5 '1'"]),
    "folded at the end": ("a: >\n  x\n  y\n", ["1:1-3:4 map", "1:1-1:2 'a'", "1:4-3:4 >'x y\\n'"]),
    "block scalar before a lower level": ("a:\n  b: |\n    x\nc: 1", ["1:1-4:5 map", "1:1-1:2 'a'", "2:3-3:6 map", "2:3-2:4 'b'", "2:6-3:6 |'x\\n'", "4:1-4:2 'c'", "4:4-4:5 '1'"]),
    "plain over lines": ("a: x\n  y\n\nb: z", ["1:1-4:5 map", "1:1-1:2 'a'", "1:4-2:4 'x y'", "4:1-4:2 'b'", "4:4-4:5 'z'"]),
    "quoted over lines": ('a: "x\n  y"', ["1:1-2:5 map", "1:1-1:2 'a'", "1:4-2:5 \"'x y'"]),
    "block list": ("- a\n-\n- 'b'  # c\n\n", ["1:1-3:6 list", "1:3-1:4 'a'", "2:2-2:2 ''", "3:3-3:6 ''b'"]),
    "list on the key's column": ("a:\n- b\nc: d", ["1:1-3:5 map", "1:1-1:2 'a'", "2:1-2:4 list", "2:3-2:4 'b'", "3:1-3:2 'c'", "3:4-3:5 'd'"]),
    "flow": ("a: [b, {c: d}, ]\n", ["1:1-1:17 map", "1:1-1:2 'a'", "1:4-1:17 list", "1:5-1:6 'b'", "1:8-1:14 map", "1:9-1:10 'c'", "1:12-1:13 'd'"]),
    "flow over lines": ("[a,\n b\n]\n# c", ["1:1-3:2 list", "1:2-1:3 'a'", "2:2-2:3 'b'"]),
    "pair in brackets": ("[a: b]", ["1:1-1:7 list", "1:2-1:6 map", "1:2-1:3 'a'", "1:5-1:6 'b'"]),
    "empty collections": ("a: []\nb: {}", ["1:1-2:6 map", "1:1-1:2 'a'", "1:4-1:6 list", "2:1-2:2 'b'", "2:4-2:6 map"]),
    "CRLF": ("a:\r\n  b: |\r\n    x\r\n\r\nc: d\r\n", ["1:1-5:5 map", "1:1-1:2 'a'", "2:3-3:6 map", "2:3-2:4 'b'", "2:6-3:6 |'x\\n'", "5:1-5:2 'c'", "5:4-5:5 'd'"]),
    "lone CR": ("a: b\rc: d\r", ["1:1-2:5 map", "1:1-1:2 'a'", "1:4-1:5 'b'", "2:1-2:2 'c'", "2:4-2:5 'd'"]),
    "byte order mark": ("\ufeffa: b", ["1:1-1:5 map", "1:1-1:2 'a'", "1:4-1:5 'b'"]),
    "characters, not bytes": ("名: 𠮷x", ["1:1-1:6 map", "1:1-1:2 '名'", "1:4-1:6 '𠮷x'"]),
    "separators are no line ends": ("a: x\u2028\x85y\nb: c", ["1:1-2:5 map", "1:1-1:2 'a'", "1:4-1:8 'x\\u2028\\x85y'", "2:1-2:2 'b'", "2:4-2:5 'c'"]),
    "wide spaces end a block scalar": ("a: |\n  x\n  　　\n", ["1:1-3:5 map", "1:1-1:2 'a'", "1:4-3:5 |'x\\n\\u3000\\u3000\\n'"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_places(text: str, expected: list[str]) -> None:
    root, findings = read_text(text, "p.yaml")
    assert findings == []
    assert outline(root) == expected


def test_a_map_is_looked_up_by_key() -> None:
    root, _ = read_text("b: 1\na: 2\n", "p.yaml")
    assert isinstance(root, MapNode)
    assert [key.text for key, _ in root.entries] == ["b", "a"]
    found, key = root.get("a"), root.key("a")
    assert isinstance(found, ScalarNode)
    assert found.text == "2"
    assert key is not None
    assert key.span == ("p.yaml", 2, 1, 2, 2)
    assert root.get("c") is None
    assert root.key("c") is None


def test_nodes_name_their_file() -> None:
    root, _ = read_text("\ufeffa: 1\r\n", "positions/x/p.yaml")
    assert root is not None
    assert root.file.path == "positions/x/p.yaml"
    assert root.file.text == "a: 1\r\n"
    assert root.file.has_bom


FILE = SourceFile("p.yaml", "ab\r\ncd\re\u2028f\n")


@pytest.mark.parametrize(("number", "expected"), [(0, ""), (1, "ab"), (2, "cd"), (3, "e\u2028f"), (4, ""), (5, "")])
def test_line(number: int, expected: str) -> None:
    assert FILE.line(number) == expected


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (2, (1, 3)), (4, (2, 1)), (7, (3, 1)), (10, (3, 4)), (11, (4, 1))]
)
def test_position_and_offset(offset: int, place: tuple[int, int]) -> None:
    assert FILE.position(offset) == place
    assert FILE.offset(*place) == offset


def test_offset_stays_inside() -> None:
    assert FILE.offset(9, 9) == len(FILE.text)
    assert FILE.offset(0, 0) == 0
