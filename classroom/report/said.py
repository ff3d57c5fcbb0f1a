"""What the report says, in both languages."""

from __future__ import annotations

from classroom.gradebook import Status
from classroom.report.tally import Advice
from playbook.language import Text

TITLE = Text("班级报告", "Report on the cohort")
PRIVATE = Text("给老师看的，请不要投到屏幕上。", "For the instructor; please keep it off the screen.")
LEARNERS = Text("名学员", "learners")
EXERCISES = Text("个练习", "exercises")
GRADED = Text("的练习批过，等人批的也算在内", "of the exercises graded, words still to be marked included")
RIGHT = Text("的题第一次就对", "of questions right at the first attempt")
NONE = Text("—", "—")

SAME_CAUSE = Text("{all} 名学员里有 {n} 名，是同一个原因：", "{n} of {all} learners: the same cause.")
MEND_FIRST = Text(
    "先解决这一条，再批改一次：没有批到的，不在下面的数里。",
    "See to this first and grade again: what was not graded is not in the numbers below.",
)

ROOM = Text("下一次上课", "The next class")
NOTHING_TRIED = Text("还没有人作答，没有可说的。", "Nobody has answered yet, so there is nothing to tell.")
ALL_WELL = Text("没有哪一题要停下来讲，往下走。", "No question needs another word: move on.")
IF_TIME = Text("还有时间再讲", "If there is time")
WORD_LIST = Text(
    "第一次就对的在三分之二到 85% 之间，一句话就够：把错的人看到的提示念一遍，问还有没有不明白的。",
    "Between two thirds and 85% were right at first. Read out what the page told the others, and ask what is still "
    "unclear.",
)
WORD_MORE = Text("另有 {n} 题，在下面“每一题”里。", "and {n} more, under “Each question” below")
MOVE_ON_COUNT = Text(
    "另有 {n} 题，第一次就对的有 85% 或更多，往下走。", "Move on from the other {n}: 85% or more were right at once."
)
TOO_FEW_COUNT = Text(
    "有 {n} 题作答的不到 5 人，不下判断。", "Questions that fewer than five tried, too few to tell anything: {n}."
)
QUESTION, FIRST_RIGHT, SAY = (
    Text("题", "Question"),
    Text("第一次就对", "Right at first"),
    Text("怎么说", "What to say"),
)
ADVICE: dict[Advice, Text] = {
    "pairs": Text("两人一组", "In pairs"),
    "again": Text("再讲一次", "Explain again"),
    "word": Text("提一句", "A word is enough"),
    "move_on": Text("往下走", "Move on"),
    "too_few": Text("人太少，不下判断", "Too few to tell"),
}
HOW_TO: dict[Advice, Text] = {
    "pairs": Text(
        "先不说答案：两分钟说服旁边的人，再答一次，然后讲。",
        "Do not tell the answer yet. Two minutes to convince the neighbour, answer again, then explain.",
    ),
    "again": Text("换一种讲法，不要照原样再说一遍。", "Explain it another way, not once more."),
}
TAKE_UP = Text(
    "错的人多半错在同一处，拿到台前讲。", "Most of those who were wrong went wrong at the same place: take it up."
)
THEY_READ = Text("他们看到的提示：“{message}”", "What the page told them: “{message}”")

PROGRESS = Text("进度", "Progress")
PROGRESS_SAID = Text(
    "每个练习各有几名学员。哪一名、怎么办，见 gradebook.csv 的 status 和 note。",
    "How many learners stand where in each exercise. Who, and what to do: gradebook.csv, under status and note.",
)
EXERCISE = Text("练习", "Exercise")
STATUS: dict[Status, Text] = {
    "GRADED": Text("批完", "graded"),
    "WARN": Text("批了，请核对", "graded, please check"),
    "MARK": Text("等人批", "to be marked"),
    "FIX": Text("学员要改", "learner to mend"),
    "QUARANTINE": Text("等你定", "yours to decide"),
    "ERROR": Text("批改出错", "check failed"),
    "MISSING": Text("没有交", "not handed in"),
}

EACH = Text("每一题", "Each question")
RATE = Text(
    "第一次就对 {rate}（{tried} 人中 {right} 人；区间 {low} 到 {high}）",
    "{rate} right at first ({right} of {tried}; interval {low} to {high})",
)
FEW_TRIED = Text("作答的不到 5 人。", "Fewer than five tried it.")
MADE = Text("{n} 人", "{n} learners")
FEWER = Text("各不到 5 人：{messages}", "By fewer than five each: {messages}")
QUOTED = Text("“{words}”", "“{words}”")
UNLISTED = Text("别的错法，没有专门的提示", "other wrong answers, without a message of their own")
SEPARATES = {
    "tells": Text(
        "分得开：别的题第一次就对得多的人，这一题也对得多（相关 {r}，区间 {low} 到 {high}，{n} 人）。",
        "It separates: those who are right at first elsewhere are more often right here too "
        "(correlation {r}, interval {low} to {high}, {n} learners).",
    ),
    "tells_not": Text(
        "分不开：别的题做得好的人，这一题不见得好（相关 {r}，区间 {low} 到 {high}，{n} 人）。"
        "看看题目是不是说得不清楚。",
        "It does not separate: those who do well elsewhere do no better here (correlation {r}, interval {low} to "
        "{high}, {n} learners). See whether the question is unclear.",
    ),
    "cannot_tell": Text(
        "分不分得开，说不准（相关 {r}，区间 {low} 到 {high}，{n} 人）。",
        "Whether it separates, these numbers cannot tell (correlation {r}, interval {low} to {high}, {n} learners).",
    ),
    "few": Text(
        "分不分得开，要有 30 名还答过另外 5 题的学员才算，现在不够。",
        "Whether it separates is worked out from 30 learners who also tried five others; there are fewer.",
    ),
    "flat": Text(
        "分不分得开，算不出：结果人人一样。", "Whether it separates cannot be worked out: all came out the same."
    ),
}

TEXTS = Text("写得一样的文字", "Texts that are the same")
TEXTS_SAID = Text(
    "不看空格、全角半角和大小写，一字不差的放在一起，不写名字；不到 5 人的一组不列原文。"
    "写得一样不等于抄：题目短，碰巧也会一样。",
    "Alike but for spaces, width and case, and listed without names; a group of fewer than five is not shown. "
    "The same words are no proof of copying: a short question has few answers.",
)
SMALL_GROUPS = Text("另有 {n} 组，每组 2 到 4 人写得一样。", "{n} more groups of two to four wrote the same.")
NUMBER = Text("（号码）", "(number)")

CAUSES = Text("为什么没有批改", "Why work was not graded")
CAUSE, HOW_MANY, ROWS = Text("原因", "Cause"), Text("学员", "Learners"), Text("行", "Rows")
VARIANTS = Text("用了别的数据的作答", "Answers made for other data")
VARIANTS_SAID = Text(
    "这些文件没有拿不合的答案去批。多半是用了以前的课程，或借了别人的文件；先问本人。",
    "None of these was graded against the wrong answers. Most often an earlier course or a borrowed file is the "
    "reason; ask the learner first.",
)
LEARNER, NOTE = Text("学员", "Learner"), Text("说明", "Note")

HOW = Text("这些数怎么来的", "Where these numbers come from")
HOW_READ = (
    Text(
        "“第一次”是第一次点“检查”时的结果；没有点过的，算交来的那一份；还没作答就看了解答的，算不对。没有作答的不算在内。",
        "“At first” is what came of the first press of Check; without one, the answer handed in. Looking at the "
        "solution before answering counts as not right; those who did not answer are left out.",
    ),
    Text(
        "建议这样来：85% 或更多第一次就对，往下走；三分之二以上，提一句；三分之一到三分之二对、错的人至少一半"
        "（且不少于 5 人）错在同一处，两人一组；其余再讲一次。先讲的是第一次就对得最少的五题。",
        "The advice: 85% or more right at first, move on; above two thirds, a word; between a third and two thirds "
        "right, and at least half of the others (and five learners) made the same mistake, in pairs; all else, explain "
        "again. The five that fewest got right come first.",
    ),
    Text(
        "区间是 95% 区间（Wilson）：换一班差不多的学员，这一题的比例可能落在里面的任何地方。人越少，区间越宽。"
        "图上的色条是比例，"
        "细线是区间，竖线是三分之一、三分之二和 85%。",
        "Intervals are at 95% (Wilson’s): with another class like this one the rate may be anywhere in it; the fewer "
        "learners, the wider. In the charts the bar is the rate, the thin line its interval, and the upright lines "
        "stand at a third, two thirds and 85%.",
    ),
    Text(
        "不到 5 人的数不写出来，以免认出是谁。",
        "Numbers below five are not shown, so that nobody can be recognised by them.",
    ),
)
