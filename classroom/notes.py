"""What an instructor is told of a roster, of a row of the gradebook and of a whole run, and what to do about it."""

from __future__ import annotations

from playbook.language import Text

# Of a roster
NO_ROSTER = Text(
    "{file} 打不开，或者不是 CSV 花名册。请在表格软件里另存为“CSV UTF-8”，再批改一次。",
    "{file} cannot be opened, or is no CSV roster. Save it from your spreadsheet as “CSV UTF-8” and grade again.",
)
BROKEN_LINE = Text(
    "{file} 从第 {line} 行起读不下去：多半是某个引号没有成对。请改好，再批改一次。",
    "{file} cannot be read from line {line} on: most likely a quote is not closed. Mend it and grade again.",
)
NO_COLUMN = Text(
    "{file} 第 {line} 行是表头，读到 {read}，没有学员编号一列。请把那一列的表头写成 learner 或 学号。",
    "Line {line} of {file} is the header and reads {read}; no column has the learners. Head it `learner` or `学号`.",
)
NO_LEARNERS = Text("{file} 里一个学员也没有。请把学员填进去。", "There is no learner in {file}. Please fill it in.")
NO_ID = Text(
    "{file} 第 {line} 行没有学员编号，读到 {read}。请补上，或删去这一行。",
    "Line {line} of {file} has no learner id; it reads {read}. Fill it in or take the line out.",
)
BY_EXCEL = Text(
    "{file} 第 {line} 行的编号读到 {read}：表格软件把它改成了科学记数。请把这一列设为文本，重新填写。",
    "Line {line} of {file} has the id {read}: the spreadsheet turned it into a power of ten. Format the column as text "
    "and fill it in again.",
)
LISTED_TWICE = Text(
    "{file} 第 {line} 行的 {read} 和第 {first} 行是同一个编号。请留下一行。",
    "{read} in line {line} of {file} is the same id as in line {first}. Keep one of them.",
)

# Of a row
CHECK_FAILED = Text(
    "批改这一题时课程自己出错（{why}），与作答无关。请告诉维护课程的人。",
    "The course itself failed while checking this question ({why}); the answer is not at fault. "
    "Tell whoever keeps the course.",
)
NOT_HANDED_IN = Text(
    "没有收到这次练习的作答。请提醒学员交，或看看是否放在别的名字下。",
    "Nothing was handed in for this exercise. Remind the learner, or see whether it lies under another name.",
)
CLAIMED = Text(
    "{names} 都说是这名学员的，都没有批改。请只留下本人的一份，其余改名或移走。",
    "{names} all claim this learner; none was graded. Keep the learner's own, rename or move the others.",
)
NOT_LISTED = Text(
    "花名册里没有这个名字，{n} 个文件没有批改{says}。请把文件夹或 zip 改成花名册里的编号，或把学员补进花名册。",
    "This name is not on the roster; files not graded: {n}{says}. Rename the folder or zip to the id on the roster, "
    "or add the learner to it.",
)
UNPACK = Text(
    "它是压缩包：请先解压到作业文件夹里，再改名。",
    " It is a zip: unpack it into the folder of hand-ins first, then rename.",
)
SAYS = Text("（文件里写的是 {names}）", " (inside they say {names})")
LOOSE = Text(
    "没有放在学员的文件夹里，没有批改。请移到以学员编号命名的文件夹。",
    "This lies in no learner's folder and was not graded. Move it to a folder named after its learner.",
)
SPELLING = Text(
    "{read} 和编号 {id} 写法不同（全角、大小写或看不见的符号），按同一个人批改。请核对。",
    "{read} and the id {id} are spelt differently (full width, case or invisible signs) and taken for one person. "
    "Please check.",
)
VERSIONS = Text(
    "同一练习有 {n} 份不同的作答，按修改时间最新的 {place} 计。请核对是不是这一份。",
    "There are {n} different answer files for this exercise; the latest by date, {place}, counts. "
    "Please check that it is the one.",
)
WAITS = Text("待批", "to be marked")
BESIDE = Text(
    "这个练习批好了，旁边另有一个文件没有用上，不是要交的那份就不必管：",
    "This exercise is graded; a file beside it was not used, and needs nothing unless it was the one meant: ",
)
RESENT = Text("同样的文件交了不止一次，只计一次。", "The same file was sent more than once and counts once.")
SOME_BLANK = Text("{all} 题中有 {n} 题没有作答：{names}。", "{n} of {all} questions are not answered: {names}.")
TO_MARK = Text("请老师批阅：{names}。", "A person must mark: {names}.")
ITEMS_FAILED = Text(
    "批改这些题时课程自己出错：{names}。其余照常计分，详情见 items.csv，请告诉维护课程的人。",
    "The course itself failed on {names}; the others count. See items.csv and tell whoever keeps the course.",
)
AND_MORE = Text("另有 {n} 处类似问题。", "{n} more like this.")

NOT_YET = Text(
    "批改在轮到这一份之前停了。请用同一条命令再批改一次，会从停下的地方接着做。",
    "Grading was stopped before it came to this. Grade again with the same command; it goes on from there.",
)
TOO_LONG = Text("超过 {n} 秒没有算完", "it took longer than {n} seconds")
BROKE = Text(
    "批改这份作答时程序两次中断（多半是内存不够），没有批改，也没有算错。请单独再批改一次，还不行就告诉维护课程的人。",
    "The program broke off twice while grading this, most likely for want of memory. It was not graded, nor "
    "counted as wrong. Grade again; if it stays, tell whoever keeps the course.",
)

# Of a mark
NOTHING_TO_MARK = Text(
    "{learner} 的 {exercise} 里没有批改过题目 {question}，不能给分。请先批改，再核对编号。",
    "Nothing was graded for {learner}, {exercise}, question {question}, so it cannot be marked. Grade first, then "
    "check the ids.",
)
MARK_OUTSIDE = Text(
    "给 {learner} 的题目 {question} 打了 {read} 分，应在 0 到 {most} 之间。",
    "{learner}, question {question}: the points read {read}; wanted: from 0 to {most}.",
)

# Of the whole run
NOT_GRADED = Text(
    "{path} 里没有批改记录 cohort.sqlite。请先运行 classroom grade，并写它的输出文件夹。",
    "There is no record of grading, cohort.sqlite, in {path}. Run `classroom grade` first and name its output folder.",
)
NO_FOLDER = Text(
    "{path} 不是文件夹。请写出放作业的文件夹。", "{path} is no folder. Name the folder that the hand-ins lie in."
)
NOTHING = Text(
    "{path} 里没有作业。请把每名学员的文件夹或 zip 放进去，再批改一次。",
    "There are no hand-ins in {path}. Put each learner's folder or zip there and grade again.",
)
INSIDE = Text(
    "成绩不能写进作业文件夹 {path} 里，会被当成作业。请用 -o 指定别处。",
    "The gradebook cannot go inside the hand-ins, {path}: it would be taken for one. Name another place with -o.",
)
NOT_WRITTEN = Text(
    "{path} 写不进去，系统的说法是：{why}。原来的成绩没有动。请关闭打开它的程序，或用 -o 指定别处。",
    "{path} cannot be written. The system says: {why}. An earlier gradebook is as it was. Close the program "
    "that has it open, or name another place with -o.",
)
COURSE_BROKEN = Text(
    "课程的题目读不出来（{why}）。请告诉维护课程的人。",
    "The questions of the course cannot be read ({why}). Tell whoever keeps the course.",
)
SUMMARY = Text(
    "{learners} 名学员，{exercises} 个练习：{counts}。成绩在 {path}。",
    "Learners {learners}, exercises {exercises}: {counts}. The gradebook is {path}.",
)
SAME_CAUSE = Text(
    "{all} 名学员里有 {n} 名，是同一个原因：{why}请先解决它，再批改一次。\n",
    "{n} of {all} learners have the same cause: {why} See to it first and grade again.\n",
)
IGNORED = Text("另有 {n} 个系统自动生成的文件，没有理会。", " Files that systems leave behind, ignored: {n}.")
LOOK = Text(
    "下一步：打开成绩册，按 status 筛选，note 一栏写着怎么办。",
    " Next: open the gradebook and filter by status; the note says what to do.",
)
OTHER_RECORD = Text(
    "{path} 是另一个版本的课程写的，这里读不了，没有动它。请用 -o 换一个新的文件夹再批改；人工给的分，"
    "用批阅工作簿读回来。",
    "{path} was written by another version of the course and cannot be read; it was left as it is. Grade into a new "
    "folder (-o); marks given by hand come back from the marking workbook.",
)
IS_FIX = Text(
    "FIX 学员自己能改好，反馈页会告诉本人。", " FIX is for the learner to mend, and the feedback page says so."
)
IS_QUARANTINE = Text("QUARANTINE 要你来定。", " QUARANTINE is yours to decide.")
IS_MARK = Text("MARK 等人批阅，用 classroom marks。", " MARK waits for a person: `classroom marks`.")
DISK_FULL = Text(
    "{path} 所在的磁盘满了，没有写完；原来的成绩没有动，已批的都记下了。请腾出空间，用同一条命令再批改一次，会接着做。",
    "The disk that {path} lies on is full. An earlier gradebook is as it was, and what was graded so far is kept. "
    "Make room and grade again with the same command; it goes on from there.",
)
READYING = Text("备题中", "Getting the questions ready")
STOPPED = Text(
    "批改中断了，批好的都记下了，其余的在成绩册里写着还没批。用同一条命令再批改一次，会从停下的地方接着做。\n",
    "Grading was interrupted. What was graded is kept; the gradebook says what was not. Grade again with the same "
    "command; it goes on from there.\n",
)
HELD = Text(
    "另一个 classroom grade 正在写 {path}：计算机 {host}，进程 {pid}，{since} 开始。请等它做完，或用 -o 指定别处。",
    "Another `classroom grade` is writing {path}: computer {host}, process {pid}, since {since}. Wait until it is "
    "done, or name another place with -o.",
)
TAKEN_OVER = Text(
    "上一次批改（计算机 {host}，进程 {pid}，{since} 开始）没有做完就断了，现在接着做。",
    "The grading before this one (computer {host}, process {pid}, since {since}) broke off; this one goes on from "
    "there.",
)
KEPT = Text("其中 {n} 行的作答和题目都没有变，沿用上次的批改。", " Rows graded before and unchanged: {n}.")

# Of what another version of the course changed
CHANGED = Text(
    "课程比上次批改时改过了：{learners} 名学员的 {n} 处结果和上次不同，全部列在 {path}。",
    "The course has changed since the last grading. Results that differ: {n}, of learners: {learners}; all are in "
    "{path}.",
)
UNCHANGED = Text(
    "课程比上次批改时改过了，重新批了一遍，每个人的结果都和上次一样。",
    "The course has changed since the last grading; all was graded again, and nobody’s result differs.",
)
CHANGE = Text("  {place}：{before} → {now}", "  {place}: {before} → {now}")
POINTS = Text("{n} 分", "{n} points")
IN_BRACKETS = Text("（{points}）", " ({points})")
BY_HAND = Text("；人工给的 {points} 分保留", "; the {points} points given by hand are kept")
BENEATH = Text(
    "人工给过分的题里，有 {n} 处程序的判定和给分时不同。人工分保留，请看看是否还合适：",
    "Marks given by hand where the course itself now judges otherwise: {n}. They are kept; see whether they still fit:",
)
ASIDE = Text(
    "给分以后学员又交了不同的作答，有 {n} 处。原来的分不再算，请重新批阅：",
    "Learners wrote another answer after it was marked: {n}. The marks no longer count; please mark again:",
)
MORE = Text("  另有 {n} 处。", "  And {n} more.")

# Of workers elsewhere
NO_DASK = Text(
    "用 --scheduler 要先装 distributed：运行 python -m pip install distributed，再批改一次；"
    "不用集群就去掉 --scheduler。",
    "--scheduler needs the package distributed: run `python -m pip install distributed` and grade again, or leave "
    "--scheduler out and grade on this computer.",
)
NO_CLUSTER = Text(
    "{address} 那里没有 Dask 集群应答（{why}）。请先启动 dask scheduler 和 dask worker，核对地址；"
    "不用集群就去掉 --scheduler。",
    "No Dask cluster answers at {address} ({why}). Start `dask scheduler` and `dask worker` and check the address, or "
    "leave --scheduler out and grade on this computer.",
)
NO_WORKERS = Text(
    "{address} 的集群里一个 worker 也没有。请先运行 dask worker {address}，再批改一次。",
    "The cluster at {address} has no worker. Run `dask worker {address}` and grade again.",
)
OTHER_COURSE = Text(
    "集群里的课程和这里的版本不同，批出来会不一样，没有批。请在每台机器上装同一版课程，再批改一次。",
    "The course on the cluster is another version than here and would grade differently; nothing more was graded. "
    "Install the same version on every machine and grade again.",
)
