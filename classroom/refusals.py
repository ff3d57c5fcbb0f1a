"""Why an answer file, or a value in it, is refused: what was read, what is wanted, what to do."""

from __future__ import annotations

from playbook import wanted
from playbook.language import Text

AGAIN = Text(
    "请在课程首页重新点“交作业”，把写出的 zip 再交一次。",
    "Press “Hand in” on the first page of the course again and send the zip it writes.",
)

EMPTY = Text("文件是空的，多半是没有传完。", "The file is empty; most likely it was not fully sent. ")
TOO_LARGE = Text("文件超过 256 KB，不像作业文件。", "The file is larger than 256 KB, which no answer file is. ")
OTHER_FILE = Text("这是{kind}，不是作业文件。", "This is {kind}, not an answer file. ")
ENCODING = Text(
    "文件不是 UTF-8 编码（{encoding}；第 {place} 个字节起读不出来），可能被别的软件另存过。",
    "The file is not in UTF-8 ({encoding}; unreadable from byte {place} on). Another program may have saved it. ",
)
TOO_DEEP = Text("括号套得太深，不是课程写出的文件。", "Brackets nest too deep; the course did not write this file. ")
NOT_JSON = Text(
    "第 {line} 行第 {column} 个字符读到 {read}，文件在这里断了或被改过。",
    "Line {line}, character {column} has {read}: the file breaks off or was changed there. ",
)
WIDE_SIGN = Text(
    "第 {line} 行第 {column} 个字符读到全角的 {read} ，应为半角的 {wanted} ，文件在这里被改过。",
    "Line {line}, character {column} has a full-width {read} ; wanted: {wanted} . The file was changed there. ",
)
FULL_WIDTH = {"：": ":", "，": ",", "“": '"', "”": '"', "＂": '"', "｛": "{", "｝": "}", "［": "[", "］": "]"}
TWICE = Text("“{name}”出现了两次，不知道该用哪个。", "“{name}” stands there twice, and which one counts is unclear. ")
NOT_FINITE = Text(
    "文件里读到 {read}，这不是一个可用的数，课程不会这样写。",
    "The file has {read}, which is not a usable number; the course never writes that. ",
)
BAD_TEXT = Text(
    "{place} 的文字里有不能显示的控制字符。", "The text at {place} holds control characters that cannot be shown. "
)
NOT_OBJECT = Text("读到 {read}，作业文件应是一组以 {{ 开头的内容。", "It has {read}; an answer file begins with {{. ")
MISSING = Text("缺少 {place}，文件不完整或被改过。", "{place} is missing: the file is cut short or was changed. ")
UNKNOWN = Text(
    "不认识 {place}{nearest}，文件可能被改过。", "{place} is not known{nearest}; the file may have been changed. "
)
WRONG_SHAPE = Text("在 {place} 读到 {read}，应为：{wanted}。", "At {place} it has {read}; wanted: {wanted}. ")
VERSION = Text(
    "文件格式是 {read}，这里读的是 1：写它的是另一个版本的课程，需要先更新。",
    "The file has format {read}; format 1 is wanted. Another version of the course wrote it: update the course. ",
)
MEANT = Text("（是不是 {close}？）", " (did you mean {close}?)")
CUT_OFF = Text(
    "文件到第 {line} 行第 {column} 个字符就断了，没有传完，或被改过。",
    "The file breaks off at line {line}, character {column}: it was not fully sent, or was changed. ",
)

UTF_16 = Text("像是 UTF-16，记事本叫它 Unicode", "it seems to be UTF-16, which Notepad calls Unicode")
UTF_32 = Text("像是 UTF-32", "it seems to be UTF-32")
GBK = Text("像是 GBK，记事本叫它 ANSI", "it seems to be GBK, which Notepad calls ANSI")
GBK_NAME = (
    Text(
        "文件里的名字读成了 {read}：文件像是存成了 GBK（记事本叫它 ANSI）。",
        "The name in the file reads {read}: it seems to have been saved as GBK, which Notepad calls ANSI. ",
    )
    + AGAIN
)
NO_ENCODING = Text("认不出是哪一种编码", "its encoding is unknown")

NOTEBOOK = Text("一页笔记本（.ipynb）", "a notebook (.ipynb)")
_PDF = Text(" PDF 文件", "a PDF")
PICTURE = Text("图片", "a picture")
ARCHIVE = Text(" zip 以外的压缩包", "an archive other than a zip")
FIRST_BYTES = {
    b"PK": Text("压缩包或 Office 文件", "a ZIP or Office file"),
    b"\xd0\xcf\x11\xe0": Text("旧版 Office 文件", "an old Office file"),
    b"%PDF": _PDF,
    b"\x89PNG": PICTURE,
    b"\xff\xd8\xff": PICTURE,
    b"Rar!": ARCHIVE,
    b"7z\xbc\xaf": ARCHIVE,
    b"\x1f\x8b": ARCHIVE,
}

EXERCISE = Text("05_timing/01_find_our_hours 这样的练习编号", "an exercise such as 05_timing/01_find_our_hours")
FITTING = Text("课程写出的内容", "what the course writes there")
WANTED = wanted.WANTED | {  # by pydantic's name of the error
    "string_pattern_mismatch": Text(
        "小写字母开头，只有小写字母、数字和 _ 的名称", "a name of lower-case letters, digits and _"
    ),
    "too_long": Text("最多 {max_length} 次作答", "at most {max_length} attempts"),
}
WANTED_IN = {  # by the kind of field
    "number": Text("{low:.10g} 到 {high:.10g} 之间的数", "a number from {low:.10g} to {high:.10g}"),
    "choice": Text("{known} 之一", "one of {known}"),
    "order": Text("{known} 排成的次序", "an order of {known}"),
    "text": Text("最多 {longest} 个字的文字", "a text of at most {longest} characters"),
    "plan": Text("计划表写出的计划", "a plan as the planner writes it"),
    "unreadable": Text("计划表写出的计划（{why}）", "a plan as the planner writes it ({why})"),
}

# Of a file, before it is opened
HAND_IN = Text(
    "请交课程首页“交作业”写出的 zip，或其中的 .json 文件。",
    "Send the zip that “Hand in” on the first page writes, or the .json files in it.",
)
OTHER_KIND = Text("这是{kind}，没有打开。", "This is {kind} and was not opened. ") + HAND_IN
NOT_ARRIVED = Text(
    "文件没有下载完。请等它传完，再放一次。", "The file is not fully downloaded. Let it finish, then put it here again."
)
NO_FILE = Text(
    "这不是普通文件（是快捷方式、链接、管道，或层数太深的文件夹），没有打开。请换成文件本身。",
    "This is no ordinary file (a shortcut, a link, a pipe, or a folder too deep) and was not opened. "
    "Put the file itself here.",
)
CANNOT_OPEN = Text(
    "打不开，系统的说法是：{why}。请检查这个文件的权限，再批改一次。",
    "It cannot be opened. The system says: {why}. Check the permissions of the file and grade again.",
)
TOO_MUCH = Text(
    "超过 20 MB 或 2000 个文件，一份作业没有这么大，没有打开。请向学员问清它的来历。",
    "More than 20 MB or 2,000 files, which no hand-in has; not opened. Ask the learner where it comes from.",
)
# What browsers, netdisks and download programs call a file that is still on its way
UNFINISHED = {".crdownload", ".part", ".partial", ".download", ".tmp", ".icloud", ".downloading", ".xltd", ".td"}
_WORD = Text(" Word 文件", "a Word file")
_EXCEL = Text(" Excel 文件", "an Excel file")
KINDS = {
    "": Text("没有扩展名的文件", "a file whose name has no ending"),
    ".ipynb": NOTEBOOK,
    ".doc": _WORD,
    ".docx": _WORD,
    ".xls": _EXCEL,
    ".xlsx": _EXCEL,
    ".pdf": _PDF,
    ".png": PICTURE,
    ".jpg": PICTURE,
    ".jpeg": PICTURE,
    ".txt": Text("文本文件", "a text file"),
    ".rar": ARCHIVE,
    ".7z": ARCHIVE,
    ".tar": ARCHIVE,
    ".gz": ARCHIVE,
}
OF_KIND = Text("类型为“{ending}”的文件", "a file of type “{ending}”")

# Of a zip; {name} is the entry
_NOT_UNPACKED = Text(
    "整个压缩包没有打开。请学员在课程首页重新点“交作业”，换一个压缩包；也问清这一个是哪里来的。",
    "Nothing in the zip was opened. Ask the learner to press “Hand in” on the first page of the course again and send "
    "a new zip, and where this one came from.",
)
OUTSIDE = Text("里面的 {name} 指向压缩包以外的地方。", "{name} in it points outside the zip. ") + _NOT_UNPACKED
LINK = Text("里面的 {name} 是链接。", "{name} in it is a link. ") + _NOT_UNPACKED
BOMB = (
    Text("里面的 {name} 展开后会大到不像作业。", "{name} in it would swell far beyond any answer file. ")
    + _NOT_UNPACKED
)
SAME_NAME = (
    Text("里面有两个 {name}，不知道该用哪个。", "{name} is in it twice, and which one counts is unclear. ")
    + _NOT_UNPACKED
)
DAMAGED = Text("压缩包坏了或没有传完。", "The zip is damaged or was not fully sent. ") + AGAIN
LOCKED = Text("压缩包加了密码。", "The zip is locked with a password. ") + HAND_IN
NESTED = Text("压缩包里又有压缩包 {name}。", "There is another zip in it, {name}. ") + HAND_IN
PACKING = Text("{name} 的压缩方式读不了。", "{name} is packed in a way we do not read. ") + HAND_IN

# Of what an answer file holds
ABOUT = Text("{place}：{why}", "{place}: {why}")
OTHER_LEARNER = Text(
    "文件里写的是 {read}，却放在 {wanted} 名下。请核实是谁的作业，再移到本人的文件夹。",
    "The file says {read} but lies under {wanted}. Find out whose it is and move it to that folder.",
)
NO_NAME = Text(
    "文件里没有姓名。请先在课程首页填写姓名或学号。", "The file has no name. Give your name on the first page. "
) + Text("然后点“交作业”，把写出的 zip 交上来。", "Then press “Hand in” and send the zip it writes.")
NO_EXERCISE = Text(
    "课程里没有练习 {read}{nearest}，可能是别的版本的课程，需要先更新。",
    "The course has no exercise {read}{nearest}; another version of the course may have. Update the course. ",
)
OTHER_VARIANT = Text(
    "这份作答用的是数据 {read}，按学号和课程代码应该用 {wanted}，所以没有批。"
    "批改时如果漏写或写错了 --code，改好再批一次；不然，请在课程首页核对学号和课程代码，打开这个练习重新作答。",
    "These answers were made for the data {read}; by number and course code they should be for {wanted}, so they were "
    "not graded. If --code was left out or mistyped, grade again with the right one. Otherwise check number and code "
    "on the first page of the course, open the exercise and answer again. ",
)
OF_LESSON = Text(
    "{read} 是课文里的题，不计分。要交的是练习页的作答。",
    "{read} is a question of the lesson, which is not graded. The answers of the exercise page are wanted. ",
)
NO_QUESTION = Text(
    "这次练习没有题目 {read}{nearest}，文件可能被改过。",
    "The exercise has no question {read}{nearest}; the file may have been changed. ",
)
NO_FIELD = Text(
    "题目 {question} 没有 {read} 这一空{nearest}，文件可能被改过。",
    "Question {question} has no field {read}{nearest}; the file may have been changed. ",
)
WRONG_VALUE = Text(
    "题目 {question} 的 {field} 读到 {read}，应为：{wanted}。需要在练习页重新作答。",
    "In question {question}, {field} has {read}; wanted: {wanted}. Answer it again on the exercise page. ",
)
