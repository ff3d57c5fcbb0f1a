"""Why a whole file is refused: what was read, what is wanted, what to do."""

from __future__ import annotations

from playbook.language import Text

MISSING = Text(
    "找不到这个文件。请核对文件名和所在文件夹，文件名要写全，连同末尾的 .csv、.json、.jsonl 或 .db。",
    "There is no such file. Check the folder and the name, with its ending .csv, .json, .jsonl or .db.",
)
FOLDER = Text(
    "这是一个文件夹，需要的是导出文件。请写出里面的文件名，可以一次写多个。",
    "This is a folder; an export file is wanted. Name the files in it, several at once if you like.",
)
NO_FILE = Text(
    "这不是普通文件，需要的是导出文件。请把导出内容存成文件再读。",
    "This is not an ordinary file; an export file is wanted. Save the export as a file and read that.",
)
UNREADABLE = Text(
    "文件打不开，系统的说法是：{why}。请关闭正在使用它的程序，或把它复制到自己的文件夹里再读。",
    "The file cannot be opened. The system says: {why}. Close the program that uses it, or copy it to a folder "
    "of your own and read the copy.",
)
EMPTY = Text(
    "文件是空的，需要的是有博文的 CSV、JSON 或 SQLite 文件。多半是下载或同步没有完成，请重新导出。",
    "The file is empty; a CSV, JSON or SQLite file with posts is wanted. A download or a sync was probably "
    "cut short: export it again.",
)
ZIP = Text(
    "这是 Excel 工作簿（.xlsx）或 zip 压缩包，不是 CSV。压缩包请先解压，再读里面的 CSV；工作簿请改用工具原样写出的 "
    "CSV，因为 Excel 只保留 15 位数字，会改坏博文编号。",
    "This is an Excel workbook (.xlsx) or a zip archive, not a CSV. Unpack an archive and read the CSV inside. "
    "Instead of a workbook use the CSV that the tool wrote: Excel keeps only 15 digits and damages post ids.",
)
GZIP = Text(
    "这是压缩文件（gzip、7z 或 rar），请先解压，再读里面的导出文件。",
    "This is a compressed file (gzip, 7z or rar). Unpack it and read the export inside.",
)
XLS = Text(
    "这是旧版 Excel 工作簿（.xls），不是 CSV。请改用工具原样写出的 CSV，因为 Excel 只保留 15 位数字，会改坏博文编号。",
    "This is an old Excel workbook (.xls), not a CSV. Use the CSV that the tool wrote: Excel keeps only 15 digits "
    "and damages post ids.",
)
ENCODING = Text(
    "文字编码是 {read}，能读的是 UTF-8、带 BOM 的 UTF-16 和 GBK。请用记事本打开，点“文件 → 另存为”，编码选 UTF-8，"
    "存成新文件再读（不要用 Excel 转存，它会改坏博文编号）。",
    "The text is encoded in {read}; UTF-8, UTF-16 with a byte-order mark and GBK can be read. Open it in Notepad, "
    "choose File → Save as with the encoding UTF-8, and read the new file. (Do not convert it with Excel, which "
    "damages post ids.)",
)
UTF_16 = Text(
    "没有 BOM 的 UTF-16（记事本叫它 Unicode）", "UTF-16 without a byte-order mark (Notepad may call it Unicode)"
)
NOT_TEXT = Text("一种认不出的编码", "a way we do not recognise")
GARBLED = Text(
    "列名成了乱码（例如“{found}”）：UTF-8 的文件被当作 GBK 打开，又存了一遍，有些字已经丢失，补不回来。"
    "请用工具最初写出的文件；没有的话，请重新导出。",
    "The column names are garbled (such as “{found}”): a UTF-8 file was opened as GBK and saved again, which lost "
    "characters for good. Use the file as the tool first wrote it, or export it again.",
)
NO_POSTS = Text(
    "文件里是{what}，不是博文。请改读同一个工具导出的博文文件。",
    "The file holds {what}, not posts. Read the file of posts that the same tool exports.",
)
REPR = Text(
    "这不是 JSON，而是 Python 打印出来的内容（用单引号，写 None、True），读不准。请让工具用 json.dump 写出，"
    "或改用它的 CSV。",
    "This is not JSON but what Python prints (single quotes, None, True), which cannot be trusted. Have the tool "
    "write it with json.dump, or use its CSV.",
)
NO_JSON = Text(
    "不是完整的 JSON：第 {line} 行读不下去，那以前没有一条博文。多半是下载没有完成；请重新导出。",
    "This is not whole JSON: it breaks off in line {line}, and there is no post before that. A download was probably "
    "cut short: export it again.",
)
SHAPE = Text(
    "JSON 里找不到博文：最外层是{found}。能读的是：博文对象的列表；带 {keys} 列表的对象；每行一个博文对象。"
    "请换用工具原样写出的文件。",
    "There are no posts in this JSON: its top level is {found}. What can be read: a list of posts; an object with "
    "a list {keys}; one post a line. Use the file as the tool wrote it.",
)
NO_OBJECTS = Text("没有博文对象的列表", "a list without objects")
EMPTY_LIST = Text("空的列表", "an empty list")
NO_OBJECT = Text("一个数或一段文字", "a number or a text")
DATABASE = Text(
    "SQLite 数据库读不下去，系统的说法是：{why}。多半是文件没有复制完整；请关闭抓取工具，重新复制。",
    "The SQLite database cannot be read. The system says: {why}. It was probably not copied whole: close the tool that "
    "writes it and copy it again.",
)
TABLES = Text(
    "SQLite 数据库里没有认得出的博文表（{table}）。里面的表：{found}。请换用工具原样写出的数据库，或它的 CSV。",
    "There is no table of posts that we know ({table}) in this SQLite database. Tables in it: {found}. Use the "
    "database "
    "as the tool wrote it, or its CSV.",
)
STILL_OPEN = Text(
    "SQLite 数据库旁边还有 {name}，最近的博文还在那里，没有写进数据库。请先关闭抓取工具，再读。",
    "Beside the SQLite database lies {name}: the newest posts are still there and not yet in the database. Close the "
    "tool that writes it, then read again.",
)

FIRST_BYTES = (
    (b"PK\x03\x04", ZIP),
    (b"\xd0\xcf\x11\xe0", XLS),
    (b"\x1f\x8b", GZIP),
    (b"7z\xbc\xaf\x27\x1c", GZIP),
    (b"Rar!\x1a\x07", GZIP),
)


class ExportError(ValueError):
    """An export that cannot be read at all; `args[0]` is a Text that says why and what to do."""

    def __str__(self) -> str:
        return str(self.args[0])


def by_first_bytes(data: bytes) -> Text | None:
    """Return why a file is refused that its first bytes show to be no text; None if they do not."""
    return next((refusal for start, refusal in FIRST_BYTES if data.startswith(start)), None)


def about(name: str, refusal: Text) -> Text:
    """Put the name of the file, as it is shown, before what is said of it."""
    return Text("{name}：{refusal}", "{name}: {refusal}").format(name=name, refusal=refusal)
