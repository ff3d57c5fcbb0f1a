"""What a feedback page says, in both languages."""

from __future__ import annotations

from playbook.language import Text

TITLE = Text("练习反馈：{learner}", "Feedback for {learner}")
HEADING = Text("练习反馈", "Feedback on your exercises")
OF = Text("{n} / {all}", "{n} of {all}")
GRADED = Text("练习已批改", "exercises graded")
POINTS = Text("得分", "points")
RIGHT = Text("题答对", "questions right")
WAITING = Text("题等老师批", "waiting to be marked")
NEXT = Text("接下来", "What to do next")
MEND = Text("改好再交：{exercise}。", "Mend and hand in again: {exercise}. ")
MISSING = Text("还没有收到：{exercises}。", "Not handed in yet: {exercises}.")
HELD = Text(
    "交来的文件还不能批改，老师在看，你也可以去问一声：{exercises}。",
    "What you handed in cannot be graded yet. Your instructor is looking at it, and you may ask: {exercises}.",
)
READ_AGAIN = Text("再读这几课，再答一次：{lessons}。", "Read again, then answer once more: {lessons}.")
NOTHING_LEFT = Text("都做完了，没有要补的。", "All done: nothing is left to mend.")
EARNED = Text("{n} 分，满分 {all} 分", "{n} of {all} points")
NOT_YET = Text("待批", "to be marked")
BY_HAND = Text("老师批的", "marked by your instructor")
WROTE = Text("老师说：{words}", "Your instructor says: {words}")
AT_ONCE = Text("第一次就对", "at the first attempt")
FIRST = Text("第一次作答：{outcome}", "First attempt: {outcome}")
BLANK = Text("这一题没有作答。", "This question was not answered.")
FAILED = Text(
    "批改这一题时课程自己出了错，不怪你的作答。老师会处理。",
    "The course itself failed while checking this one; your answer is not at fault. Your instructor sees to it.",
)
HOW = Text(
    "得分按看答案以前最后一次检查的作答计，写的话按最后的样子计；第一次作答的结果写在旁边，不计分。",
    "Points count the answer that was last checked before the solution was seen; what you wrote in words counts as it "
    "stands. The result of the first attempt stands beside it and does not count.",
)
PAGE = Text("看这一页练习：题目、图表和你的作答", "See this exercise’s page: questions, charts and your answers")
MADE = Text("练习页：新运行 {run} 页，原样保留 {kept} 页。", "Exercise pages: {run} run, {kept} left as they were.")
CHANGED = Text(
    "{n} 页没有做：批改以后，交来的文件或者课程变了，或者批改时用的是别的课程代码（--code）。"
    "请先再运行一次 classroom grade。",
    "Pages not made: {n}. Since they were graded, what was handed in or the course has changed, or they were graded "
    "with another course code (--code). Run classroom grade again first.",
)
NOT_MADE = Text("{learner} 的 {exercise} 没有做成：{why}", "{exercise} of {learner} could not be made: {why}")
MORE = Text("还有 {n} 页也没有做成。", "Nor could {n} others.")
