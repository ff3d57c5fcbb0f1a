"""What is said of a whole file that was read."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from playbook.exports.said import listed
from playbook.language import Text

GBK = Text(
    "文字编码是 GBK（记事本里叫 ANSI），已照此读。", "The text is in GBK (Notepad calls it ANSI) and was read so."
)
UTF_16 = Text("文字编码是 UTF-16，已照此读。", "The text is in UTF-16 and was read so.")
TABS = Text("各列之间是制表符，不是逗号，已照此读。", "Tabs, not commas, separate the columns; it was read so.")
SEMICOLONS = Text(
    "各列之间是分号，不是逗号，已照此读。", "Semicolons, not commas, separate the columns; it was read so."
)
PASSED_OVER = Text(
    "这些列不属于这种导出，没有读：{names}。其余各列照常按列名读。",
    "Columns that do not belong to this export were not read: {names}. All the others were read by name.",
)
ELSEWHERE = Text(
    "有些博文已经从 {other} 读过（post_id 相同），但账号名不同，所以两份都收下了。"
    "如果其实是同一个账号，这些博文就算了两遍：请只读其中一个文件。",
    "Some of its posts had been read from {other} (the post_id is the same) under another account name, so both were "
    "kept. If it is in truth one account, they are counted twice: read only one of the two files.",
)


def passed_over(names: Iterable[str], known: Collection[str]) -> tuple[Text, ...]:
    """Say which columns of a file are none of its layout's; nothing if all are."""
    extra = list(dict.fromkeys(name for name in names if name not in known))
    return (PASSED_OVER.format(names=listed(extra)),) if extra else ()
