"""The manual of findings in files of other programs. Where a text can show it, the example is a text or Markdown file."""

from __future__ import annotations

from collections.abc import Mapping

from posdoc.diagnostics import Kind, Prose
from posdoc.foreign import kinds
from posdoc.phrases import Phrase

_TEXT = "## 岗位说明书.txt\n"
_PAGE = "## 岗位说明书.md\n"

_NOT_READ: Mapping[Kind, Prose] = {
    kinds.FORMAT_UNKNOWN: Prose(
        Phrase("不认识这种文件。", "The file is of no kind that is known."),
        Phrase(
            "能读 Word、Excel、CSV、Markdown 和文本文件。PDF 和图片里的文字次序和表格都靠猜，所以不读；请用原来的文件。",
            "Word, Excel, CSV, Markdown and text files are read. Of PDF files and pictures the order of the text and the "
            "tables could only be guessed; take the file that they were made from.",
        ),
    ),
    kinds.FILE_DAMAGED: Prose(
        Phrase("文件不完整或已损坏。", "The file is cut off or damaged."),
        Phrase(
            "从半个文件里读出的岗位会缺内容，而且看不出缺了什么。",
            "Positions from half a file would lack something, and nobody could tell what.",
        ),
    ),
    kinds.FILE_ENCRYPTED: Prose(
        Phrase("文件用密码加密了。", "The file is encrypted with a password."),
        Phrase(
            "posdoc 不问密码。请在 Word 或 Excel 中去掉密码后另存；只是限制编辑的文件不受影响。",
            "No password is asked for. Take it off in Word or Excel and save the file; a file whose editing is restricted is "
            "read as it is.",
        ),
    ),
    kinds.FILE_OUT_OF_BOUNDS: Prose(
        Phrase("文件过大，或其中的内容多得不合常理。", "The file is too large, or holds more than any real one does."),
        Phrase(
            "这样的文件会占满内存和时间；有的是有意做成这样的。请去掉大的图片，或分成几个文件。",
            "It would take all memory and time, and some files are made to do that. Take large pictures out, or split it.",
        ),
    ),
    kinds.WRONG_ENDING: Prose(
        Phrase(
            "文件的扩展名与内容不符，如 .docx 其实是旧格式的 .doc，.xls 其实是网页。",
            "The ending does not fit the content: a .docx that is an old .doc, an .xls that is a web page.",
        ),
        Phrase(
            "多半是改名造成的，或是系统导出的；按哪一种读只能猜。请改正扩展名，或在原来的程序中另存。",
            "It was renamed, or a system has written it so; how to read it could only be guessed. Mend the ending, or save "
            "it in its own program.",
        ),
    ),
    kinds.NEEDS_LIBREOFFICE: Prose(
        Phrase(
            "这种文件（.doc、.wps、.rtf、.odt、.xls、.et、.ods）要由 LibreOffice 转换，本机没有找到它。",
            "Such a file (.doc, .wps, .rtf, .odt, .xls, .et, .ods) is converted by LibreOffice, which was not found.",
        ),
        Phrase(
            "请安装 LibreOffice，或在 Word、Excel、WPS 中打开后另存为 .docx 或 .xlsx。",
            "Install LibreOffice, or open the file in Word, Excel or WPS and save it as .docx or .xlsx.",
        ),
    ),
    kinds.NOTHING_TO_READ: Prose(
        Phrase("文件里没有文字。", "There is no text in the file."),
        Phrase(
            "文件是空的，或只有图片（如扫描件）。请检查是否选对了文件。",
            "It is empty, or holds pictures only, such as a scan. Make sure that it is the right file.",
        ),
    ),
}

_PASSED_OVER: Mapping[Kind, Prose] = {
    kinds.DELETED_TEXT: Prose(
        Phrase(
            "修订中已删除、但尚未接受的文字，或设为隐藏的文字，没有读入。",
            "Text that is deleted with tracked changes, or set as hidden, was left out.",
        ),
        Phrase(
            "按接受全部修订后的样子读入。如果删除还没有定下来，请先在 Word 中处理修订。",
            "A file is read as if all changes were accepted. If a deletion is not decided, settle it in Word first.",
        ),
    ),
    kinds.PICTURE_NOT_READ: Prose(
        Phrase(
            "图片、图表或嵌入对象中的文字没有读取。",
            "The text in a picture, a chart or an embedded object was not read.",
        ),
        Phrase(
            "组织架构图、签字扫描件常是图片；其中的内容要人工录入，否则会缺。",
            "Org charts and signatures are often pictures; what they say is missing until somebody writes it down.",
        ),
        _PAGE + "# 售后服务部\n«![组织架构图](chart.png)»\n",
        _PAGE + "# 售后服务部\n- 售后经理\n  - 售后主管\n",
    ),
    kinds.VALUE_NOT_CALCULATED: Prose(
        Phrase("公式没有保存计算结果。", "A formula has no value in the file."),
        Phrase(
            "由程序生成、没有在 Excel 中保存过的表常是这样；posdoc 不计算公式，相应的格读作空。在 Excel 中打开并保存即可。",
            "So it is in workbooks that a program has written and Excel has never saved. Formulas are not calculated here, and "
            "the cell reads as empty. Open it in Excel and save it.",
        ),
    ),
    kinds.LINK_NOT_FOLLOWED: Prose(
        Phrase(
            "文件引用了其他文件或网址，没有去读取。",
            "The file refers to other files or addresses, which were not read.",
        ),
        Phrase(
            "读一个文件不应去打开别的文件，更不应联网；只读文件里保存的内容。",
            "To read one file must not open others, let alone the network; what is kept in the file itself is read.",
        ),
    ),
    kinds.DRAWING_WITHOUT_LINES: Prose(
        Phrase(
            "图由多个文本框画成，框与框之间的连线无法读取。",
            "A chart is drawn with text boxes, and the lines between them cannot be read.",
        ),
        Phrase(
            "框里的文字都读入了，但谁在谁之下只有图上看得出，要人工核对。",
            "All texts were read, but only the picture says who is below whom: see for yourself.",
        ),
    ),
    kinds.HIDDEN_CONTENT: Prose(
        Phrase("隐藏的行、列或工作表已一并读入。", "Hidden rows, columns or sheets were read as well."),
        Phrase(
            "隐藏的内容看的人见不到，可能是旧数据或选项列表；posdoc 不擅自丢掉，请看是否需要。",
            "Nobody sees them in Excel; they may be old data or lists of choices. Nothing is thrown away unasked: see whether it "
            "is wanted.",
        ),
    ),
}

_FAULTS: Mapping[Kind, Prose] = {
    kinds.NUMBERING_OF_SOURCE: Prose(
        Phrase("原文的编号有断号、重号或次序颠倒。", "Numbers in the source are missing, repeated or out of order."),
        Phrase(
            "编号断开处可能丢了一条内容，也可能是两份文件拼在了一起。",
            "Where a number is missing an item may be lost, or two documents were put together.",
        ),
        _TEXT + "岗位职责\n1、受理客户投诉。\n2、安排上门维修。\n«4、»整理维修记录。\n",
        _TEXT + "岗位职责\n1、受理客户投诉。\n2、安排上门维修。\n3、整理维修记录。\n",
    ),
    kinds.GARBLED_TEXT: Prose(
        Phrase("原文有乱码，或认不出它的编码。", "Text of the source is garbled, or its encoding is not known."),
        Phrase(
            "乱码会原样印进岗位说明书。请从原文件重新取得这段文字，或把文件另存为 UTF-8。",
            "It would be printed as it is. Take the text from the original anew, or save the file as UTF-8.",
        ),
        _TEXT + "岗位名称：售后«�»务主管\n",
        _TEXT + "岗位名称：售后服务主管\n",
    ),
    kinds.SUM_OF_SOURCE: Prose(
        Phrase(
            "原文的合计与各项之和不符，或各项的百分比加起来不是 100%。",
            "A sum in the source is not that of its parts, or shares do not add up to 100%.",
        ),
        Phrase("两处中有一处是错的，要看原文的用意。", "One of the two is wrong; only the author knows which."),
        _PAGE + "| 岗位 | 编制 |\n|---|---|\n| 售后主管 | 2 |\n| 维修技师 | 6 |\n| 合计 | «9» |\n",
        _PAGE + "| 岗位 | 编制 |\n|---|---|\n| 售后主管 | 2 |\n| 维修技师 | 6 |\n| 合计 | 8 |\n",
    ),
    kinds.ROW_OUT_OF_PLACE: Prose(
        Phrase(
            "一行的格数或内容与表不合：错位、截断，或属于别的表。",
            "A row does not fit its table: it is shifted, cut off, or belongs to another one.",
        ),
        Phrase(
            "按列去读会把内容放进错误的字段，所以整行保留下来，请人工归位。",
            "Read by its columns it would end up in the wrong fields; it is kept whole, to be put in its place by hand.",
        ),
        _PAGE + "| 序号 | 职责 | 权重 |\n|---|---|---|\n| 1 | 受理投诉 | 40% |\n| «60%» | 2 | 上门维修 |\n",
        _PAGE + "| 序号 | 职责 | 权重 |\n|---|---|---|\n| 1 | 受理投诉 | 40% |\n| 2 | 上门维修 | 60% |\n",
    ),
    kinds.VALUE_NOT_UNDERSTOOD: Prose(
        Phrase("认出了字段，但读不懂它的值。", "A field was recognized, but not what it says."),
        Phrase(
            "写成数字、日期或百分比的字段只收看得懂的值；原文保留在备注里。",
            "A number, a date or a percentage is only taken where it is plain; the words of the source are kept in the notes.",
        ),
        _TEXT + "岗位名称：售后主管\n生效日期：«待批准后»\n",
        _TEXT + "岗位名称：售后主管\n生效日期：2024-03-01\n",
    ),
    kinds.TITLE_AMBIGUOUS: Prose(
        Phrase("原文提到的岗位名称有几个岗位同时用着。", "A title that the source names belongs to several positions."),
        Phrase(
            "引用哪一个只有作者知道；各个候选都列了出来，请选定后写上岗位标识。",
            "Only the author knows which one is meant. All of them are listed: choose, and write its id.",
        ),
        _TEXT
        + "岗位名称：维修技师\n直接上级：«组长»\n\n岗位名称：组长\n所属部门：一组\n\n岗位名称：组长\n所属部门：二组\n",
        _TEXT + "岗位名称：维修技师\n直接上级：一组组长\n\n岗位名称：一组组长\n\n岗位名称：二组组长\n",
    ),
    kinds.TITLE_UNKNOWN: Prose(
        Phrase(
            "原文提到的岗位，读入的文件和工作区里都没有。",
            "A position that the source names is neither in the files nor in the workspace.",
        ),
        Phrase(
            "多半在别的部门，可以在 posdoc.yaml 中登记为外部岗位；也可能是名称写得不同。",
            "Mostly it is in another department and can be declared in posdoc.yaml; or its name is written in another way.",
        ),
        _TEXT + "岗位名称：售后主管\n直接上级：«售后总监»\n",
        _TEXT + "岗位名称：售后主管\n直接上级：售后经理\n\n岗位名称：售后经理\n",
    ),
    kinds.PLACEHOLDER_IN_SOURCE: Prose(
        Phrase(
            "原文此处是没有填写的提示或占位。",
            "The source has a prompt or a placeholder here that nobody has filled in.",
        ),
        Phrase(
            "占位不是内容，没有读入；请补上真正的内容。",
            "It is no content and was not taken; write what belongs there.",
        ),
        _TEXT + "岗位名称：售后主管\n直接上级：«（此处填写上级）»\n",
        _TEXT + "岗位名称：售后主管\n直接上级：售后经理\n",
    ),
}

_READ_BACK: Mapping[Kind, Prose] = {
    kinds.COLUMN_UNKNOWN: Prose(
        Phrase("表中有一列不知道是哪个字段。", "A column of the table is no field that is known."),
        Phrase(
            "这一列的修改会被悄悄丢掉，所以先停下来。请改回导出时的列名，或指明它是哪个字段。",
            "What was changed in it would be lost without a word. Give the column the name that it was exported with, or say "
            "which field it is.",
        ),
        "## 岗位一览表.csv\n岗位标识,岗位名称,«编制数目»\nafter-sales-head,售后主管,2\n",
        "## 岗位一览表.csv\n岗位标识,岗位名称,编制\nafter-sales-head,售后主管,2\n",
    ),
    kinds.ROW_UNKNOWN: Prose(
        Phrase("表中有一行找不到对应的岗位。", "A row of the table belongs to no position."),
        Phrase(
            "岗位标识被改动或删去了，或者岗位已经改名；这一行的修改没有地方可写。",
            "Its id was changed or deleted, or the position has another one by now: there is no place to write the row to.",
        ),
        "## 岗位一览表.csv\n岗位标识,岗位名称,编制\n«after-sale-head»,售后主管,2\n",
        "## 岗位一览表.csv\n岗位标识,岗位名称,编制\nafter-sales-head,售后主管,2\n",
    ),
    kinds.CHANGED_ON_BOTH_SIDES: Prose(
        Phrase(
            "同一个值在文件里和在定义里都改过，而且改得不一样。",
            "A value was changed in the file and in the definition, in different ways.",
        ),
        Phrase(
            "覆盖任何一方都会丢掉别人的工作；请看两处的内容，定下一个。",
            "To overwrite either side would lose somebody's work. Look at both and decide.",
        ),
    ),
    kinds.CHANGE_NOT_POSSIBLE: Prose(
        Phrase("文件里的修改无法写回定义。", "A change in the file cannot be written into the definition."),
        Phrase(
            "改动的是算出来的、继承来的或由几处拼成的内容；请直接修改定义。",
            "What was changed is calculated, inherited, or put together from several places. Change the definition itself.",
        ),
    ),
    kinds.DOCUMENT_UNKNOWN: Prose(
        Phrase(
            "文件里没有岗位的记号，或记号指的岗位不在工作区里。",
            "The document names no position, or one that is not in the workspace.",
        ),
        Phrase(
            "只有 posdoc 生成的文件才知道自己是哪个岗位的。复制到新文件、用其他程序另存都会丢掉记号。",
            "Only a document that posdoc made knows whose it is. Copying its text into a new file loses that, and so do some "
            "other programs.",
        ),
    ),
}

PROSE: Mapping[Kind, Prose] = {**_NOT_READ, **_PASSED_OVER, **_FAULTS, **_READ_BACK}
