"""The first sheet: what the workbook is, what the colours mean, what each sheet is for, and how it is read back."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from playbook.handbook.held import PLANS, Held
from playbook.handbook.lessons import title
from playbook.handbook.sheets.cells import Sheet
from playbook.handbook.sheets.paper import height, on_a4
from playbook.handbook.sheets.plain import escaped, shown
from playbook.language import Language, Text, join, same

TITLE = Text("怎么用", "How to use")
HEAD = Text("{whose}：微博运营手册", "{whose}: Weibo handbook")
SAVED = Text("按 {day} 存的计划生成。", "Made from the plans as they were saved on {day}.")
COLOURS = (
    (Text("白格", "White"), None, Text("可以改，改了能读回计划。", "Can be changed; changes are read back.")),
    (Text("灰格", "Grey"), "EFEFEF", Text(
        "只给看：从公司卡、别的计划或者规则来的，要改到那里去改。",
        "For reading: it comes from the company card, another plan or a rule, and is changed there.")),
    (Text("黄格", "Yellow"), "FFF6DA", Text(
        "团队自己记的，留在这个文件里，不读回计划；重新生成手册，就没有了。",
        "The team’s own notes. They stay in this file, are not read back, and a handbook built anew is without them.")),
)  # fmt: skip
BACK = Text("读回计划", "Reading back")
BACK_SAID = (
    Text(
        "存成 .xlsx，运行：playbook read-back handbook.xlsx",
        "Save it as .xlsx and run: playbook read-back handbook.xlsx",
    ),
    Text("只想看会改什么，加上 --dry-run。", "To see first what would change, add --dry-run."),
    Text(
        "有一格读不成，就一格也不收，会说出是哪张表、哪一格。",
        "If a single cell cannot be taken, nothing is taken; you are told which sheet and which cell.",
    ),
    Text(
        "可以排序、筛选、挪列、改表名、加自己的列。请留着“编号”这一列和隐藏的第 1 行：读回靠它们认行认列。",
        "Sort, filter, move columns, rename sheets, add columns of your own. Keep the column “Id” and the hidden "
        "row 1: they tell which row and which column is which.",
    ),
    Text(
        "写文字，不写公式；日期写成 2026-03-30，时刻写成 9:30。",
        "Write values, not formulas; days as 2026-03-30, times as 9:30.",
    ),
)
MISSING = Text("还没有计划：{which}。", "No plan yet: {which}.")
WIDTHS = (18, 120)


def guide(page: Worksheet, held: Held, made: Sequence[Sheet], wanted: Language, font: str) -> None:
    """Fill the first sheet."""
    page.title = TITLE.in_language(wanted)
    lines: list[tuple[Text, Text, str | None, bool]] = [
        (HEAD.format(whose=held.facts.whose), same(""), None, True),
        *([(same(""), SAVED.format(day=held.newest), None, False)] if held.newest else []),
        *((name, said, fill, False) for name, fill, said in COLOURS),
        (BACK, same(""), None, True),
        *((same(""), said, None, False) for said in BACK_SAID),
        *((sheet.title, sheet.about, None, False) for sheet in made),
    ]
    absent = [title(each) for each in PLANS if each not in held.written]
    lines += [(same(""), MISSING.format(which=join(absent)), None, False)] if absent else []
    for number, (name, said, fill, is_head) in enumerate(lines, start=1):
        for at, words in enumerate((name, said), start=1):
            cell = page.cell(number, at)
            cell.value = escaped(str(shown(words, wanted) or "")) or None
            cell.data_type = "s" if cell.value else "n"
            cell.font = Font(name=font, bold=is_head or at == 1, size=14 if is_head else 11)
            cell.alignment = Alignment(vertical="top", wrap_text=not is_head)
        page.row_dimensions[number].height = height([(shown(said, wanted), WIDTHS[1])]) * (1.3 if is_head else 1)
        if fill:
            page.cell(number, 1).fill = PatternFill("solid", fgColor=fill)
    for letter, width in zip("AB", WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    on_a4(page, page.title)
