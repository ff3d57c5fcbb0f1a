"""What the planners of content say: the columns and their mix, the queue and its drafts, the calendar."""

from __future__ import annotations

from playbook.content.draft import Element
from playbook.language import Text

ACCOUNT = Text("账号", "Account")
UNDO, REDO, REMOVE = Text("撤销", "Undo"), Text("重做", "Redo"), Text("去掉", "Remove")

# The columns and the mix.
MIX_HEAD = Text("@{name} 的配比（%）", "The mix of @{name}, in %")
POSTS_A_WEEK = Text("一周几条", "Posts a week")
LOCK, LOCKED = Text("锁住", "Lock"), Text("已锁", "Locked")
STOPPED = Text(
    "锁住的占了 {locked}%，最多只能拉到 {most}%。",
    "Locked columns take {locked}%, so this one can have {most}% at most.",
)
ALL_LOCKED = Text(
    "别的都锁住了，动不了。先解开一个。", "All the others are locked, so this one cannot move. Unlock one first."
)
LOCK_HELP = Text("锁住的栏目不跟着别的栏目变", "A locked column stays when others move")
WHOLE_SUM = Text("合计 100%。", "The shares add up to 100%.")
SHORT_SUM = Text("合计 {total}%，还差 {rest}%。", "The shares add up to {total}%; {rest}% is missing.")
OVER_SUM = Text("合计 {total}%，多出 {rest}%。", "The shares add up to {total}%, {rest}% too much.")
SPREAD = Text("按比例补到 100%（锁住的不动）", "Scale to 100% (locked ones stay)")
EVENLY = Text("平均分给各栏目（锁住的不动）", "Share out evenly (locked ones stay)")
NO_COLUMNS = Text(
    "还没有栏目。在“栏目”里先加几个，再定每个占多少。", "There are no columns yet. Add some under “Columns” first."
)
NO_MIX = Text("@{name} 的配比还没有定。", "No mix is decided for @{name} yet.")
MIX_SO_FAR = Text(
    "到目前没有问题，还要分给 {missing} 个栏目。", "No issues so far; columns still without a share: {missing}."
)
QUEUE_SO_FAR = Text("到目前没有问题，还差 {missing} 条草稿。", "No issues so far; drafts still to write: {missing}.")
TODAY = Text("@{name} 到现在发的", "What @{name} has posted so far")
WHY_MIX = Text("为什么给 @{name} 定这个配比", "Why this mix for @{name}")
WHY_MIX_HELP = Text(
    "为什么这样分？写给三个月后接手的人。", "Why these shares? Write it for whoever takes over in three months."
)
COLUMNS = Text("栏目：{count} 个", "Columns: {count}")
ADD_COLUMN, KIND = Text("加一个栏目", "Add a column"), Text("内容类型", "Kind")
NEW_KIND = Text("新栏目的类型", "Kind of the new column")
UNNAMED = Text("{column}（还没有名字）", "{column} (no name yet)")
NO_KIND = Text("类型未定", "no kind yet")
GONE = Text("{id}（栏目已去掉）", "{id} (a column that was removed)")
COLUMN_NAME, COLUMN_ANSWERS, COLUMN_TOPIC = (
    Text("栏目名", "name"),
    Text("回答读者的什么问题", "the readers’ question it answers"),
    Text("话题词（不写 #）", "topic word (no #)"),
)

# The queue and the composer.
QUEUE = Text("@{name} 的草稿：{count} 条", "Drafts of @{name}: {count}")
NO_DRAFTS = Text(
    "这个账号还没有草稿。点“加一条”，写下第一条。",
    "This account has no drafts yet. Press “Add a draft” to write the first.",
)
TAKE_IN = Text("收下同事的草稿：{count} 条", "Load colleagues’ drafts: {count}")
ADD_DRAFT, UP, DOWN = Text("加一条", "Add a draft"), Text("上移", "Move up"), Text("下移", "Move down")
FULL = Text("队列最多 {most} 条，已经满了。", "The queue is full at {most} drafts.")
ENTRY = Text("{id}｜{status}｜{column}｜{words}｜{length} 字", "{id} | {status} | {column} | {words} | length {length}")
FOUND_IN = Text("｜{count} 处要看", " | to look at: {count}")
NO_WORDS, NO_COLUMN, NO_OWNER = (
    Text("还没有写", "not written yet"),
    Text("没有栏目", "no column"),
    Text("还没有人", "nobody yet"),
)
WRITE = Text("写正文……", "Write the post …")
COLUMN, STATUS, OWNER, ORIGIN, SOURCE, EVENT, NOTES = (
    Text("栏目", "Column"),
    Text("状态", "Status"),
    Text("负责人", "Owner"),
    Text("图文从哪里来", "Where it comes from"),
    Text("来源：原作者、出处", "Source: who made it, where it is from"),
    Text("跟着哪件事、哪一天（没有就空着）", "The event it follows, and its day, if any"),
    Text("备注，例如为什么这个词可以留", "Notes, such as why a word may stay"),
)
TICKS: dict[str, Text] = {
    "has_image": Text("配图", "has a picture"),
    "has_video": Text("配视频", "has a video"),
    "repost": Text("是转发", "is a repost"),
    "ad_marked": Text("标了“广告”", "marked as an ad"),
    "made_with_ai": Text("用了 AI 生成的内容", "made with AI"),
    "ai_declared": Text("勾了“内容由 AI 生成”", "declared as AI content"),
}
LENGTH = Text("按微博算 {length} 字，上限 {limit}。", "Weibo counts {length} characters; the limit is {limit:,}. ")
WHOLE_SHOWN = Text("列表里大约看得全。", "A list shows about all of it.")
FOLDED = Text(
    "列表里大约看到“……{tail}”为止，后面要点“全文”。",
    "A list shows it to about “…{tail}”; the rest is behind 全文 (full text).",
)
USED = Text("用到的成分：{elements}。", " It uses: {elements}.")
ELEMENTS: dict[Element, Text] = {
    "text": Text("文字", "text"),
    "image": Text("图片", "picture"),
    "video": Text("视频", "video"),
    "audio": Text("音频", "audio"),
    "link": Text("链接", "link"),
    "mention": Text("@", "mention"),
    "hashtag": Text("话题", "topic"),
    "app": Text("应用", "app"),
    "emoji": Text("表情", "emoticon"),
}
HANDED = Text("", "As handed over, in English: {said}")  # in Chinese there is nothing to add
IN_DRAFT = Text("这一条", "This draft")
IN_QUEUE = Text("这个账号的队列", "The queue of this account")
DRAFT_CLEAR = Text("✓ 这一条的文字没有发现问题。", "✓ No issues found in this draft.")
NOT_READ = Text(
    "检查只认中文，这一条主要不是中文，没有查过。",
    "Only Chinese can be checked. This draft is mostly not Chinese: it was not checked.",
)
DRAFT_EMPTY = Text("写了正文，这里就逐条说有什么要改。", "Once there is text, what to mend is said here.")
PASSED_WITH = Text(
    "状态是“{status}”，但文字还有 {count} 处要看。改，或在备注里写为什么可以留。",
    "The status is “{status}”; still to look at in the text: {count}. Mend it, or note why it may stay.",
)
SCORE = Text("打分（由人打）：{total} / 8", "Scores (given by a person): {total} of 8")
UNSCORED = Text("还没打", "no score yet")
LEVEL = Text("{score} 分：{words}", "{score}: {words}")

# The calendar.
EVERY_ACCOUNT = Text("全部账号", "All accounts")
TWO_WEEKS = Text(
    "{first} 起两周：时段 {slots} 个，空着 {empty} 个。",
    "Two weeks from {first}: {slots} slots, {empty} of them empty.",
)
HABIT = Text(
    "{accounts} 还没有排发布时段，草稿先照各自一直以来最常发的钟点放。在“发布时间”的计划里排好一周，就换成那些时段。",
    "No week is planned yet for {accounts}: drafts stand at the hours each has posted most so far. Plan the week under "
    "“Timing”, and they move to its slots.",
)
NO_WEEK = Text(
    "还没有排发布时段，草稿没有地方放。先在时段计划里给账号排一周。",
    "No posting slots are planned, so drafts have no place to go. Plan a week for the accounts first.",
)
NO_QUEUE = Text(
    "这里还没有草稿，日历先空着。先在队列里写几条。",
    "There are no drafts here yet, so the calendar is empty. Write some in the queue first.",
)
EMPTY_SLOT = Text("空着", "empty")
WHEN, WHAT, STATE = Text("时间", "Time"), Text("发什么", "What"), Text("状态", "Status")
NO_POSTS = Text("这一天没有时段", "no slots this day")
WAITING = Text("没有排上的草稿：{count} 条", "Drafts without a slot: {count}")
SAVE_CSV, SAVE_XLSX = Text("存成 CSV", "Save as CSV"), Text("存成 Excel（.xlsx）", "Save as Excel (.xlsx)")
BRING = Text("读回改过的文件", "Read a changed file back")
SAVED_AS = Text("已存到 {path}。改完再读回来。", "Saved as {path}. Change it, then read it back.")
EARLIER = Text("原来的那份另存为 {name}。", " The earlier one is kept as {name}.")
NOT_SAVED = Text(
    "没有存成：{why}。关掉正在用它的程序，再点一次；计划都在。",
    "Not saved: {why}. Close the program that uses the file and press again; the plan is safe.",
)
BROUGHT = Text("{name} 读完了：{said}。", "{name} was read: {said}.")
BACK = Text("不要这次读回的改动，就点“撤销”。", " To take these changes back, press Undo.")
LINE, FIELD, READ, WHY = Text("行", "Line"), Text("列", "Column"), Text("读到", "Read"), Text("结果", "Result")
ROW_KEPT = Text("没有变的 {count} 行不列出。", "Rows that changed nothing are not listed: {count}.")
