"""Departments for measurements: as many positions as asked for, always the same, each about 150 lines of Chinese."""

from __future__ import annotations

import random
from pathlib import Path

SEED = 20261122
UNIT_SIZE = 20
"""Positions of one unit: its head and those who report to the head."""

SETTINGS = """\
organization: {name: 远岚环境设备股份有限公司, department: 售后服务部}
languages: [zh]
grades: [G1, G2, G3, G4, G5, G6]
parties:
  - {id: finance, title: 财务部, scope: internal}
  - {id: customers, title: 客户, scope: external}
"""
_WORDS = {
    "when": """\
每日 每周 每月 每季度 按计划 按合同 接到通知后 旺季前 夜间 分区域 分批次 逐台 随时 定期
年中 年末
""",
    "does": """\
受理 登记 分析 编制 审核 组织 收集 整理 反馈 制定 实施 检查 协调 维护 安装 调试 维修
保养 更换 走访 核对 盘点 发放 验收 鉴定 结算 讲解 评估 改进 归档 调度 安排 推广 测算
拆检 翻译 采购 标定
""",
    "what": """\
客户投诉 报修工单 配件库存 旧件返厂 三包索赔 服务费用 质量信息 技术资料 维修手册 服务协议
维保合同 巡检计划 故障原因 外协网点 培训教材 满意度问卷 回访记录 客户档案 设备台账 备用机组
制冷剂用量 安全隐患 现场照片 运行参数 控制程序 变频器 压缩机 换热器 冷却塔 水泵 风机盘管
电控柜 传感器 阀门 管路 保温层 防冻措施 服务车辆 检测仪器 工具箱 劳保用品 差旅报销 合同回款
供应商账目 返修件 呆滞库存 采购申请 发运单 签收单 退货申请 改进建议 技术通报 升级方案 延保产品
服务热线 知识库 典型案例 绩效指标 月度例会 年度预算 招聘计划 技能等级 锅炉 燃烧器 除尘器
软化水 焊缝 门机 钢丝绳 限速器 轨道 底盘 变速箱 轮胎 电瓶 充电桩
""",
    "end": """\
三个工作日内完成 数据与系统一致 形成书面报告 报部门经理审定 使服务费用下降 缩短停机时间
防止同类故障再次发生 账物相符 留存签字记录 直到客户确认关闭 供研发部门参考 不影响客户生产
控制在预算之内 按规定编号保存 写入案例集 一次通过验收
""",
}
WORDS = {kind: words.split() for kind, words in _WORDS.items()}
SHARES = ((25, 20, 15, 15, 15, 10), (30, 20, 20, 15, 10, 5), (20, 20, 20, 20, 10, 10))


def write_department(root: Path, number: int, *, chain: int = 0) -> Path:
    """Write a department of ``number`` positions below ``root`` and return it.

    With ``chain`` so many of them report to one another in a single line, whose topmost ones go round in a circle.
    """
    chance = random.Random(SEED)
    (root / "positions").mkdir(parents=True)
    units = (number - chain + UNIT_SIZE - 1) // UNIT_SIZE
    (root / "posdoc.yaml").write_text(SETTINGS, encoding="utf-8")
    for place in range(number):
        in_chain = place >= number - chain
        unit = f"unit-{place // UNIT_SIZE if not in_chain else units}"
        folder = root / "positions" / unit
        if not folder.is_dir():
            folder.mkdir()
            (folder / "unit.yaml").write_text(f"title: 第{unit.partition('-')[2]}服务组\n", encoding="utf-8")
        superior = _next_in_chain(place, number, chain) if in_chain else _superior(place)
        (folder / f"p{place}.yaml").write_text(_position(place, superior, chance), encoding="utf-8")
    return root


def _superior(place: int) -> int | None:
    """Heads of units report to the first head, everybody else to the head of the unit."""
    if place == 0:
        return None
    head = place - place % UNIT_SIZE
    return head if place != head else 0


def _next_in_chain(place: int, number: int, chain: int) -> int:
    return place - 1 if place > number - chain else number - chain + 2


def _sentence(chance: random.Random, parts: int = 1) -> str:
    clauses = ["".join(chance.choice(WORDS[kind]) for kind in ("when", "does", "what")) for _ in range(parts)]
    return "，".join([*clauses, chance.choice(WORDS["end"])]) + "。"


def _position(place: int, superior: int | None, chance: random.Random) -> str:
    lines = [
        f"title: {chance.choice(WORDS['what'])}{chance.choice(WORDS['does'])}岗{place}",
        f"code: SH-{place:05}",
        "headcount: 1",
        f"grade: G{chance.randrange(1, 4)}",
    ]
    if superior is not None:
        lines.append(f"reports_to: p{superior}")
    lines += ["purpose: |", f"  {_sentence(chance, 2)}", f"  {_sentence(chance)}", "duties:"]
    for number, share in enumerate(chance.choice(SHARES), 1):
        lines += [
            f"  - id: d{number}",
            f"    area: {chance.choice(WORDS['what'])}{chance.choice(WORDS['does'])}",
            f"    text: {_sentence(chance, 2)}",
            f"    time: {share}%",
            f"    weight: {share}%",
            f"    responsibility: {chance.choice(('full', 'full', 'organize', 'assist'))}",
            "    tasks:",
            *(f"      - {_sentence(chance)}" for _ in range(4)),
            "    measures:",
            f"      - {chance.choice(WORDS['what'])}差错每月不超过{chance.randrange(1, 9)}次",
        ]
    lines += ["kpi_sets:", "  - period: quarter", "    kpis:"]
    for number, weight in enumerate((40, 30, 20, 10), 1):
        name = f"{chance.choice(WORDS['what'])}{chance.choice(WORDS['does'])}及时率"
        lines += [
            f"      - name: {name}",
            f'        target: "≥{chance.randrange(85, 99)}%"',
            "        dimension: quantitative",
            "        direction: higher",
            f"        weight: {weight}%",
            f"        duties: [d{number}]",
            f"        formula: {_sentence(chance)}",
        ]
    lines += ["qualifications:"]
    for item, words in (("education", "大专及以上学历"), ("work_experience", "两年以上同类工作经历"), ("skill", "")):
        lines += [f"  - item: {item}", f"    required: {words or _sentence(chance)}"]
    lines += ["contacts:"]
    for party, scope in (("finance", "internal"), ("customers", "external")):
        lines += [f"  - party: {party}", f"    scope: {scope}", f"    content: {_sentence(chance)}"]
    lines += ["authority:", *(f"  - {_sentence(chance)}" for _ in range(3))]
    lines += ["flows:", "  - title: 作业流程", "    steps:", *(f"      - {_sentence(chance)}" for _ in range(5))]
    lines += ["conditions:", "  environment: fair", "  hazard: some", f"  travel: {chance.randrange(0, 60, 5)}%"]
    lines += [
        "document:",
        f"  number: SH-JD-{place:05}",
        '  version: "1.0"',
        "  status: draft",
        "  written: 2026-01-15",
    ]
    lines += ["  revisions:", '    - {version: "1.0", date: 2026-01-15, text: 首次发布}']
    return "\n".join(lines) + "\n"
