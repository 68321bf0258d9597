"""What printed forms call the fields: Chinese words that people type in place of a key.

A word stands for the first of its keys that the record in question has. The labels of the model need not
stand here; these are the other names that the forms in use have for the same things.
"""

from __future__ import annotations

from collections.abc import Mapping

from posdoc.model import Position, Unit
from posdoc.phrases import Phrase

_WORDS_BY_KEY = {
    "title": "名称 岗位 职位 职位名称 职务名称 岗位名称 职务 标题 部门名称 单位名称",
    "name": "名称 姓名 指标名称",
    "aliases": "别称 又名 其他名称",
    "code": "编号 职位编号 职务编号 岗位编码 编码 部门编码",
    "number": "编号 文件编号 文号 文件号 工号",
    "id": "标识 代号",
    "family": "序列 职位序列 岗位类别 职系 职类",
    "grade": "职级 岗位等级 等级 级别",
    "level": "管理层级 层次",
    "headcount": "人数 定员 编制 定编 岗位人数 职位人数 编制人数 定编人数 岗位编制 在编人数",
    "people": "人数 名单 在岗人员",
    "pay_grade": "薪级 薪资等级 薪酬等级",
    "pay_type": "薪酬方式 工资类型",
    "employment": "用工性质 用工形式 岗位性质 聘用形式",
    "location": "工作地 地点 办公地点 所在地",
    "concurrent_posts": "兼任 兼职 兼任职位",
    "reports_to": "上级 直属上级 直属主管 直属上司 直接主管 上级岗位 直接上级岗位 汇报对象 汇报给 汇报关系 主管",
    "dotted_to": "虚线上级 虚线汇报 业务上级 专业主管 职能上级",
    "skip_level": "隔级主管 间接上级 上级的上级",
    "direct_reports": "下级 下属 直接下属 下属岗位 直接督导 直接督导职位 直接下级岗位",
    "indirect_reports": "间接下属 间接督导 间接督导职位",
    "supervises": "管辖人员 所辖 管理人员 所管人员",
    "substitute": "替代岗位 临时替代 代理人 职务代理 职务代理人 替代人 临时代理",
    "overview": "概述 职位概述 岗位概要 概要 职位概要 岗位综述 引言 简介",
    "background": "背景 设立背景",
    "purpose": "目的 本职 职位目的 岗位使命 使命 宗旨 设立目的",
    "objectives": "目标 工作目标",
    "duties": "职责 工作职责 岗位职责 主要职责 工作内容 主要工作 职责描述 职位职责 职务描述 岗位说明 工作任务",
    "area": "标题 名称 关键成果 成果领域 职责名称 职责标题",
    "tasks": "任务 任务清单 具体工作",
    "text": "描述 内容 说明 职责 职责描述 工作描述 职责表述 文字 条款",
    "time": "时间百分比 工作时间百分比 时间占比 时间比例 占用时间 占比 所占时间 比例",
    "weight": "比重 权数 占比 比例",
    "rank": "排序 重要程度",
    "responsibility": "责任 负责程度",
    "measures": "标准 考核标准 衡量指标 工作标准 评价标准",
    "records": "记录 产出文档 产出 文档 记录文件 所需记录 表单",
    "frequency": "周期 频次",
    "authority": "权限 权力 职权 工作权限 岗位权力",
    "limit": "额度 范围",
    "contacts": "联系 协作关系 业务接触 工作关系 联系对象 内外部关系 岗位联系 沟通关系 工作协作",
    "party": "对象 联系单位 部门 单位",
    "content": "内容 事项",
    "peer_communication": "同级 平级沟通 同级关系",
    "supervision_received": "所受指导 上级指导",
    "supervision_given": "所予指导 指导下级 下级指导",
    "qualifications": "任职要求 任职条件 任用资格 任用条件 任职需求 资格 要求 资格要求 岗位要求 职位要求 学历 学历要求 专业 年龄 "
    "性别 经验 工作经验 技能 知识 证书 能力 素质 技能要求 教育背景 教育程度",
    "required": "必备 必须条件 基本条件",
    "preferred": "理想 优先条件 优先",
    "training": "培训要求 培训内容 岗位培训",
    "subjects": "科目 培训课程 课程",
    "conditions": "环境 工作特征 工作环境与条件 劳动条件 工作环境与待遇",
    "environment": "环境 作业环境",
    "hazard": "危险 危险程度",
    "travel": "出差 出差比例 差旅",
    "hours": "时间 上班时间 作息 作息时间 工时 时间特征",
    "pressure": "压力",
    "tools": "工具 设备 工具设备 使用设备 使用工具",
    "kpi_sets": "考核 绩效 考核指标 绩效指标 绩效标准 关键绩效指标 关键业绩指标 绩效考核标准 指标",
    "kpis": "考核指标 关键业绩指标 考评项目 考核项目",
    "formula": "公式 计算公式 核算方式",
    "target": "目标值 要求目标",
    "criteria": "评分标准 扣分标准 考核结果设定",
    "source": "数据来源 资料来源",
    "monitor": "监督人 考评人 考核者",
    "bands": "等级 评分区间 绩效等级",
    "competences": "能力 态度 能力素质 胜任力 素质 工作态度 核心能力",
    "flows": "流程 工作流程 流程图 作业流程图 业务流程",
    "role": "负责人 责任人 责任岗位",
    "next": "下一步 去向",
    "promotes_to": "晋升 可升迁 可升迁岗位 晋升岗位 可晋升职位 晋升方向 晋升路径 可直接晋升",
    "promotes_from": "晋升来源 可晋升至此",
    "rotates_to": "轮调 轮岗 可轮换岗位 可轮调职位 横向平移 相互轮换 轮换岗位",
    "demotes_to": "降级 降职 可降职岗位",
    "development": "发展 职业发展前景 发展前景 职业发展方向",
    "compensation": "薪酬 薪资 待遇 工资 薪酬待遇",
    "benefits": "福利待遇 福利制度",
    "application": "应聘 应聘方法",
    "sections": "其他 其它 其他说明 其它事项",
    "document": "文档 文件 文档信息",
    "version": "版次 版本号",
    "revision": "修订 修订次数",
    "revisions": "修订历史 变更记录 修改记录 版本记录",
    "written": "编制日期 撰写日 撰写时间 编写日期",
    "approved": "批准日 审批日期",
    "effective": "生效日 生效时间 实施日期",
    "analysed": "岗位分析日期 分析时间",
    "review_due": "复核日期 下次修订日期",
    "signers": "撰写人 编制人 审核人 初审人 批准人 核准人 签字 签名 签名确认 签署人 审批",
    "fill_notes": "填表说明",
    "statement": "员工声明 本人声明",
    "notes": "备注说明 注",
    "attachments": "附表 附录",
    "suggestions": "建议 岗位设置建议",
    "valid_from": "设立时间 成立日期",
    "valid_to": "撤销时间",
    "status": "状态",
    "assistant": "助理 是否助理",
    "based_on": "沿用 继承 参照岗位",
    "head": "负责人 部门负责人 部门经理",
    "functions": "职能 部门职责 工作职能",
    "regulations": "制度 规章制度 管理规定",
    "posts": "岗位 职务 任职岗位",
    "since": "到岗日期 入职日期 任职时间",
    "languages": "打印语言",
    "outside_positions": "外部岗位",
    "parties": "外部单位 内外部单位",
    "families": "序列 职系",
    "grades": "等级 职级",
    "levels": "管理层级",
    "kind": "类别 种类",
    "scope": "内外",
}


def _keys_by_word() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, words in _WORDS_BY_KEY.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), key)
    return found


KEYS_BY_WORD = _keys_by_word()
"""The keys that a word may stand for, likeliest first."""

_BY_FOLDER = Phrase("所属部门由文件所在的文件夹决定，不必写", "the folder says which unit it is in; leave the line out")
_BY_PARENT = Phrase(
    "上级部门由文件夹的上一层决定，不必写", "the folder above says which unit it is in; leave the line out"
)
_BY_FILE = Phrase("标识就是文件名，不必写", "the id is the name of the file; leave the line out")
_BY_FOLDER_NAME = Phrase("标识就是文件夹的名字，不必写", "the id is the name of the folder; leave the line out")

NOT_WRITTEN: Mapping[type, Mapping[str, Phrase]] = {
    Position: {
        **dict.fromkeys(("部门", "所属部门", "科室", "单位", "所在部门", "department", "unit"), _BY_FOLDER),
        **dict.fromkeys(("标识", "id"), _BY_FILE),
    },
    Unit: {
        **dict.fromkeys(("上级部门", "所属部门", "parent", "unit"), _BY_PARENT),
        **dict.fromkeys(("标识", "id"), _BY_FOLDER_NAME),
    },
}
"""What forms have and a definition has not, because the place of the file says it."""
