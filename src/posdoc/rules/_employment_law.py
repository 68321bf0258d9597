"""What employment law forbids to ask of the holder of a position, or lets one ask for a stated reason only.

Sources, each read when this was written. China: 劳动法 (第十二、十三条), 就业促进法 (第三条, 第二十六至三十一条), 妇女权益保障法
(2022 年修订, 第四十三条), 残疾人保障法 (第三十八条), 人力资源市场暂行条例 (国务院令第 700 号, 第二十四条), 网络招聘服务管理规定
(2021, 第十五条). United States: Title VII (42 U.S.C. 2000e-2; 2000e-3(b) on advertisements; 2000e(k) on pregnancy), ADEA
(29 U.S.C. 623, 29 CFR 1625.4 on advertisements), ADA (42 U.S.C. 12112). United Kingdom: Equality Act 2010, sections 4 to 12
(protected characteristics), 19 (indirect discrimination), 39 (applicants) and 60 (questions on health). European Union:
Directives 2000/43/EC, 2000/78/EC and 2006/54/EC. Chinese texts are held against Chinese law, English ones against the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from posdoc.phrases import Phrase


@dataclass(frozen=True)
class Wording:
    """How a demand is worded in one language, as regular expressions for lower case.

    ``asked`` holds where something is asked of the incumbent (qualifications, how to apply), ``clear`` in any text;
    neither has groups that capture. What they match contains one of ``anchors``, which are cheap to look for.
    """

    anchors: tuple[str, ...]
    asked: str
    clear: str


@dataclass(frozen=True, eq=False)
class Ground:
    """Something that a position must not ask for."""

    says: Phrase
    """What a demand does, as the predicate of a sentence."""
    chinese_law: Phrase
    western_law: Phrase
    way_out: Phrase
    zh: Wording
    en: Wording
    label: str
    """The printed item of a qualification that is about nothing else."""
    reason_settles: bool = True
    """Whether a reason that is stated makes the demand admissible."""

    def wording(self, base: str) -> Wording:
        """How it shows in ``zh`` or ``en``."""
        return self.zh if base == "zh" else self.en


_START = r"(?:^|(?<=[，,；;。、：:（(\s/|]))"
_END = r"(?=\s*(?:$|[，,；;。、）)/|]))"
_BEGIN = r"(?:^|(?<=[,;:.(/])|(?<=[,;:.(/]\s))"
_STOP = r"(?=\s*(?:$|[,;.)/]))"
_OVER_18 = r"(?:19|[2-5]\d)"  # 60 and more is where statutory retirement begins, 18 and less where work may
_YEARS_ZH = r"\s*周?岁\s*"

SEX = Ground(
    Phrase("限定了性别", "asks for a sex"),
    Phrase(
        "《妇女权益保障法》第四十三条、《就业促进法》第二十七条、《人力资源市场暂行条例》第二十四条",
        "art. 43 of the Law on the Protection of Women, art. 27 of the Employment Promotion Law (China)",
    ),
    Phrase(
        "美国民权法第七章（42 U.S.C. 2000e-2、2000e-3(b)）、英国《2010年平等法》第11、39条、欧盟指令2006/54/EC",
        "Title VII (42 U.S.C. 2000e-2 and 2000e-3(b)), Equality Act 2010 (UK) s. 11 and 39, Directive 2006/54/EC",
    ),
    Phrase("删去；国家规定不适合妇女的工种，写明所依据的规定", "delete it, or name the rule of law that demands it"),
    Wording(
        ("男", "女"),
        rf"{_START}(?<![男女性士生][、/，,和或及])(?:男|女)(?:性|士|生)?(?!\s*[、/，,和或及]\s*[男女]){_END}"
        r"|性别\s*[:：为]?\s*(?:男|女)(?!\s*[男女、/和或及])性?|女士优先",
        r"(?<![不权期])(?:仅限|只限|限招|限|仅招|只招|只考虑)(?:男|女)(?![女男装鞋款式包表科更厕卫孩裤浴宿子])(?:性|士|生|职工|员工)?"
        r"|(?:男(?:性|士|生)?|女(?:性|生)?)(?:者|员工|应聘者|候选人)?(?:优先|为佳|为宜)"
        rf"|(?:须|必须|应当?|要求)(?:是|为)?(?:男|女)性?{_END}",
    ),
    Wording(
        (
            "male",
            "Male",
            "omen only",
            "men only",
            "nly men",
            "nly women",
            "men pref",
            "referably",
            "must be a ",
            "adies",
            "entlemen",
        ),
        rf"{_BEGIN}(?:fe)?males?{_STOP}|\b(?:sex|gender)\s*:\s*(?:fe)?male\b",
        r"\b(?:(?:fe)?males?|(?:wo)?men|ladies|gentlemen)\s+(?:candidates?\s+|applicants?\s+)?"
        r"(?:(?:is|are)\s+)?(?:strongly\s+)?(?:only|preferred)\b|\bmust be (?:a\s+)?(?:(?:fe)?male|(?:wo)?man)\b"
        r"|\b(?:only|preferably)\s+(?:a\s+)?(?:(?:fe)?males?|(?:wo)?men)\b(?!\s+(?:connect|thread|plug))"
        r"|\b(?:fe)?male\s+(?:candidates?|applicants?)\b",
    ),
    r"性别(?:要求)?|sex|gender",
)
AGE = Ground(
    Phrase("限定了年龄", "sets a limit of age"),
    Phrase("《就业促进法》第二十六条（公平的就业条件）", "art. 26 of the Employment Promotion Law (China)"),
    Phrase(
        "美国 ADEA（29 U.S.C. 623、29 CFR 1625.4）、英国《2010年平等法》第5、39条、欧盟指令2000/78/EC",
        "ADEA (29 U.S.C. 623, 29 CFR 1625.4), Equality Act 2010 (UK) s. 5 and 39, Directive 2000/78/EC",
    ),
    Phrase("删去，或写明理由（法律规定、作业要求）", "delete it, or state the reason (a rule of law, the work itself)"),
    Wording(
        ("岁", "年龄", "0后", "5后", "年轻", "青年"),
        rf"\d\d(?:{_YEARS_ZH})?\s*[-–—~～至到]+\s*{_OVER_18}{_YEARS_ZH}(?:以下|以内|之间|左右)?"
        rf"|(?:不超过|不大于|不高于|小于|低于|未满|不满|不低于|不小于|大于|年满|满|至少|[≤≥<＜>＞]=?)\s*{_OVER_18}\s*周?岁(?:以上)?"
        rf"|{_OVER_18}{_YEARS_ZH}(?:及|或|（含）|\(含\))?\s*(?:以下|以内|之内|以上|左右)"
        rf"|年龄[^，。；\n\d]{{0,6}}{_OVER_18}\s*(?:以下|以内|以上|左右)"
        rf"|年龄[^，。；\n\d]{{0,6}}\d\d\s*[-–—~～至到]+\s*{_OVER_18}"
        r"|(?:[6-9]0|00|[89]5|05)后|青年优先"
        r"|年轻(?!的?(?:客户|用户|消费|顾客|工程师|员工|同事|干部|人才|团队|父母))(?:有活力|优先|人优先|者优先|化)?",
        rf"(?:年龄[^，。；\n\d]{{0,4}})?\d\d(?:{_YEARS_ZH})?\s*[-–—~～至到]+\s*{_OVER_18}{_YEARS_ZH}(?:以下|以内|之间)?(?:者|人员)?(?:优先|{_END})"
        rf"|{_OVER_18}{_YEARS_ZH}(?:及|或)?(?:以下|以内)(?:者|人员)?(?:优先|{_END})"
        r"|(?:[6-9]0|00|[89]5|05)后优先|年轻(?:有活力|人?优先|者优先)",
    ),
    Wording(
        (
            *(f"{word} {tens}" for word in ("nder", "elow", "than") for tens in (1, 2, 3, 4, 5)),
            "years old", "years of age", " age", "aged ", "age ", "Age", "oung", "outhful", "igital native",
            "ecent ", "preferred",
        ),
        rf"{_BEGIN}(?:under|below)\s+{_OVER_18}{_STOP}"
        rf"|\b(?:at least|over|minimum)\s+{_OVER_18}\s+years?\s+(?:old|of\s+age)\b"
        rf"|\baged?\s+(?:over\s+|under\s+|at least\s+)?{_OVER_18}\b(?:\s+(?:or|and)\s+(?:over|above|older|under|below))?"
        r"|\byoung\b(?!\s+(?:children|people|customers|engineers|staff|employees|colleagues))"
        r"|\brecent\s+(?:college\s+|university\s+)?graduates?\b",
        r"\b(?:aged?\s+)?(?:under|below|up to|not over|(?:no|not)\s+older\s+than|younger\s+than|less\s+than)\s+"
        rf"(?:the\s+age\s+of\s+)?{_OVER_18}(?:\s+years?\s+(?:old|of\s+age)\b|\s+preferred\b)"
        rf"|\bage[sd]?\s*(?:limit\s*)?(?::|from|between)?\s*\d\d\s*(?:-|–|—|to|and)\s*{_OVER_18}\b"
        rf"|\bbetween\s+\d\d\s+and\s+{_OVER_18}\s+years?\s+(?:old|of\s+age)\b"
        rf"|\b(?:no|not)\s+older\s+than\s+{_OVER_18}\b|\b(?:under|below)\s+the\s+age\s+of\s+{_OVER_18}\b"
        rf"|\bmaximum\s+age\b|\bage\s+limit\b|\byoung(?:,|,?\s+and)?\s+(?:energetic|dynamic|vibrant|enthusiastic)\b"
        r"|\byouthful\b|\bdigital\s+natives?\b",
    ),
    r"年龄(?:区段|要求|范围)?|age(?:\s+range)?",
)  # fmt: skip
FAMILY = Ground(
    Phrase("限定了婚姻或生育状况", "asks about marriage or children"),
    Phrase(
        "《妇女权益保障法》第四十三条、《就业促进法》第二十七条",
        "art. 43 of the Law on the Protection of Women, art. 27 of the Employment Promotion Law (China)",
    ),
    Phrase(
        "美国民权法第七章（42 U.S.C. 2000e(k)、2000e-2）、英国《2010年平等法》第8、18、39条",
        "Title VII (42 U.S.C. 2000e(k) and 2000e-2), Equality Act 2010 (UK) s. 8, 18 and 39",
    ),
    Phrase("删去；确需出差、夜班的，直接写明", "delete it; if the work needs travel or night shifts, say so instead"),
    Wording(
        ("婚", "已育", "未育", "生育", "单身", "离异", "丧偶", "孩", "子女", "孕"),
        r"(?:未婚|已婚)(?:未育|已育|未孕)?|已育|未育|单身(?!公寓|宿舍)|离异|丧偶|(?:无|没有)(?:小孩|孩子?|子女)"
        r"|婚育(?:状况|情况)|婚姻(?:状况|情况)|婚否|(?:不得|不准|不能|不会|不打算)(?:在[^，。；\n]{0,8})?(?:结婚|怀孕|生育|恋爱)"
        r"|[年期]内[^，。；\n]{0,4}(?:不|无|没有)[^，。；\n]{0,4}(?:结婚|怀孕|生育|要孩子)(?:计划)?",
        r"(?:已婚已育|未婚未育|已婚|未婚|已育|未育|单身)(?:者|女性|男性)?优先|已婚已育|未婚未育|(?:仅限|只限|限|须|必须)(?:已婚|未婚|单身)"
        r"|[年期]内不(?:得|准|能)?(?:结婚|怀孕|生育|要孩子)",
    ),
    Wording(
        ("nmarried", "married", "Married", "arital", "ingle", "hildren", "hildless", "pregnan", "family "),
        rf"\bmarried\b|\bmarital status\b|\bmust be single\b|{_BEGIN}single{_STOP}"
        r"|\b(?:no|without)\s+(?:young\s+|small\s+)?children\b|\b(?:not|not be|no plans to become)\s+pregnant\b"
        r"|\bno plans? to (?:have children|marry)\b|\bno family plans?\b",
        r"\bunmarried\b|\bchildless\b|\bno family (?:commitments|obligations|ties|responsibilities)\b",
    ),
    r"婚姻(?:状况)?|婚育(?:状况)?|婚否|marital status",
    reason_settles=False,
)
LOOKS = Ground(
    Phrase("限定了外貌、身高或体重", "asks for looks, height or weight"),
    Phrase("《就业促进法》第二十六条（公平的就业条件）", "art. 26 of the Employment Promotion Law (China)"),
    Phrase(
        "英国《2010年平等法》第19、39条（间接歧视）、美国民权法第七章（差别影响，42 U.S.C. 2000e-2(k)）",
        "Equality Act 2010 (UK) s. 19 and 39 (indirect discrimination), Title VII (disparate impact, 42 U.S.C. 2000e-2(k))",
    ),
    Phrase(
        "写工作真正需要的，如着装整洁、举止得体；确需限定的，写明理由",
        "ask for what the work needs (tidy dress), or state the reason",
    ),
    Wording(
        ("形象", "气质", "五官", "相貌", "容貌", "外貌", "长相", "面容", "身高", "体重", "身材", "纹身", "疤痕"),
        r"(?<!企业)(?<!公司)(?<!品牌)(?<!产品)(?<!门店)(?<!团队)形象(?:气质)?(?:较|俱)?(?:佳|好|良好|姣好|端正|出众)"
        r"|气质(?:较)?(?:佳|好|良好|优雅|出众)|(?:相貌|容貌|外貌|长相|面容)(?:端正|姣好|较好|良好|佳|清秀)"
        r"|身高[^，。；\n\d]{0,6}\d[^，。；\n]{0,8}|体重[^，。；\n\d]{0,6}\d[^，。；\n]{0,8}|身材(?:匀称|苗条|高挑)|无(?:明显)?(?:纹身|疤痕|胎记)",
        r"形象气质(?:较)?佳|形象佳|五官端正|(?:相貌|容貌)端正|身高[^，。；\n\d]{0,4}1\.?\d{2}\s*(?:cm|厘米|公分|米)?\s*(?:及)?以上",
    ),
    Wording(
        ("ooking", "ttractive", "appearance", "eight", " tall", "slim", "Slim"),
        r"\bpleas(?:ant|ing) appearance\b|\bminimum height\b|\bslim (?:build|figure)\b"
        r"|\bheight\s*(?::|at least|above|over|not less than|minimum)\s*\d[\d.]*\s*(?:cm|m)\b"
        r"|\b\d[\d.]+\s*(?:cm|m)\s+tall\b|\bweight\s*(?::|below|under|not more than)\s*\d+\s*kg\b",
        r"\bgood[- ]looking\b|\battractive (?:appearance|looks|woman|man)\b",
    ),
    r"身高(?:体重)?|外貌|相貌|appearance|height",
)
ORIGIN = Ground(
    Phrase("限定了户籍、籍贯或出身", "asks for an origin"),
    Phrase(
        "《就业促进法》第三十一条、《网络招聘服务管理规定》第十五条",
        "art. 31 of the Employment Promotion Law, art. 15 of the Provisions on Online Recruitment (China)",
    ),
    Phrase(
        "美国民权法第七章（42 U.S.C. 2000e-2，原籍国）、英国《2010年平等法》第9、39条、欧盟指令2000/43/EC",
        "Title VII (42 U.S.C. 2000e-2, national origin), Equality Act 2010 (UK) s. 9 and 39, Directive 2000/43/EC",
    ),
    Phrase(
        "删去，或写工作需要的能力（熟悉当地路况、英语流利）；法规要求的，写明依据",
        "delete it, or ask for the ability that is needed (fluent English, knows the area), or name the rule of law",
    ),
    Wording(
        ("户籍", "户口", "籍贯", "本地人", "生源", "勿扰", "除外", "免谈", "勿投", "不招", "谢绝"),
        r"(?:本地|本市|本省|本县|当地|城镇|城市|农村|非农|外地|[京沪津渝粤])?(?:常住)?(?:户籍|户口)(?!本|簿|管理|迁|办|政策|制度|业务|手续)(?:者|人员)?(?:优先)?"
        r"|籍贯|本地人(?:优先)?|本地生源|[\u4e00-\u9fff]{2,3}(?:人(?:勿扰|免谈|勿投)|籍(?:勿扰|除外|免谈|勿投))|(?:不招|谢绝)[\u4e00-\u9fff]{2}省?(?:人|籍)",
        rf"(?:本地|本市|本省|当地)(?:常住)?(?:户籍|户口)(?:者|人员)?(?:优先|{_END})|本地人优先|外地人?(?:勿扰|免谈|勿投)",
    ),
    Wording(
        (
            "native",
            "Native",
            "mother",
            "Mother",
            "itizens only",
            "itizen only",
            "ationals only",
            "ocals only",
            "local resident",
            "Local resident",
        ),
        r"(?<!non-)\bnative[- ](?:\w+[- ])?speak(?:ers?|ing)\b(?![- ](?:level|standard|fluency|proficiency|quality|or\s))"
        r"|\bmother[- ]tongue\b",
        r"\bmust be a native (?:\w+ )?speaker\b|\bnative (?:\w+ )?speakers? (?:only|preferred)\b"
        r"|\b(?:citizens?|nationals|locals) only\b|\blocal residents? (?:only|preferred)\b",
    ),
    r"户籍(?:要求)?|户口|籍贯|nationality|national origin",
)
ETHNICITY = Ground(
    Phrase("限定了民族或种族", "asks for a race or ethnic group"),
    Phrase(
        "《劳动法》第十二条、《就业促进法》第三、二十八条、《人力资源市场暂行条例》第二十四条",
        "art. 12 of the Labour Law, art. 3 and 28 of the Employment Promotion Law (China)",
    ),
    Phrase(
        "美国民权法第七章（42 U.S.C. 2000e-2）、英国《2010年平等法》第9、39条、欧盟指令2000/43/EC",
        "Title VII (42 U.S.C. 2000e-2), Equality Act 2010 (UK) s. 9 and 39, Directive 2000/43/EC",
    ),
    Phrase("删去；需要某种语言的，写语言要求", "delete it; if a language is needed, ask for the language"),
    Wording(
        ("汉族", "少数民族"),
        r"汉族(?:优先|者)?",
        r"(?:仅限|限|须为|必须为|民族[:：]\s*)汉族?|汉族优先|少数民族(?:除外|勿扰|免谈|不招)|(?:非|不招|不要)少数民族",
    ),
    Wording(
        ("hites", "hite ", "sian", "aucasian", "uropean", "esterner", "an Chinese", "foreigners"),
        r"\bcaucasians?\b",
        r"\b(?:caucasian|white|asian|european|western|han chinese)s?\s+(?:candidates?\s+|applicants?\s+)(?:only|preferred)\b"
        r"|\b(?:caucasians|whites|asians|europeans|westerners|han chinese)\s+(?:only|preferred)\b|\bno foreigners\b",
    ),
    r"民族|种族|race|ethnicity|ethnic group",
    reason_settles=False,
)
RELIGION = Ground(
    Phrase("限定了宗教信仰", "asks for a religion or for none"),
    Phrase(
        "《劳动法》第十二条、《就业促进法》第三条、《人力资源市场暂行条例》第二十四条",
        "art. 12 of the Labour Law, art. 3 of the Employment Promotion Law (China)",
    ),
    Phrase(
        "美国民权法第七章（42 U.S.C. 2000e-2）、英国《2010年平等法》第10、39条、欧盟指令2000/78/EC",
        "Title VII (42 U.S.C. 2000e-2), Equality Act 2010 (UK) s. 10 and 39, Directive 2000/78/EC",
    ),
    Phrase("删去", "delete it"),
    Wording(
        ("宗教", "信教", "教徒", "佛教"),
        r"宗教信仰[:：]\s*无",
        r"(?:无|不信|没有)(?:任何)?宗教(?:信仰)?|不信教|有宗教信仰者(?:勿扰|除外|免谈)|[佛基督天主伊斯兰道]{1,3}教徒?(?:优先|除外|勿扰)",
    ),
    Wording(
        ("hristian", "uslim", "atholic", "Hindu", "hindu", "uddhist", "ewish", "eligious"),
        r"\bpracti[sc]ing (?:christian|muslim|catholic|hindu|buddhist)s?\b",
        r"\b(?:christian|muslim|catholic|hindu|buddhist)s?\s+(?:candidates?\s+|applicants?\s+)?(?:only|preferred)\b"
        r"|\bno religious beliefs?\b"
        r"|\bmust be (?:an?\s+)?(?:practi[sc]ing\s+)?(?:christian|muslim|catholic|hindu|buddhist|jewish)\b",
    ),
    r"宗教(?:信仰)?|religion",
    reason_settles=False,
)
DISABILITY = Ground(
    Phrase("排除残疾人", "shuts out people with a disability"),
    Phrase(
        "《就业促进法》第二十九条、《残疾人保障法》第三十八条",
        "art. 29 of the Employment Promotion Law, art. 38 of the Law on the Protection of Persons with Disabilities (China)",
    ),
    Phrase(
        "美国 ADA（42 U.S.C. 12112）、英国《2010年平等法》第6、39、60条、欧盟指令2000/78/EC",
        "ADA (42 U.S.C. 12112), Equality Act 2010 (UK) s. 6, 39 and 60, Directive 2000/78/EC",
    ),
    Phrase(
        "写岗位需要的能力（如能搬运 20 公斤、能登高作业），或写明理由",
        "ask for the ability that the work needs (can lift 20 kg, can climb ladders), or state the reason",
    ),
    Wording(
        ("残疾", "残障", "缺陷", "健全"),
        r"(?:四肢|肢体|身体|五官)健全",
        r"(?:无|非|没有)(?:肢体|身体|听力|视力)?(?:残疾|残障)(?!人|通道|设施)|无(?:生理|身体|肢体)缺陷|四肢健全|肢体健全"
        r"|(?:残疾|残障)人?(?:除外|勿扰|不招|免谈)",
    ),
    Wording(
        ("odied", "isabilit", "isabled"),
        r"\bnot disabled\b",
        r"\bable[- ]bodied\b|\b(?:no|without|free from|free of)\s+(?:any\s+)?(?:physical\s+)?disabilit(?:y|ies)\b",
    ),
    r"残疾(?:情况)?|disability",
)
HEALTH = Ground(
    Phrase("限定了健康状况", "asks for a state of health"),
    Phrase(
        "《就业促进法》第二十六、三十条（传染病病原携带者）",
        "art. 26 and 30 of the Employment Promotion Law (China)",
    ),
    Phrase(
        "美国 ADA（42 U.S.C. 12112）、英国《2010年平等法》第6、39、60条",
        "ADA (42 U.S.C. 12112), Equality Act 2010 (UK) s. 6, 39 and 60",
    ),
    Phrase(
        "写岗位需要的能力（如能分辨导线颜色），或写明理由（作业要求、职业禁忌）",
        "ask for the ability that the work needs (can tell wire colours apart), or state the reason",
    ),
    Wording(
        ("病", "乙肝", "肝炎", "艾滋", "HIV", "色盲", "色弱", "高血压", "癫痫", "口吃"),
        r"(?:无|没有|不得有|未患有?)[^，。；\n]{0,8}?(?:传染性?疾?病|肝炎|艾滋病?|hiv|色盲|色弱|高血压|心脏病|癫痫|慢性病|遗传病|精神病|精神疾病"
        r"|糖尿病|(?:重大|严重|其他|任何)疾病|病史|口吃)(?:携带者?|病?史)?|乙肝(?:表面抗原)?(?:五项|两对半)?(?:为?阴性|除外|检[测查]合格)"
        r"|(?:hiv|艾滋病?)(?:抗体)?(?:为?阴性)|传染病(?:病原)?携带者(?:除外|勿扰)",
        r"(?:无|未患)(?:传染性?疾?病|乙肝|色盲|色弱|精神病史|家族病史)(?:携带者|病?史)?",
    ),
    Wording(
        (
            "disease",
            "illness",
            "al condition",
            "ic condition",
            "us condition",
            "epatitis",
            "HIV",
            "hiv",
            "health prob",
            "blind",
        ),
        r"\b(?:no|free from|free of)\s+(?:any\s+)?(?:history of\s+)?(?:infectious|contagious|chronic|mental|serious|hereditary)"
        r"\s+(?:disease|illness|condition)(?:s|es)?\b|\b(?:hiv|hepatitis(?: b)?)[- ](?:negative|free)\b"
        r"|\bno\s+(?:history of\s+|known\s+)?(?:medical conditions?|health problems?|illness(?:es)?)\b",
        r"\b(?:no|not)\s+colou?r[- ]?blind(?:ness)?\b",
    ),
    r"病史|既往病史|medical history",
)
GROUNDS = (SEX, AGE, FAMILY, LOOKS, ORIGIN, ETHNICITY, RELIGION, DISABILITY, HEALTH)

ANCHORS_IN_RUNNING_ENGLISH = (" only", "preferred", "oung and ", "years old", "aged ", "bodied")
"""English texts are long and these few are common, so outside the qualifications nothing else is looked for."""
OPEN = {
    "zh": r"不限|均可|皆可|都可|不拘|不论|无论|不作|不做|无要求|没有要求|无特殊要求|无限制|不得以|不因|歧视|退休|禁止|不得限制"
    r"|不得询问",
    "en": r"\b(?:any (?:age|sex|gender|origin|nationality|background)|all ages|either|regardless|irrespective|discriminat\w*"
    r"|equal|all genders|not required|no requirement|unlimited|retire\w*|welcome)\b"
    r"|(?<!\w)(?:male|men)\s*(?:and|or|/|,)\s*(?:fe|wo)|female\s*(?:and|or|/)\s*male|women\s*(?:and|or|/)\s*men",
}
"""Words by which a clause says that something does not matter, or must not."""
OTHERS = {
    "zh": r"客户|用户|顾客|乘客|业主|消费者|儿童|婴|老人|老年|学生|访客|设备|产品|机组|车龄|账龄|库龄|电梯|办理|申报|协助|登记",
    "en": r"\b(?:customers?|clients?|users?|elderly|passengers?|residents? of|equipment|units?|machines?|boilers?|lifts?"
    r"|products?|assets?|vehicles?|stock|debts?|receivables|parents)\b|\bchildren'?s\b",
}
"""Words by which a clause is about something or somebody else."""
REASON = {
    "zh": r"(?<!原)因(?![此而素]|工作|岗位|业务|公司)|由于|鉴于|《[^》\n]+》|法定|依法|职业禁忌"
    r"|(?<!公司)(?<!我司)(?<!本司)(?:规定|规程|条例|法规|国家标准|国标)",
    "en": r"\bbecause\b|\bdue to\b|\bowing to\b|\b(?:required|prescribed|laid down) by (?!company|our\b|management)"
    r"|\bby law\b|\bstatutory\b|\b(?:Act|Regulations?|Code|Directive|Ordinance)\b|\bregulations\b|\bsafety reasons\b"
    r"|\boccupational requirement\b",
}
"""Words by which a sentence gives a reason; the will of the company is none."""
WORK = {
    "zh": r"作业|驾驶|登高|高空|高处|高压|食品",
    "en": r"\bwork(?:ing)? (?:at height|aloft|on live)|\bdriv\w+|\bfood\b|\belectrical work",
}
"""Work that is a reason by itself for asking about health and disability."""
NOTHING = re.compile(
    r"不限|均可|皆可|都可|不拘|无要求|没有要求|无特殊要求|不作要求|不做要求|无限制|男\s*[/、,，或和]?\s*女|^\s*(?:无|—+|-+|/)?\s*$"
    r"|\b(?:any|either|none|no requirement|no preference|not applicable|n/a|not required|open to all|all genders|unlimited)\b"
    r"|\bmale\s*(?:/|or|and)\s*female\b|\bmen\s*(?:/|or|and)\s*women\b|\bno (?:limit|restriction)",
    re.IGNORECASE,
)
"""What says, under the heading of sex, age and the like, that it does not matter."""
