"""Why a whole file is refused: what was read, what is wanted, what to do."""

from __future__ import annotations

from playbook.language import Text

MISSING = Text(
    "找不到这个文件。请核对文件名和所在文件夹，文件名要写全，连同末尾的 .csv。",
    "There is no such file. Check the folder and the name, with its ending .csv.",
)
FOLDER = Text(
    "这是一个文件夹，需要的是 CSV 文件。请写出里面的文件名，可以一次写多个。",
    "This is a folder; a CSV file is wanted. Name the files in it, several at once if you like.",
)
NO_FILE = Text(
    "这不是普通文件，需要的是 CSV 文件。请把导出内容存成文件再读。",
    "This is not an ordinary file; a CSV file is wanted. Save the export as a file and read that.",
)
UNREADABLE = Text(
    "文件打不开，系统的说法是：{why}。请关闭正在使用它的程序，或把它复制到自己的文件夹里再读。",
    "The file cannot be opened. The system says: {why}. Close the program that uses it, or copy it to a folder "
    "of your own and read the copy.",
)
EMPTY = Text(
    "文件是空的，需要的是至少有一行表头的 CSV。多半是下载或同步没有完成，请重新导出。",
    "The file is empty; a CSV with at least a row of column names is wanted. A download or a sync was probably "
    "cut short: export it again.",
)
ZIP = Text(
    "这是 Excel 工作簿（.xlsx）或 zip 压缩包，不是 CSV。压缩包请先解压，再读里面的 CSV；工作簿请改用工具原样写出的 "
    "CSV，因为 Excel 只保留 15 位数字，会改坏博文编号。",
    "This is an Excel workbook (.xlsx) or a zip archive, not a CSV. Unpack an archive and read the CSV inside. "
    "Instead of a workbook use the CSV that the tool wrote: Excel keeps only 15 digits and damages post ids.",
)
XLS = Text(
    "这是旧版 Excel 工作簿（.xls），不是 CSV。请改用工具原样写出的 CSV，因为 Excel 只保留 15 位数字，会改坏博文编号。",
    "This is an old Excel workbook (.xls), not a CSV. Use the CSV that the tool wrote: Excel keeps only 15 digits "
    "and damages post ids.",
)
ENCODING = Text(
    "文字编码是 {read}，需要的是 UTF-8。请用记事本打开，点“文件 → 另存为”，编码选 UTF-8，存成新文件再读"
    "（不要用 Excel 转存，它会改坏博文编号）。",
    "The text is encoded in {read}; UTF-8 is wanted. Open it in Notepad, choose File → Save as with the encoding "
    "UTF-8, and read the new file. (Do not convert it with Excel, which damages post ids.)",
)
UTF_16 = Text("UTF-16（记事本叫它 Unicode）", "UTF-16 (which Notepad may call Unicode)")
GBK = Text("GBK（记事本叫它 ANSI，中文 Windows 常用）", "GBK, it seems (Notepad on Chinese Windows calls it ANSI)")
NOT_UTF_8 = Text("一种认不出的编码", "a way we do not recognise")

FIRST_BYTES = (
    (b"PK\x03\x04", ZIP),
    (b"\xd0\xcf\x11\xe0", XLS),
    (b"\xff\xfe", ENCODING.format(read=UTF_16)),
    (b"\xfe\xff", ENCODING.format(read=UTF_16)),
)


class ExportError(ValueError):
    """An export that cannot be read at all; `args[0]` is a Text that says why and what to do."""

    def __str__(self) -> str:
        return str(self.args[0])


def by_first_bytes(data: bytes) -> Text | None:
    """Return why a file is refused that its first bytes show to be no CSV in UTF-8; None if they do not."""
    return next((refusal for start, refusal in FIRST_BYTES if data.startswith(start)), None)


def by_header(cells: list[str]) -> Text | None:
    """Return why a file is refused whose header is not UTF-8; None if it is."""
    raw = "".join(cells).encode("utf-8", "surrogateescape")
    if _is(raw, "utf-8"):
        return None
    if raw.count(0) > len(raw) / 8:  # every Latin letter of UTF-16 has one
        return ENCODING.format(read=UTF_16)
    return ENCODING.format(read=GBK if _is(raw, "gb18030") else NOT_UTF_8)


def about(name: str, refusal: Text) -> Text:
    """Put the name of the file, as it is shown, before what is said of it."""
    return Text("{name}：{refusal}", "{name}: {refusal}").format(name=name, refusal=refusal)


def _is(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
