"""Why a cell was mended or a row left out: what is wanted, what was done, what to do."""

from __future__ import annotations

from playbook.language import Text

NOTHING = Text("", "")

NO_COUNT = Text(
    "“{column}”应当是不小于 0 的整数，例如 128，或“1.2万”“100万+”这样的约数；读到的不是。这一格留空，不当作 0。"
    "要补上，请用记事本（不要用 Excel）在导出文件里改成整数，再读一次。",
    "“{column}” should be a whole number, 0 or more, such as 128, or a rounded one such as 1.2万 or 100万+. What "
    "was read is neither, so the cell stays empty and does not become 0. To fill it, write the number in the "
    "export (in Notepad, not in Excel) and read it again.",
)
WORD_COUNT = Text(
    "“{column}”里是按钮上的词（转发、评论、赞），不是数字。数字为 0 时网页上显示的就是这个词，"
    "抓取没有读到数字时留下的也是它，所以这一格留空，不当作 0。",
    "“{column}” holds the word on the button (转发, 评论, 赞), not a number. The page shows that word where the "
    "number is 0, but it is also what is left where none was read, so the cell stays empty and does not become 0.",
)
EMPTY_COUNT = Text(
    "“{column}”应当是不小于 0 的整数，这里却是空的；这一格留空，不当作 0。要补上，请用记事本（不要用 "
    "Excel）在导出文件里填上整数，再读一次。",
    "“{column}” should be a whole number, 0 or more, and is empty here. The cell stays empty and does not become "
    "0. To fill it, write the number in the export (in Notepad, not in Excel) and read it again.",
)
ROUNDED = Text(
    "“{column}”是平台取整后的约数，已换算成 {count}，真实数字可能略大或略小。",
    "“{column}” was rounded by the platform. It was converted to {count}; the true number may be a little more "
    "or less.",
)
AT_LEAST = Text(
    "“{column}”只说“至少这么多”，已记为 {count}，真实数字可能更大，counts_capped 记为 true。算平均数时，"
    "请把这一条单独看。",
    "“{column}” says “at least this many”. It is kept as {count}, the true number may be larger, and "
    "counts_capped is true. Keep this post apart when you take averages.",
)
CEILING = Text(
    "“{column}”正好是 {count}，多半是平台只显示“100万+”，真实数字可能更大。数字照收，counts_capped 记为 true。"
    "算平均数时，请把这一条单独看。",
    "“{column}” is exactly {count}: the platform probably showed only “100万+”, so the true number may be "
    "larger. It is kept, and counts_capped is true. Keep this post apart when you take averages.",
)
NO_DATE = Text(
    "“{column}”应当是 2020-01-31 或 2020-01-31 08:30 这样的日期，而且日历上要有这一天；读到的不是。"
    "没有日期的博文无法按时间排列，所以这一行未收。请换用工具原样写出的文件（Excel 另存会改写日期），"
    "或用记事本改好这一格，再读一次。",
    "“{column}” should be a day of the calendar, written like 2020-01-31 or 2020-01-31 08:30. What was read is "
    "not, and a post without a date has no place in time, so this row is left out. Use the file as the tool "
    "wrote it (Excel rewrites dates when it saves), or correct the cell in Notepad, and read it again.",
)
NO_TAKEN = Text(
    "“{column}”不是完整的日期（“3分钟前”“昨天 12:30”“06月05日”之类），要知道导出是什么时候做的才能换算，"
    "文件里没有写，所以这一行未收。请加上导出的时间再读一次，例如 --taken 2026-08-14T12:00。",
    "“{column}” is no whole date (3分钟前, 昨天 12:30, 06月05日 and the like): it counts from the moment of the "
    "export. The file does not tell that moment, so this row is left out. Read it again with it, for instance "
    "--taken 2026-08-14T12:00.",
)
AFTER_TAKEN = Text(
    "“{column}”照导出的时间换算，会落在导出之后，所以这一行未收。请核对导出的时间（--taken），再读一次。",
    "“{column}”, reckoned from the moment of the export, would lie after it, so this row is left out. Check the moment "
    "you gave with --taken and read it again.",
)
RELATIVE = Text(
    "“{column}”不是完整的日期（“3分钟前”“06月05日”之类），已按导出的时间换算成 {at}。",
    "“{column}” is a date like 3分钟前 or 昨天 12:30, which counts from the moment of the export; reckoned from "
    "that it is {at}.",
)
NUL = Text(
    "“{column}”里有空字符（NUL），已去掉，其余照收。文件可能没有下载完整，建议重新导出。",
    "There are empty characters (NUL) in “{column}”. They were removed and the rest kept. The file may be "
    "damaged: better export it again.",
)
NUL_ONLY = Text(
    "“{column}”里只有空字符（NUL），看不出原来有没有内容，这一格留空。文件可能没有下载完整，建议重新导出。",
    "There is nothing but empty characters (NUL) in “{column}”, so whether there was anything is not known and "
    "the cell stays empty. The file may be damaged: better export it again.",
)
HALF = Text(
    "“{column}”里有半个字符（例如被截断的表情），无法写进文件，已换成 �，其余照收。",
    "There is half a character in “{column}” (an emoji cut in two, say), which no file can hold. It was replaced "
    "by � and the rest kept.",
)
NO_FLAG = Text(
    "“{column}”应当是 True 或 False；读到的不是，这一格留空。",
    "“{column}” should be True or False. What was read is neither, so the cell stays empty.",
)
NO_LIST = Text(
    "“{column}”应当是一串名称（话题，或 @ 到的人）；读到的不是，这一格留空。",
    "“{column}” should be a list of names (topics, or people mentioned). What was read is none, so the cell "
    "stays empty.",
)

ID_DAMAGED = Text(
    "“{column}”被 Excel 改坏了：Excel 只保留 15 位数字，16 位的编号显示成 3.79E+15 这样。",
    "“{column}” was damaged by Excel, which keeps only 15 digits and shows an id of 16 like 3.79E+15.",
)
ID_ROUNDED = Text(
    "“{column}”的末位多半被 Excel 改成了 0：Excel 只保留 15 位数字，而这个文件里超过一半的编号以 0 结尾。",
    "The last digit of “{column}” has probably become 0 in Excel, which keeps only 15 digits: more than half of "
    "the ids in this file end in 0.",
)
NO_ID = Text(
    "“{column}”应当是一串数字，例如 3501756485200075；读到的不是。",
    "“{column}” should be digits alone, such as 3501756485200075. What was read is not.",
)
NO_BID = Text(
    "“{column}”应当是博文的短编号（bid），例如 z0JH2lOMb；读到的不是。post_id 留空，id_damaged 记为 true；"
    "是否与别的行重复，无法判断。请用工具原样写出的文件。",
    "“{column}” should be the short id of a post (its bid), such as z0JH2lOMb. What was read is not: post_id "
    "stays empty and id_damaged is true, so whether this row repeats another cannot be known. Use the file as "
    "the tool wrote it.",
)
BID_USED = Text(
    "已由 bid（{bid}）还原为 {mid}，可以照用（id_damaged 记为 true）。下次请直接用工具写出的文件，不要用 Excel 另存。",
    " It was restored from the bid ({bid}) as {mid} and can be used; id_damaged is true. Next time take the file "
    "as the tool wrote it, not as Excel saved it.",
)
NO_KEY = Text(
    "这一行也没有可用的 bid，post_id 留空，id_damaged 记为 true；是否与别的行重复，无法判断。"
    "请用工具原样写出的文件，不要用 Excel 另存。",
    " There is no usable bid either: post_id stays empty and id_damaged is true, so whether this row repeats "
    "another cannot be known. Use the file as the tool wrote it; do not save it from Excel.",
)
ORIGIN_MENDED = Text(
    "已由 bid 算出，是 {mid}。",
    " It was worked out from the bid: {mid}.",
)
ORIGIN_LOST = Text(
    "repost_of 留空，这条博文转发自哪一条，无从得知。",
    " repost_of stays empty: which post this one passes on is not known.",
)

WRONG_LENGTH = Text(
    "这一行有 {cells} 格，表头有 {columns} 列，分不清哪一格属于哪一列，所以未收，也没有挪动。"
    "请在导出文件里核对这一行的逗号和引号；如果这是最后一行，多半是文件没有下载完整，请重新导出。",
    "Cells in this row: {cells}; columns in the header: {columns}. Which cell belongs to which column is not "
    "known, so the row is left out and nothing was shifted. Check its commas and quotes in the export; if it is "
    "the last row, the file was probably cut short: export it again.",
)
RUNS_ON = Text(
    "这一行从第 {line} 行一直延续到第 {last} 行，其间若夹着别的博文，也没有收下。",
    " The row runs from line {line} to line {last}; if there are other posts in between, they are left out too.",
)
INSERTED = Text(
    "这一行在“{column}”之后多出一格（工具打开分析功能时会这样），已去掉，其余各格照日期对齐。不必处理。",
    "This row has a cell too many after “{column}” (the tool writes one when its analysis is switched on). It "
    "was taken out and the rest lined up by the date. There is nothing to do.",
)
BROKEN = Text(
    "从这一行起引号不成对（或者一格超过 131072 字、500 行），分不出各格，所以这一行未收，从下一行接着读。"
    "请在导出文件里补上引号，或重新导出。",
    "From this line on the quotes do not match (or a cell is longer than 131,072 characters or 500 lines), so no "
    "cells can be made out. The line is left out and reading goes on at the next. Mend the quotes in the export, "
    "or export it again.",
)
HEADER_AGAIN = Text(
    "这里又是一行表头，不是博文（工具每运行一次，就可能再写一次表头）。不必处理。",
    "This is the header again, not a post: some tools write it at each run. There is nothing to do.",
)
HEADER_OTHER = Text(
    "这里是另一种表头，不是博文：从下一行起按“{layout}”读。不必处理。",
    "This is another header, not a post: the rows below it are read as “{layout}”. There is nothing to do.",
)
BAD_BYTES = Text(
    "这一行里有不属于这种编码的字节，文字读不准，所以未收。文件可能是用两种编码拼起来的，或没有下载完整；请重新导出。",
    "There are bytes in this row that are not in the encoding of the file, so its words cannot be trusted and it "
    "is left out. The file may have been joined from two encodings or cut short: export it again.",
)
UNGARBLED = Text(
    "这一行是 UTF-8 被当作 GBK 存成的乱码，已逐格还原。最好换用工具最初写出的文件。",
    "This row was garbled (UTF-8 saved as if it were GBK) and was brought back cell by cell. Better use the file "
    "as the tool first wrote it.",
)
GARBLED = Text(
    "这一行是 UTF-8 被当作 GBK 存成的乱码，有些字已经丢失，还原不了，所以未收。请用工具最初写出的文件。",
    "This row was garbled (UTF-8 saved as if it were GBK) and characters were lost, so it cannot be brought back "
    "and is left out. Use the file as the tool first wrote it.",
)
QUOTED = Text(
    "这是被转发的原微博，工具把它另写成一行；它不是搜到的结果，收下会重复计数，所以未收。不必处理。",
    "This is the original that another row reposts; the tool writes it as a row of its own. It is no hit of the "
    "search and would be counted twice, so it is left out. There is nothing to do.",
)
REPEAT = Text(
    "与 {file} 第 {line} 行是同一条博文（post_id 是 {post_id}），只收先读到的那一行。不必处理。",
    "This is the same post as line {line} of {file} (post_id {post_id}); only the row read first is kept. There "
    "is nothing to do.",
)
NO_JSON = Text(
    "这一行不是完整的 JSON，所以未收。请在导出文件里核对这一行，或重新导出。",
    "This line is not whole JSON, so it is left out. Check it in the export, or export it again.",
)
BREAKS_OFF = Text(
    "JSON 从第 {line} 行起读不下去，这一条和后面的都没有读到。多半是下载没有完成；请重新导出。",
    "The JSON breaks off in line {line}: this post and whatever follows were not read. A download was probably "
    "cut short: export it again.",
)
NO_OBJECT = Text(
    "这里应当是一条博文（JSON 对象），却不是，所以未收。请在导出文件里核对这一处，或重新导出。",
    "There should be a post here (a JSON object) and there is none, so it is left out. Check this place in the "
    "export, or export it again.",
)
NO_POST = Text(
    "这里是{what}，不是博文，所以未收。不必处理。",
    "This is no post but belongs to {what}, so it is left out. There is nothing to do.",
)
DATABASE = Text(
    "数据库从这里起读不下去（{why}），后面的都没有读到。请关闭抓取工具，重新复制数据库。",
    "The database cannot be read from here on ({why}); whatever follows was not read. Close the tool that writes "
    "it and copy the database again.",
)
