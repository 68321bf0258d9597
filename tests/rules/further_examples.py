"""What a rule says in cases that its own examples do not show: ``test_messages`` keeps the words in golden files.

«» mark every place that is found. A case is here for its words; the tests of the rule decide what is found at all.
"""

from __future__ import annotations

COMPANY = "## posdoc.yaml\norganization: 公司\n"
BOTH = "## posdoc.yaml\norganization: 公司\nlanguages: [zh, en]\n"
UNIT = "## positions/service/unit.yaml\ntitle: 售后部\n"
MANAGER = "## positions/service/manager.yaml\ntitle: 售后经理\n"
UNITS = "## positions/east/unit.yaml\ntitle: 华东\n## positions/west/unit.yaml\ntitle: 华西\n"

FURTHER: dict[str, dict[str, str]] = {
    "not-one-root": {
        "no position yet": "## posdoc.yaml\n«organization»: 公司\n",
        "everybody has a superior": COMPANY + (
            "## positions/a.yaml\ntitle: 甲\nreports_to: «b»\n## positions/b.yaml\ntitle: 乙\nreports_to: a\n"
        ),
        "a root with a superior": (
            "## posdoc.yaml\norganization: 公司\nroots: [a, «b»]\n"
            "## positions/a.yaml\ntitle: 甲\n## positions/b.yaml\ntitle: 乙\nreports_to: a\n"
        ),
        "a superior outside, and none at all": (
            "## posdoc.yaml\norganization: 公司\noutside_positions: [{id: boss, title: 总经理}]\n"
            "## positions/a.yaml\ntitle: 甲\nreports_to: «boss»\n## positions/b.yaml\n«title: 乙»\n"
        ),
    },
    "duplicate-id": {
        "files that differ in case": COMPANY + (
            UNITS + "## positions/east/Engineer.yaml\ntitle: 甲\n## positions/west/engineer.yaml\n«»title: 乙\n"
        ),
        "steps of a flow": COMPANY + UNIT + MANAGER + (
            "flows:\n  - title: 服务\n    steps: [{id: visit, text: 上门}, {id: «visit», text: 回访}]\n"
        ),
        "a party like a unit": (
            "## posdoc.yaml\norganization: 公司\nparties: [{id: «service», title: 服务商}]\n" + UNIT + MANAGER
        ),
    },
    "pointless-dotted-line": {
        "the superior, taken over": COMPANY + UNIT + MANAGER + (
            "## positions/service/deputy.yaml\ntitle: 副经理\nreports_to: manager\n"
            "## positions/service/engineer.yaml\ntitle: 工程师\nreports_to: manager\ndotted_to: [deputy]\n"
            "## positions/service/fitter.yaml\ntitle: 装配工\nbased_on: engineer\nreports_to: «deputy»\n"
        ),
    },
    "undescribed-post": {
        "in two languages": BOTH + (
            "## positions/service/unit.yaml\ntitle: {zh: 售后部, en: After-sales}\n"
            "posts: [{title: «{zh: 配件发货员, en: Parts dispatcher}»}]\n"
        ) + MANAGER,
    },
    "duplicate-title": {
        "units in two languages": BOTH + (
            "## positions/east/unit.yaml\ntitle: {zh: 华东, en: East}\n## positions/east/a.yaml\ntitle: 工程师\n"
            "## positions/west/unit.yaml\ntitle: {zh: 华西, en: West}\n## positions/west/b.yaml\ntitle: «工程师»\n"
        ),
    },
    "band-gap-or-overlap": {
        "an order that falls": COMPANY + UNIT + MANAGER + (
            "kpi_sets:\n  - kpis: [{name: 满意度, target: ≥95%}]\n    bands: [{label: 优, min: 90, max: 100}, "
            "{label: 差, min: 0, max: 60}, {label: 良, min: «60», max: 90}]\n"
        ),
    },
    "over-headcount": {
        "names in two languages": BOTH + UNIT + MANAGER + (
            "headcount: «1»\n## people.yaml\npeople:\n  - {name: {zh: 张敏, en: Zhang Min}, posts: [manager]}\n"
            "  - {name: {zh: 王芳, en: Wang Fang}, posts: [manager]}\n"
        ),
    },
    "flow-branch-without-condition": {
        "a branch written out": COMPANY + UNIT + MANAGER + (
            "flows:\n  - title: 服务\n    steps:\n"
            "      - {text: 受理, «next»: [{to: visit}, {to: end, when: 无需上门}, {to: call}]}\n"
            "      - {id: visit, text: 上门}\n      - {id: call, text: 回访}\n"
        ),
    },
    "listed-headcount-differs": {
        "listed twice": COMPANY + (
            "## positions/service/unit.yaml\ntitle: 售后部\nposts:\n  - {title: 售后经理, headcount: «1»}\n"
            "  - {title: 售后经理, headcount: 2}\n"
        ) + MANAGER + "headcount: 1\n",
    },
    "span-of-control": {
        "no levels at all": (
            "## posdoc.yaml\norganization: 公司\n"
            "rules: {options: {span-of-control: {by_level: [{level: «board», maximum: 20}]}}}\n"
        ) + UNIT + MANAGER,
    },
    "unit-without-head": {
        "two who may be it": COMPANY + "## positions/service/unit.yaml\ntitle: «售后部»\n" + MANAGER + (
            "## positions/service/engineer.yaml\ntitle: 工程师\n"
        ),
    },
    "unknown-reference": {
        "two superiors in one place": COMPANY + UNIT + MANAGER + "reports_to: «manager、deputy»\n",
        "a party that nobody declared": COMPANY + UNIT + MANAGER + "contacts: [{party: «海关»}]\n",
    },
    "kpi-monitor-unsuitable": {
        "a shared indicator": (
            "## posdoc.yaml\norganization: 公司\nkpis: [{id: satisfaction, name: 满意度, monitor: manager}]\n"
        ) + UNIT + MANAGER + "kpi_sets: [{kpis: [{use: «satisfaction», weight: 100%}]}]\n",
    },
    "foreign-script": {
        "a script without a name of its own": COMPANY + UNIT + MANAGER + "purpose: 负责«𐌰𐌱𐌲»维修\n",
    },
    "duty-share-too-small": {
        "languages without the one of the message": (
            "## posdoc.yaml\norganization: 公司\nlanguages: [de, en, zh]\n"
            "## positions/service/unit.yaml\ntitle: 售后部\n## positions/service/manager.yaml\ntitle: 售后经理\n"
            "duties: [{text: {de: Reparatur, en: Repair}, time: «3%»}, {text: {de: Verwaltung, zh: 管理}, time: «4%»}]\n"
        ),
    },
    "suspicious-substitution": {
        "a word of the workspace without its right form": (
            "## posdoc.yaml\norganization: 公司\nrules: {options: {suspicious-substitution: {words: [嘎嘎]}}}\n"
        ) + UNIT + MANAGER + "purpose: 负责«嘎嘎»维修\n",
    },
}  # fmt: skip
