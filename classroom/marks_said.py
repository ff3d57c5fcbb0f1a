"""What a marking workbook says, and what is told of one that is read back."""

from __future__ import annotations

from playbook.language import Text

HEADS = (
    Text("号", "No."),
    Text("作答", "Answer"),
    Text("几人", "Learners"),
    Text("分", "Points"),
    Text("评语（学员会看到）", "Comment (the learner reads it)"),
)
MOST = Text("每题 0 到 {most} 分", "0 to {most} points each")
HOW = Text(
    "打分：在“分”里选一个数，评语可写可不写；一样的作答只列一次。打完存盘，运行：{command}",
    "Choose a number under “Points”; a comment is up to you. Identical answers stand once. Save, then run: {command}",
)
ABOUT = Text("怎么打分", "How to mark")
NOT_LISTED = Text("只能选列出的分数。", "Choose one of the points listed.")
TOO_LONG = Text(
    "这份作答有 {n} 个字，一格装不下。全文在学员 {learner} 的作业文件里，看完在这一行打分。",
    "This answer has {n} characters, more than a cell holds. Read it whole in what learner {learner} handed in, then "
    "mark it in this row.",
)
NOTHING = Text("没有要人批阅的作答。", "No answer waits for a person.")
MADE = Text(
    "{answers} 份作答，去掉重复共 {rows} 行，在 {path}。打完分运行：{command}",
    "Answers {answers}, rows without repeats {rows}: {path}. When they are marked, run: {command}",
)
NO_BOOK = Text(
    "{path} 打不开，或者不是 classroom marks 写出的工作簿。请用那个文件，另存为 .xlsx 再读一次。分数没有动。",
    "{path} cannot be opened, or is no workbook that `classroom marks` wrote. Use that file, saved as .xlsx, and read "
    "it again. No mark was changed.",
)
REFUSED = Text(
    "{path} 里有 {n} 处要改，一个分也没有记。改好再读一次：\n{faults}",
    "Mend these in {path}, then read it again; no mark was taken. Found: {n}\n{faults}",
)
AND_MORE = Text("……另有 {n} 处", "… and {n} more")
CELL = Text("{sheet}!{cell}：{why}", "{sheet}!{cell}: {why}")
POINTS = Text(
    "读到 {read}；应为 0 到 {most} 的数，最多一位小数。",
    "reads {read}; wanted a number from 0 to {most}, at most one decimal.",
)
FORMULA = Text("是公式 {read}；请直接填数。", "is the formula {read}; type the number itself.")
NO_POINTS = Text("有评语，没有分；请把分补上。", "has a comment but no points; give the points.")
NO_NUMBER = Text(
    "号读到 {read}，不是这张表写出的号；请恢复这一行。",
    "reads {read}, which this sheet never had; put the row back as it was.",
)
TWICE = Text("号 {read} 出现了两次；请留下一行。", "has number {read} again; keep one of the rows.")
MOVED = Text(
    "{read} 号的作答和写出时不一样，多半是只排序了一列；请恢复，或重新导出。",
    "is not the answer that was written as number {read}; most likely one column was sorted alone. Undo that, or "
    "write the workbook anew.",
)
LONG_COMMENT = Text(
    "评语有 {n} 个字；请写在 {most} 个字以内。", "has a comment of {n} characters; keep it within {most}."
)
TAKEN = Text(
    "记下 {new} 份分数（{same} 份和原来一样），还有 {left} 行没有打分。成绩册已更新：{path}",
    "Marks taken: {new} (as they were: {same}); rows not marked yet: {left}. The gradebook is up to date: {path}",
)
CHANGED = Text(
    "{sheet} 第 {number} 号有 {n} 名学员后来交了别的作答，他们的分没有记；请重新导出再批。",
    "{sheet}, number {number}: handed in another answer since then and not marked: {n}. Write the workbook anew and "
    "mark them.",
)
