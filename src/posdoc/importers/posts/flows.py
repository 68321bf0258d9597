"""Fills work flows: chains of steps with arrows, or numbered steps with who takes them and where they lead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from posdoc.importers.posts.draft import Confidence, Draft
from posdoc.importers.posts.items import Item, item_of
from posdoc.importers.posts.lines import Bit
from posdoc.importers.posts.values import Title, has_arrow, is_nothing, steps_in, with_aside
from posdoc.model import END
from posdoc.model.flow import FlowScope
from posdoc.patterns import pattern

_LEAD = pattern(
    r"(?:(?P<when>.+?)\s*+[:：]\s*)?"
    r"(?:转?至?第\s*+(?P<step>\d{1,2})\s*步|go to step (?P<number>\d{1,2})|(?P<end>结束|end))[。.]?",
    re.IGNORECASE,
)
"""Where a step leads: 客户不认可：转第 4 步, 结束."""
_OUTPUT = pattern(r"(?:输出|产出|记录|Output)\s*[:：]\s*(?=\S)", re.IGNORECASE)
_HOLDER = pattern(
    r"[\u3400-\u9fff、/]{1,18}[员师管理长任事勤计工组部科室处司站方户商务席监助心表]|[A-Z][\w &/,'’().-]{2,48}"
)
"""What can be the name of a post, a unit or a party behind a step."""
_NO_ARROW = pattern(r"\s*(?:→|->|⟶|➔)\s*")


class Flows:
    """Work flows under the titles that stand before them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._scope = ""
        self._title: Bit | None = None
        self._open = False
        self._duty: Bit | None = None
        self._name = FlowScope.OVERALL.label.zh
        """What the heading calls the flows, for one without a title."""
        self._steps: list[Item] = []
        """Numbered texts of which it is not yet known whether they are steps, or titles of chains."""

    def heading(self, path: str, bit: Bit) -> None:
        """The scope of what follows."""
        part = path.partition(".")[2]
        if part in ("duty", "title", "steps"):
            return
        self.finish()
        self._name = bit.text.strip("：: 。") or self._name
        self._scope = part if part in ("overall", "partial") else self._scope
        self._open = False
        self._title = bit if self._scope == "overall" else None

    def pair(self, path: str, bits: Sequence[Bit]) -> None:
        """A scope with its flow, or something that is said of a flow."""
        part = path.partition(".")[2]
        for bit in bits:
            if bit and part == "duty":
                self._duty = bit
            elif bit and part == "title":
                self.text(Item(bit, "", ""))
            elif bit:
                self.text(item_of(bit))

    def text(self, item: Item) -> None:
        """The title of a flow, a step, or a chain of steps."""
        body = item.body
        if is_nothing(body.text):
            return
        if item.kind and (not has_arrow(body.text) or _leads(body.text)):
            self._numbered(item)
            return
        if self._steps and len(self._steps) > 1:
            self.finish()
        if not has_arrow(body.text):
            self.finish()
            self._title, self._open = body.stripped("：:"), False
            return
        if self._steps:
            self._title = self._steps.pop().body.stripped("：:")
        self._chain(item)

    def _numbered(self, item: Item) -> None:
        """A step, or the title of a flow whose steps have numbers of another sort."""
        if self._steps and self._steps[-1].kind != item.kind:
            if len(self._steps) == 1:
                self._title = self._steps.pop().body.stripped("：:")
            else:
                self.finish()
        self._steps.append(item)

    def _chain(self, item: Item) -> None:
        body = item.body
        if self._open and self._title is None and not item.kind:
            self._go_on(body)
            return
        parted = re.match(r"([^→]{2,40}?)[:：]\s*(?=\S)", body.text)
        if parted:
            self._title = body.part(0, parted.end(1))
            body = body.part(parted.end())
        flow = {**self._begun(), "steps": steps_in(body.text)}
        used = [bit for bit in (self._title, body) if bit]
        self.draft.add("flows", flow, used, Confidence.LIKELY)
        self._title, self._duty = None, None
        self._open = not body.text.endswith(("。", "."))

    def _begun(self) -> dict[str, Any]:
        title = self._title.text.strip("：: 。") if self._title else ""
        flow: dict[str, Any] = {"title": title or self.draft.title or self._name}
        if self._scope in ("overall", "partial"):
            flow["scope"] = self._scope
        if self._duty:
            flow["duty"] = Title(self._duty.text)
            self._duty.take()
        return flow

    def _go_on(self, body: Bit) -> None:
        """Go on with a flow that was broken off at the end of a line, in the middle of a step."""
        flows = self.draft.data["flows"]
        first, *rest = steps_in(body.text)
        flows[-1]["steps"][-1] += first
        flows[-1]["steps"] += rest
        self.draft.trace(f"flows[{len(flows) - 1}].steps", [body], Confidence.GUESSED)
        self._open = not body.text.endswith(("。", "."))

    def finish(self) -> None:
        """Make a flow of the numbered steps that were read."""
        steps, self._steps = self._steps, []
        if not steps or (len(steps) == 1 and self._title is None):
            return
        made = [_step(one.body) for one in steps]
        targets = {branch["to"] for step in made for branch in step.get("next", ())} - {END}
        for place, step in enumerate(made, 1):
            if f"step-{place}" in targets:
                step["id"] = f"step-{place}"
        flow = {**self._begun(), "steps": [step["text"] if [*step] == ["text"] else step for step in made]}
        bits = [*([self._title] if self._title else []), *(one.body for one in steps)]
        self.draft.add("flows", flow, bits, Confidence.LIKELY)
        self._title, self._duty, self._open = None, None, False


def _leads(text: str) -> bool:
    """Whether what stands behind the one arrow of a text says where the step leads."""
    parts = _NO_ARROW.split(text)
    return len(parts) == 2 and all(_LEAD.fullmatch(part.strip()) for part in re.split(r"[；;]", parts[1]))


def _step(bit: Bit) -> dict[str, Any]:
    """``分析原因（质量部；输出：报告） → 客户不认可：转第 4 步``."""
    text, _, rest = bit.text.partition("→") if _leads(bit.text) else (bit.text, "", "")
    step: dict[str, Any] = {"text": text.strip()}
    name, aside = with_aside(text)
    if aside:
        step = _of_aside(name, aside) or step
    branches = [_branch(part) for part in re.split(r"[；;]", rest) if part.strip()]
    if branches:
        step["next"] = branches
    return step


def _of_aside(text: str, aside: str) -> dict[str, Any]:
    """The step with who takes it and what it produces; nothing where the brackets say something else."""
    step: dict[str, Any] = {"text": text}
    for place, part in enumerate(re.split(r"[；;]\s*", aside)):
        output = _OUTPUT.match(part)
        if output:
            step["output"] = part[output.end() :]
        elif place == 0 and _HOLDER.fullmatch(part):
            step["role"] = Title(part)
        else:
            return {}
    return step


def _branch(text: str) -> dict[str, str]:
    match = _LEAD.fullmatch(text.strip())
    assert match is not None, text
    step = match["step"] or match["number"]
    found = {"to": f"step-{step}" if step else END}
    if match["when"]:
        found["when"] = match["when"]
    return found
