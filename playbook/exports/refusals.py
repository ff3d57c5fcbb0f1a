"""Why a whole file is refused: what was read, what is wanted, what to do."""

from __future__ import annotations

from codecs import BOM_UTF8

from playbook.language import Text

MISSING = Text(
    "找不到这个文件。请核对文件名和所在文件夹，文件名要写全，连同末尾的 .csv、.json、.jsonl 或 .db。",
    "There is no such file. Check the folder and the name, with its ending .csv, .json, .jsonl or .db.",
)
FOLDER = Text(
    "这是文件夹，要读的是里面的导出文件。请写出文件名，可以一次写几个。",
    "This is a folder; what can be read are the export files in it. Name them, several at once if you like.",
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
    "The file is empty; a CSV, JSON or SQLite file with posts is wanted. A download or a sync was probably cut "
    "short: export it again.",
)
ZIP = Text(
    "这是 Excel 工作簿（.xlsx）或 zip 压缩包，不是 CSV。压缩包请先解压，再读里面的 CSV；"
    "工作簿请改用工具原样写出的 CSV，因为 Excel 只保留 15 位数字，会改坏博文编号。",
    "This is an Excel workbook (.xlsx) or a zip archive, not a CSV. Unpack an archive and read the CSV inside. "
    "Instead of a workbook use the CSV that the tool wrote: Excel keeps only 15 digits and damages post ids.",
)
COMPRESSED = Text(
    "这是压缩文件（gzip、7z 或 rar），请先解压，再读里面的导出文件。",
    "This is a compressed file (gzip, 7z or rar). Unpack it and read the export inside.",
)
XLS = Text(
    "这是旧版 Excel 工作簿（.xls），不是 CSV。请改用工具原样写出的 CSV，因为 Excel 只保留 15 位数字，会改坏博文编号。",
    "This is an old Excel workbook (.xls), not a CSV. Use the CSV that the tool wrote: Excel keeps only 15 "
    "digits and damages post ids.",
)
UNMARKED = Text(
    "文字编码是不带 BOM 的 UTF-16（记事本里叫 Unicode），能读的是 UTF-8、带 BOM 的 UTF-16 和 GBK。"
    "请用记事本打开，点“文件 → 另存为”，编码选 UTF-8，存成新文件再读（不要用 Excel 转存，它会改坏博文编号）。",
    "The text is in UTF-16 without a byte-order mark (Notepad calls it Unicode); UTF-8, UTF-16 with that mark "
    "and GBK can be read. Open it in Notepad, choose File → Save as with the encoding UTF-8, and read the new "
    "file. (Do not convert it with Excel, which damages post ids.)",
)
NOT_TEXT = Text(
    "文件里认不出文字：可能是图片、PDF 之类的文件，也可能已经损坏。请换用工具写出的 CSV、JSON 或 SQLite 文件。",
    "No text can be made out in this file: it may be a picture, a PDF or the like, or be damaged. Use the CSV, "
    "JSON or SQLite file that the tool wrote.",
)
PAGE = Text(
    "这是网页（HTML）或 XML，不是 CSV；有的平台把网页表格存成 .xls，看上去像 Excel 文件。请换用工具写出的 CSV、"
    "JSON 或 SQLite 文件。",
    "This is a web page (HTML) or XML, not a CSV; some sites save a web table as .xls, which looks like an Excel "
    "file. Use the CSV, JSON or SQLite file that a tool wrote.",
)
GARBLED = Text(
    "列名成了乱码（例如“{found}”）：UTF-8 的文件被当作 GBK 打开，又存了一遍，有些字已经丢失，补不回来。"
    "请用工具最初写出的文件；没有的话，请重新导出。",
    "The column names are garbled (such as “{found}”): a UTF-8 file was opened as GBK and saved again, which "
    "lost characters for good. Use the file as the tool first wrote it, or export it again.",
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
    "这不是完整的 JSON：第 {line} 行读不下去，在那之前没有读到一条博文。多半是下载没有完成；请重新导出。",
    "This is not whole JSON: line {line} cannot be read, and there is no post before it. A download was probably "
    "cut short: export it again.",
)
SHAPE = Text(
    "JSON 里找不到博文：最外层是{found}。能读的是：博文的列表；在 {keys} 里放着博文列表的对象；每行一条博文。"
    "请换用工具原样写出的文件。",
    "There are no posts in this JSON: its top level is {found}. What can be read: a list of posts; an object "
    "that holds one under {keys}; one post a line. Use the file as the tool wrote it.",
)
NO_OBJECTS = Text(
    "列表，但里面不是博文",
    "a list, but not of posts",
)
EMPTY_LIST = Text(
    "JSON 里的列表是空的，没有一条博文。账号如果本来就没有公开的博文，就没有可读的；否则请重新导出。",
    "The list in this JSON is empty: there is not one post. If the account has no public posts, there is nothing "
    "to read; if it has, export it again.",
)
NO_OBJECT = Text(
    "一个单独的值",
    "a single value",
)
DATABASE = Text(
    "SQLite 数据库读不下去，系统的说法是：{why}。多半是文件没有复制完整；请关闭抓取工具，重新复制。",
    "The SQLite database cannot be read. The system says: {why}. It was probably not copied whole: close the "
    "tool that writes it and copy it again.",
)
TABLES = Text(
    "SQLite 数据库里没有认得出的博文表（{table}）。里面的表：{found}。请换用工具原样写出的数据库，或它的 CSV。",
    "There is no table of posts that we know ({table}) in this SQLite database. Tables in it: {found}. Use the "
    "database as the tool wrote it, or its CSV.",
)
OTHER_COLUMNS = Text(
    "SQLite 数据库里有 {table} 表，但它的列与认得的导出都不同：{found}。请换用工具原样写出的数据库，或它的 CSV。",
    "There is a table {table} in this SQLite database, but its columns are those of no export we know: {found}. "
    "Use the database as the tool wrote it, or its CSV.",
)
STILL_OPEN = Text(
    "SQLite 数据库旁边有 {name}：抓取工具还在写，或者写到一半停了，有些博文可能还没有写进数据库。"
    "请等它写完并关闭；如果它中途停了，请再运行一次让它写完。然后再读。",
    "Beside the SQLite database lies {name}: a tool is still writing, or stopped half-way, and some posts may "
    "not be in the database yet. Let it finish and close it; if it broke off, run it once more until it is done. "
    "Then read again.",
)

FIRST_BYTES = (
    (b"PK\x03\x04", ZIP),
    (b"\xd0\xcf\x11\xe0", XLS),
    (b"\x1f\x8b", COMPRESSED),
    (b"7z\xbc\xaf\x27\x1c", COMPRESSED),
    (b"Rar!\x1a\x07", COMPRESSED),
    (b"\x89PNG", NOT_TEXT),
    (b"\xff\xd8\xff", NOT_TEXT),
    (b"%PDF", NOT_TEXT),
)


class ExportError(ValueError):
    """An export that cannot be read at all; `args[0]` is a Text that says why and what to do."""

    def __str__(self) -> str:
        return str(self.args[0])


def by_first_bytes(data: bytes) -> Text | None:
    """Return why a file is refused that its first bytes show to be no export; None if they do not."""
    if data.removeprefix(BOM_UTF8).lstrip().startswith(b"<"):
        return PAGE
    return next((refusal for start, refusal in FIRST_BYTES if data.startswith(start)), None)
