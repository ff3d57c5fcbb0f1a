"""What an instructor is told of a gradebook for another system."""

from __future__ import annotations

from playbook.language import Text

NO_TABLE = Text(
    "{path} 读不出表格（{why}）。请用从系统里原样导出的 CSV。",
    "No table can be read in {path} ({why}). Use the CSV as the system exported it.",
)
NEEDS_FROM = Text(
    "Canvas 的成绩要填进它自己导出的文件：请在 Canvas 的成绩册里导出，再用 --from 指定那个文件。",
    "Scores for Canvas go into its own file: export the gradebook in Canvas, then name that file with --from.",
)
ONLY_FROM = Text("nbgrader 的文件不用 --from、--match 和 --column。", "nbgrader takes no --from, --match or --column.")
NO_COLUMN = Text(
    "{path} 没有列 {wanted}，读到的列：{read}。请用原样导出的文件，或用 --match 写明按哪一列对学员编号。",
    "{path} has no column {wanted}; columns read: {read}. Use the file as it was exported, or say with --match which "
    "column holds the learners’ ids.",
)
NO_POSSIBLE = Text(
    "{path} 的前几行没有 Points Possible，不像 Canvas 导出的成绩册。",
    "The first lines of {path} have no Points Possible; it does not look like a gradebook from Canvas.",
)
RUNS = Text(
    "{path} 的表头 {read} 会被表格软件当成公式。请在系统里改名，再导出。",
    "The head {read} in {path} would be run as a formula by a spreadsheet. Rename it in the system and export again.",
)
NO_ASSIGNMENT = Text(
    "{path} 里没有一项对得上练习。读到的作业：{read}。请在 Canvas 里建同名的作业（例如 {example}），"
    "或用 --column 作业名=练习编号 写明；名字里有空格的，整个用引号括起来。",
    "No assignment in {path} is one of the exercises. Assignments read: {read}. Create them in Canvas by their names "
    "(such as {example}), or say which is which: --column ASSIGNMENT=EXERCISE, in quotes if a name has spaces.",
)
NO_EXERCISE = Text(
    "--column 读到 {read}，应为“作业名=练习编号”，例如 {example}。",
    "--column reads {read}; wanted ASSIGNMENT=EXERCISE, such as {example}.",
)
UNKNOWN = Text("{path} 里没有作业 {read}。", "{path} has no assignment {read}.")

MATCHED = Text("对上 {n} 名学员。", "Learners matched: {n}.")
FILLED = Text(
    "填入 {new} 个分数，改动 {changed} 个，{same} 个和原来一样。",
    "Scores filled in: {new}; changed: {changed}; as they were: {same}.",
)
SCORED = Text("{n} 个分数。", "Scores: {n}.")
OPEN = Text(
    "没有导出 {n} 个练习的分数：还没交、没批完或有待处理，原因见 gradebook.csv。",
    "Scores not exported: {n}. Not handed in, not marked yet or to be looked at; gradebook.csv says which.",
)
AMBIGUOUS = Text(
    "对应不止一个，没有填：{names}。请在系统里改正编号。",
    "More than one fits, not filled in: {names}. Mend the ids in the system.",
)
THEIRS = Text(
    "系统里有、这次批改里没有的，没有动：{names}。",
    "In the system but not among those graded, left as they are: {names}.",
)
OURS = Text(
    "批改了、系统的文件里没有的，没有导出：{names}。请核对是退课了，还是编号不同。",
    "Graded but not in the system’s file, not exported: {names}. See whether they left or have another id there.",
)
WITHDRAWN = Text(
    "不在花名册上，没有导出：{names}。",
    "Not on the roster, not exported: {names}.",
)
REFUSED = Text(
    "名字会被表格软件当成公式，这几行没有写进文件：{names}。请在系统里改名，或手工填分。",
    "These names would be run as formulas by a spreadsheet, and their lines are left out of the file: {names}. Rename "
    "them in the system, or enter their scores by hand.",
)
OTHER_MOST = Text(
    "作业 {name} 在 Canvas 里满分 {read}，练习满分 {most}，没有填。请在 Canvas 里改成 {most}，再导出。",
    "Assignment {name} has {read} points in Canvas, the exercise {most}; not filled in. Make it {most} in Canvas and "
    "export again.",
)
TWO_COLUMNS = Text(
    "不止一项作业对应 {exercise}，都没有填：{names}。用 --column 写明是哪一项。",
    "More than one assignment is {exercise}, none was filled in: {names}. Say which with --column.",
)
AND_MORE = Text("等 {n} 个", "… {n} in all")
WRITTEN = Text("成绩写在 {path}。", "The scores are in {path}.")
FEEDBACK = Text("反馈", "feedback")
