"""Why a cell was mended or a row left out: what is wanted, what was done, what to do."""

from __future__ import annotations

from playbook.language import Text

NOTHING = Text("", "")

NO_COUNT = Text(
    "“{column}”应当是不小于 0 的整数，例如 128；读到的不是（约数如 1.2万、100万+ 也不换算），这一格留空，不当作 0。"
    "要补上，请在导出文件里改成整数，再读一次。",
    "“{column}” should be a whole number, 0 or more, such as 128. What was read is not (rounded figures such as "
    "1.2万 or 100万+ are not converted), so the cell stays empty and does not become 0. To fill it, write the "
    "number in the export and read it again.",
)
EMPTY_COUNT = Text(
    "“{column}”应当是不小于 0 的整数，这里却是空的；这一格留空，不当作 0。要补上，请在导出文件里填上整数，再读一次。",
    "“{column}” should be a whole number, 0 or more, and there is none. The cell stays empty and does not become 0. "
    "To fill it, write the number in the export and read it again.",
)
CEILING = Text(
    "“{column}”正好是 {read}，多半是平台只显示“100万+”，真实数字可能更大。数字照收，counts_capped 记为 true。"
    "算平均数时请把这一条另看。",
    "“{column}” is exactly {read}: the platform probably showed only “100万+”, so the true number may be larger. "
    "It is kept, and counts_capped is true. Look at this post apart when you take means.",
)
NO_DATE = Text(
    "“{column}”应当是 {example} 这样的日期，而且日历上要有这一天；读到的不是。没有日期的博文排不进时间，这一行未收。"
    "请换用工具原样写出的文件（Excel 另存会改写日期），或改好这一格，再读一次。",
    "“{column}” should be a day of the calendar, written like {example}. What was read is not, and a post without a "
    "date has no place in time, so this row is left out. Use the file as the tool wrote it (Excel rewrites dates "
    "when it saves), or correct the cell, and read it again.",
)
NUL = Text(
    "“{column}”里有空字符（NUL），已去掉，其余照收。文件可能没有下载完整，建议重新导出。",
    "There are empty characters (NUL) in “{column}”. They were removed and the rest kept. The file may be damaged: "
    "better export it again.",
)
NUL_ONLY = Text(
    "“{column}”里只有空字符（NUL），看不出原来有没有内容，这一格留空。文件可能没有下载完整，建议重新导出。",
    "There is nothing but empty characters (NUL) in “{column}”, so whether there was anything is not known and the "
    "cell stays empty. The file may be damaged: better export it again.",
)

ID_DAMAGED = Text(
    "“{column}”被 Excel 改坏了：Excel 只保留 15 位数字，16 位的编号显示成 3.79E+15 这样。",
    "“{column}” was damaged by Excel, which keeps only 15 digits and shows an id of 16 like 3.79E+15.",
)
ID_ROUNDED = Text(
    "“{column}”的末位多半被 Excel 改成了 0：Excel 只保留 15 位数字，而这个文件里超过一半的编号以 0 结尾。",
    "The last digit of “{column}” has probably become 0 in Excel, which keeps only 15 digits: more than half of the "
    "ids in this file end in 0.",
)
NO_ID = Text(
    "“{column}”应当是一串数字，例如 3501756485200075；读到的不是。",
    "“{column}” should be digits alone, such as 3501756485200075. What was read is not.",
)
BID_KEPT = Text(
    "这里已改用 bid（{bid}）作 post_id，id_damaged 记为 true。请用工具原样写出的文件，不要用 Excel 另存。",
    " The bid ({bid}) is kept as post_id and id_damaged is true. Use the file as the tool wrote it; do not save it "
    "from Excel.",
)
NO_KEY = Text(
    "这一行也没有可用的 bid，post_id 留空，id_damaged 记为 true；是否与别的行重复，无法判断。"
    "请用工具原样写出的文件，不要用 Excel 另存。",
    " There is no usable bid either: post_id stays empty and id_damaged is true, so whether this row repeats another "
    "cannot be known. Use the file as the tool wrote it; do not save it from Excel.",
)

TOO_FEW = Text(
    "这一行只有 {cells} 格，表头有 {columns} 列，分不清哪一格属于哪一列，所以未收，也没有挪动。"
    "请在导出文件里核对这一行的逗号和引号，或重新导出。",
    "This row has {cells} cells and the header {columns} columns. Which cell belongs to which column is not known, so "
    "the row is left out and nothing was shifted. Check its commas and quotes in the export, or export it again.",
)
TOO_MANY = Text(
    "这一行有 {cells} 格，表头只有 {columns} 列，分不清哪一格属于哪一列，所以未收，也没有挪动。"
    "请在导出文件里核对这一行的逗号和引号，或重新导出。",
    "This row has {cells} cells and the header only {columns} columns. Which cell belongs to which column is not "
    "known, so the row is left out and nothing was shifted. Check its commas and quotes in the export, or export it "
    "again.",
)
RUNS_ON = Text(
    "这一行从第 {line} 行一直延续到第 {last} 行，其间若夹着别的博文，也没有收下。",
    " The row runs from line {line} to line {last}; if there are other posts in between, they are left out too.",
)
BROKEN = Text(
    "从这一行开始，引号不成对，或一格过长，读不出各格，所以未收；从下一行接着读。请在导出文件里补上引号，或重新导出。",
    "From this line on the quotes do not match, or a cell is too long, so no cells can be made out. The line is left "
    "out and reading goes on at the next. Mend the quotes in the export, or export it again.",
)
HEADER_AGAIN = Text(
    "这里又是一行表头，不是博文（工具每运行一次，就可能再写一次表头）。不必处理。",
    "This is the header again, not a post: some tools write it at each run. There is nothing to do.",
)
BAD_BYTES = Text(
    "这一行里有不是 UTF-8 的字节，文字读不准，所以未收。文件可能是用两种编码拼起来的，或没有下载完整；请重新导出。",
    "There are bytes in this row that are not UTF-8, so its words cannot be trusted and it is left out. The file may "
    "have been joined from two encodings or cut short: export it again.",
)
REPEAT = Text(
    "与 {file} 第 {line} 行是同一条博文（post_id 是 {post_id}），只收先读到的那一行。不必处理。",
    "This is the same post as line {line} of {file} (post_id {post_id}); only the row read first is kept. "
    "There is nothing to do.",
)
