"""How many pairs of similar duties the index of near-duplicate-duty finds, and how long it takes.

Makes 1,000, 4,000 and 16,000 duties, always the same ones; one in eight is an earlier one edited (words swapped, put
in, left out or replaced by synonyms, other punctuation). Compares what the index finds with all pairs compared by
brute force. Prints a Markdown table. It is a measurement, not a test: it always ends with status 0.

    python benchmarks/likeness.py [NUMBER ...]
"""

from __future__ import annotations

import random
import sys
import time

from posdoc.rules._likeness import alike_among, forms_of, says_enough, similar

NUMBERS = (1000, 4000, 16000)
LIKENESS = 0.85
SEED = 20261122
EDITED = 1 / 8

VERBS = """受理 登记 处理 跟踪 分析 编制 审核 组织 开展 收集 整理 汇总 反馈 制定 实施 检查 监督 协调 管理 维护 安装
调试 维修 保养 更换 回访 走访 统计 核对 盘点 发放 验收 鉴定 结算 培训 指导 考核 评估 改进 归档 调度 安排 推广"""
THINGS = """客户投诉 报修工单 配件库存 旧件返厂 三包索赔 服务费用 质量信息 技术资料 维修手册 服务协议 维保合同 巡检计划
故障原因 工程师排班 外协网点 培训教材 考核结果 满意度调查 回访记录 客户档案 设备台账 备用机组 制冷剂用量 安全隐患 现场照片
运行参数 控制程序 变频器 压缩机 换热器 冷却塔 水泵 风机盘管 电控柜 传感器 阀门 管路 保温层 防冻措施 防台风预案 服务车辆
检测仪器 工具箱 劳保用品 差旅报销 合同回款 供应商对账 返修件 呆滞库存 采购申请 发运单 签收单 退货申请 批量故障 改进建议
技术通报 升级方案 调试报告 验收单 延保产品 服务热线 话务质量 知识库 典型案例 服务标准 绩效指标 月度例会 年度预算 招聘计划
新人带教 技能等级 资格认证 锅炉 燃烧器 除尘器 软化水 焊缝 电梯 门机 钢丝绳 限速器 轨道 车辆 底盘 变速箱 轮胎 电瓶 充电桩"""
MANNERS = (
    """及时 按时 定期 准确 完整 每周 每月 每季度 年度 重大 日常 重点 旺季 夜间 远程 逐台 分区 分类 按计划 按合同"""
)
ENDS = """按期完成 数据真实准确 形成书面报告 提出改进建议 上报部门经理 满足客户需求 降低服务费用 缩短停机时间 提高一次修复率
防止同类问题再次发生 做到账物相符 留存完整记录 跟踪到关闭 作为考核依据 供研发部门参考 经客户签字确认 不影响客户生产
控制在预算之内 按规定归档保存 纳入知识库"""
SYNONYMS = (("制定", "制订"), ("检查", "查验"), ("跟踪", "跟进"), ("汇总", "统计"), ("客户", "用户"), ("改进", "优化"))


def duties(number: int, seed: int = SEED) -> list[str]:
    """So many different duties, some of them earlier ones with an edit or two."""
    chance = random.Random(seed)
    made: dict[str, None] = {}
    written: list[str] = []
    while len(made) < number:
        edited = bool(written) and chance.random() < EDITED
        text = _edited(chance.choice(written), chance) if edited else _new(chance)
        if text not in made:
            made[text] = None
            written.append(text)
    return written


def _new(chance: random.Random) -> str:
    def one(words: str) -> str:
        return chance.choice(words.split())

    parts = [f"负责{one(MANNERS)}{one(VERBS)}{one(THINGS)}"]
    parts += [f"{one(VERBS)}{one(MANNERS)}{one(THINGS)}" for _ in range(chance.choice((0, 1)))]
    parts += [one(ENDS) for _ in range(chance.choice((1, 1, 2)))]
    return "，".join(parts) + "。"


def _edited(text: str, chance: random.Random) -> str:
    for _ in range(chance.choice((1, 1, 2))):
        text = chance.choice((_swapped, _longer, _shorter, _repunctuated, _reworded))(text, chance)
    return text


def _swapped(text: str, chance: random.Random) -> str:
    at = chance.randrange(max(1, len(text) - 4))
    return text[:at] + text[at + 2 : at + 4] + text[at : at + 2] + text[at + 4 :]


def _longer(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(MANNERS.split()) + text[at:]


def _shorter(text: str, chance: random.Random) -> str:
    at = chance.randrange(max(1, len(text) - 2))
    return text[:at] + text[at + 2 :]


def _repunctuated(text: str, chance: random.Random) -> str:
    return text.replace("，", chance.choice(("、", "；", "并", ", "))).replace("负责", "")


def _reworded(text: str, chance: random.Random) -> str:
    one, other = chance.choice(SYNONYMS)
    return text.replace(one, other) if one in text else text.replace(other, one)


def distinct_forms(number: int) -> list[str]:
    """The forms of so many duties, each once."""
    return [form for form in dict.fromkeys(forms_of(duties(number))) if says_enough(form)]


def all_pairs(forms: list[str]) -> set[tuple[int, int]]:
    """Every pair that is alike, found by comparing each form with all before it."""
    return {(place, near) for place in range(len(forms)) for near in alike_among(forms[place], forms[:place], LIKENESS)}


def recall(forms: list[str]) -> tuple[float, int]:
    """Which part of all pairs the index finds, and how many pairs there are."""
    wanted = all_pairs(forms)
    return len(wanted & set(similar(forms, LIKENESS))) / len(wanted), len(wanted)


def main() -> None:
    """Measure and print."""
    print("| duties | pairs | found | ms for forms | ms for the index | µs a duty |\n|---:|---:|---:|---:|---:|---:|")
    for number in [int(word) for word in sys.argv[1:]] or NUMBERS:
        texts = duties(number)
        begin = time.process_time()
        forms_of(texts)
        formed = time.process_time()
        forms = distinct_forms(number)
        start = time.process_time()
        list(similar(forms, LIKENESS))
        end = time.process_time()
        share, pairs = recall(forms)
        times = (formed - begin) * 1e3, (end - start) * 1e3, (formed - begin + end - start) * 1e6 / number
        print(f"| {number} | {pairs} | {share:.2%} | {times[0]:.0f} | {times[1]:.0f} | {times[2]:.0f} |", flush=True)


if __name__ == "__main__":
    main()
