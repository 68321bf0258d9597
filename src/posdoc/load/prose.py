"""The manual of findings about shape, settings of rules and suppressing comments."""

from __future__ import annotations

from collections.abc import Mapping

from posdoc.diagnostics import Kind, Prose
from posdoc.load import kinds
from posdoc.phrases import Phrase

_SETTINGS = "## posdoc.yaml\norganization: 公司\n"
_HEAD = _SETTINGS + "## positions/manager.yaml\n"
_RIGHT = _HEAD + "title: 经理\n"

PROSE: Mapping[Kind, Prose] = {
    kinds.UNKNOWN_KEY: Prose(
        Phrase("没有这个键。", "There is no such key."),
        Phrase(
            "拼错的键会被忽略，内容就不会打印；建议里给出最接近的键，也认得常见表单的中文标签。",
            "A misspelt key would be passed over and its content never printed; the hint names the likeliest key, also for the "
            "Chinese labels of common forms.",
        ),
        _HEAD + "title: 经理\n«head_count»: 2\n",
        _HEAD + "title: 经理\nheadcount: 2\n",
    ),
    kinds.WRONG_TYPE: Prose(
        Phrase(
            "值的形式不对：该是列表的写成了单个值，或反过来。",
            "The value has the wrong form: one value where a list belongs, or the other way.",
        ),
        Phrase("字段参考列出每个键的形式。", "The field reference gives the form of every key."),
        _HEAD + "title: 经理\nduties: «管理团队»\n",
        _HEAD + "title: 经理\nduties: [管理团队]\n",
    ),
    kinds.MISSING_FIELD: Prose(
        Phrase("缺少必填的字段。", "A required field is missing."),
        Phrase(
            "没有它就无法打印，例如岗位没有名称。",
            "Nothing can be printed without it, such as a position without a title.",
        ),
        _HEAD + "«code: A-01»\n",
        _HEAD + "title: 经理\ncode: A-01\n",
    ),
    kinds.BAD_VALUE: Prose(
        Phrase(
            "值读不懂：不是百分比、日期、人数、整数或是非值。",
            "The value cannot be understood as a percentage, date, head count, number or truth value.",
        ),
        Phrase(
            "写错的数字不猜：05% 可能是 5%，也可能是 50%。",
            "A broken number is never guessed: 05% may mean 5% or 50%.",
        ),
        _HEAD + "title: 经理\nduties: [{text: 管理, time: «05%»}]\n",
        _HEAD + "title: 经理\nduties: [{text: 管理, time: 100%}]\n",
    ),
    kinds.UNKNOWN_OPTION: Prose(
        Phrase("没有这个选项。", "There is no such choice."),
        Phrase(
            "这类字段只能从几个固定的词中选；建议里列出它们。",
            "The field takes one of a few fixed words; the hint lists them.",
        ),
        _HEAD + "title: 经理\nstatus: «在用»\n",
        _HEAD + "title: 经理\nstatus: active\n",
    ),
    kinds.EMPTY_VALUE: Prose(
        Phrase("键后面没有内容，或列表中有空项。", "Nothing stands behind a key, or an item of a list is empty."),
        Phrase(
            "可能忘了填写；不需要的键请删去。",
            "It may have been forgotten; a key that is not needed is better left out.",
        ),
        _HEAD + "title: 经理\n«code»:\n",
        _HEAD + "title: 经理\ncode: A-01\n",
    ),
    kinds.UNKNOWN_LANGUAGE: Prose(
        Phrase(
            "文字写成了“键: 值”，而键不是工作区的语言。",
            "A text is written by language, but the key is no language of the workspace.",
        ),
        Phrase(
            "语言在 posdoc.yaml 的 languages 中列出。句子里有“: ”时要加引号，否则会被当成键和值。",
            "Languages are listed under languages in posdoc.yaml. A sentence with a colon needs quotes, or it is taken for a key "
            "and its value.",
        ),
        _HEAD + "title: {«de»: Leiter}\n",
        _RIGHT,
    ),
    kinds.BAD_FILE_NAME: Prose(
        Phrase(
            "文件名或文件夹名不能作标识，或文件放错了地方。",
            "The name of a file or folder cannot be an id, or the file lies in the wrong place.",
        ),
        Phrase(
            "文件名就是岗位标识，要能在引用中写出。",
            "The name is the id of the position and has to be fit for references.",
        ),
        _SETTINGS + "## positions/after sales.yaml\n«»title: 售后经理\n",
        _SETTINGS + "## positions/after-sales.yaml\ntitle: 售后经理\n",
    ),
    kinds.UNIT_WITHOUT_FILE: Prose(
        Phrase("部门文件夹里没有 unit.yaml。", "The folder of a unit has no unit.yaml."),
        Phrase("没有它就没有部门名称可印。", "Without it there is no name of the unit to print."),
        _SETTINGS + "## positions/service/manager.yaml\ntitle: 经理\n",
        _SETTINGS + "## positions/service/unit.yaml\ntitle: 售后部\n## positions/service/manager.yaml\ntitle: 经理\n",
    ),
    kinds.OUT_OF_RANGE: Prose(
        Phrase("数值超出可能的范围。", "The number is beyond what is possible."),
        Phrase("例如超过 100% 的时间比例。", "Such as a share of time over 100%."),
        _HEAD + "title: 经理\nduties: [{text: 管理, time: «120%»}]\n",
        _HEAD + "title: 经理\nduties: [{text: 管理, time: 100%}]\n",
    ),
    kinds.NOT_HANDED_DOWN: Prose(
        Phrase("defaults 里写了只属于单个岗位的字段。", "A default names a field that belongs to one position only."),
        Phrase(
            "岗位编号、文件编号、日期不能由许多岗位共用。",
            "Codes, document numbers and dates cannot be common to many positions.",
        ),
        _SETTINGS + "defaults: {«code»: A-01}\n## positions/manager.yaml\ntitle: 经理\n",
        _SETTINGS + "defaults: {location: 总部}\n## positions/manager.yaml\ntitle: 经理\n",
    ),
    kinds.CYCLIC_BASE: Prose(
        Phrase("沿用关系（based_on）绕成一圈。", "Positions are based on one another in a circle."),
        Phrase("总要有一个岗位写出全部内容。", "One of them has to say everything itself."),
        _HEAD + "title: 经理\nbased_on: deputy\n## positions/deputy.yaml\ntitle: 副经理\nbased_on: «manager»\n",
        _HEAD + "title: 经理\n## positions/deputy.yaml\ntitle: 副经理\nbased_on: manager\nreports_to: manager\n",
    ),
    kinds.UNKNOWN_LABEL: Prose(
        Phrase("labels 里的名称不是任何字段。", "A key under labels is the name of no field."),
        Phrase("改换的标签不会印出来。", "The label would never be printed."),
        _SETTINGS + "labels: {«position.titel»: 职位}\n## positions/manager.yaml\ntitle: 经理\n",
        _SETTINGS + "labels: {position.title: 职位}\n## positions/manager.yaml\ntitle: 经理\n",
    ),
    kinds.UNKNOWN_RULE: Prose(
        Phrase("检查设置中写的规则不存在。", "The settings of rules name a rule that does not exist."),
        Phrase(
            "拼错的规则名不起作用，而人以为它已设好。", "A misspelt name does nothing, while one believes that it does."
        ),
        _SETTINGS + "rules: {ignore: [«duty-time-not-10»]}\n## positions/manager.yaml\ntitle: 经理\n",
        _SETTINGS + "rules: {ignore: [duty-time-not-100]}\n## positions/manager.yaml\ntitle: 经理\n",
    ),
    kinds.UNUSED_SUPPRESSION: Prose(
        Phrase("忽略注释没有可忽略的问题。", "A comment suppresses a finding that is not there."),
        Phrase(
            "问题已经改正；留着注释，日后会掩盖真正的问题。",
            "The fault has been mended; left there, the comment would hide a real one some day.",
        ),
        _HEAD + "title: 经理  # posdoc: ignore «POS106»\n",
        _RIGHT,
    ),
    kinds.BAD_SUPPRESSION: Prose(
        Phrase(
            "忽略注释写错了：没有写规则，或规则不存在。",
            "A comment that suppresses findings is wrong: it names no rule, or one that does not exist.",
        ),
        Phrase(
            "忽略必须写明规则，以免把别的问题也一起忽略。", "It has to name its rules, lest it hide others as well."
        ),
        _HEAD + "title: 经理\ncode:  # posdoc: ignore «POS1O6»\n",
        _HEAD + "title: 经理\ncode:  # posdoc: ignore POS106 -- 编号待总部下发\n",
    ),
    kinds.NOT_SUPPRESSIBLE: Prose(
        Phrase("设置要忽略读取文件时的问题（POS0xx）。", "The settings ask to ignore findings of reading (POS0xx)."),
        Phrase(
            "读不了的文件等于丢失的定义，不能忽略。",
            "A file that cannot be read is a definition that is lost; that cannot be ignored.",
        ),
        _SETTINGS + "rules: {ignore: [«POS001»]}\n## positions/manager.yaml\ntitle: 经理\n",
        _SETTINGS + "rules: {ignore: [POS301]}\n## positions/manager.yaml\ntitle: 经理\n",
    ),
}
