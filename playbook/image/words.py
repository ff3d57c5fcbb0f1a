"""What findings and planners of the image say: the names of things, and what mends what."""

from __future__ import annotations

from playbook.image.parts import (
    Asked,
    Colour,
    Habit,
    ModuleName,
    PaperName,
    Persona,
    Situation,
    StepName,
    TagSource,
    Theme,
)
from playbook.language import Text
from playbook.matrix.kinds import Verified

OPEN = Text("还没有定", "not decided yet")

# ---- the names of things

VERIFIED: dict[Verified, Text] = {
    "none": Text("没有认证", "not verified"),
    "company": Text("企业认证", "verified as a company"),
    "person": Text("个人认证", "verified as a person"),
}
SOURCES: dict[TagSource | None, Text] = {
    None: OPEN,
    "personality": Text("企业个性", "the company’s personality"),
    "searched": Text("高频搜索词", "words often searched"),
    "trade": Text("行业属性", "the trade"),
    "trait": Text("企业特点", "what is special about the company"),
}
THEMES: dict[Theme | None, Text] = {
    None: OPEN,
    "brand": Text("品牌", "the brand"),
    "product": Text("产品", "a product"),
    "campaign": Text("活动", "a campaign"),
}
MODULES: dict[ModuleName | None, Text] = {
    None: OPEN,
    "notices": Text("公告", "notices"),
    "links": Text("友情链接", "friends’ links"),
    "service": Text("客服", "customer service"),
    "navigation": Text("导航", "navigation"),
    "matrix": Text("品牌矩阵", "our other accounts"),
}
ASKED: dict[str, Text] = {
    "who": Text("我们是谁", "who we are"),
    "what": Text("做什么", "what we do"),
    "where": Text("在哪里", "where we are"),
}
QUESTIONS: dict[Asked, Text] = {
    "who": Text("这是谁", "who is this"),
    "what": Text("做什么的", "what do they do"),
    "official": Text("是不是本尊", "is it really them"),
}
PERSONAS: dict[Persona | None, Text] = {
    None: OPEN,
    "adviser": Text("行业智囊", "expert adviser"),
    "partner": Text("真诚伙伴", "sincere partner"),
    "senior": Text("热心学长", "helpful senior"),
    "friend": Text("活泼朋友", "lively friend"),
    "notice": Text("正式通知", "official notice"),
}
HABITS: dict[Habit, Text] = {
    "jokes": Text("玩笑", "jokes"),
    "emoji": Text("表情", "emoji"),
    "slang": Text("网络用语", "net slang"),
    "selling": Text("顺带卖货", "selling on the side"),
    "stock": Text("套话", "stock phrases"),
}
SITUATIONS: dict[Situation | None, Text] = {
    None: OPEN,
    "question": Text("有人提问", "a question"),
    "praise": Text("有人夸", "praise"),
    "complaint": Text("有人投诉", "a complaint"),
    "crisis": Text("危机", "a crisis"),
    "joke": Text("有人开玩笑", "a joke"),
}
SERIOUS: dict[str, Text] = {
    "complaint": Text("遇到投诉时", "when somebody complains"),
    "crisis": Text("危机里", "in a crisis"),
}
PAPERS: dict[PaperName | None, Text] = {
    None: Text("还没有选的一份", "one not chosen yet"),
    "original": Text("营业执照正本", "original of the business licence"),
    "duplicate": Text("营业执照副本", "duplicate of the business licence"),
    "letter": Text("盖了公章的申请函", "application letter with the company’s seal"),
    "supplement": Text("补充证明（商标、授权等）", "supplementary document (trademark, authorisation …)"),
    "inspection": Text("年检记录（旧）", "annual inspection (as of old)"),
    "report": Text("已公示的年度报告", "annual report, published"),
    "other": Text("别的材料", "another paper"),
}
STEPS: dict[StepName | None, Text] = {
    None: Text("还没有选的一步", "one not chosen yet"),
    "papers": Text("备齐认证材料", "collect the papers"),
    "api": Text("接通官网", "link account and website"),
    "inside": Text("内部定好样子和模块", "settle look and blocks inside the company"),
    "profile": Text("补全资料", "complete the profile"),
    "fit_out": Text("装修（封面、模板）", "fit out cover and template"),
    "carousel": Text("做轮播图", "make the carousel"),
    "modules": Text("管理资料模块", "fill the information blocks"),
    "verified": Text("通过认证", "verified"),
    "opened": Text("开号", "opened"),
    "campaign": Text("第一次活动", "first campaign"),
}
LABELS: dict[str, Text] = {
    "statement": Text("定位（一句话）", "Positioning, in a sentence"),
    "decided_on": Text("哪天定的", "Decided on"),
    "promoted_on": Text("推广从哪天开始", "Promotion from"),
    "brand": Text("品牌名", "our brand"),
    "trade": Text("行业", "our trade"),
    "products": Text("产品", "our products"),
    "places": Text("在哪里", "where we are"),
    "promise": Text("一句主张", "our promise"),
    "looks": Text("样子（头像、封面、颜色）", "look (avatar, cover, colour)"),
    "content": Text("内容怎么选、怎么编", "choice and editing of content"),
    "tone": Text("跟人说话的语气", "tone with people"),
    "campaigns": Text("活动怎么设", "the way campaigns are set up"),
    "nickname": Text("昵称", "nickname"),
    "domain": Text("个性域名", "personal domain"),
    "avatar": Text("头像", "avatar"),
    "colour": Text("主色", "main colour"),
    "cover": Text("封面（背景）", "cover (background)"),
    "bio": Text("简介", "bio"),
    "pinned": Text("置顶微博", "pinned post"),
    "verified": Text("认证", "verification"),
    "verified_as": Text("认证说明", "verification line"),
    "verified_on": Text("认证通过", "verified on"),
    "tags": Text("标签", "tags"),
    "slots": Text("换着用的标签", "changing tags"),
    "carousel": Text("轮播图", "carousel"),
    "modules": Text("资料模块", "information blocks"),
    "linked": Text("关联账号", "linked accounts"),
    "site": Text("官网", "website"),
    "entry": Text("来的人下一步去哪里", "where a visitor goes next"),
    "modelled_on": Text("照着谁做的（没有就空着）", "modelled on (empty: nobody)"),
    "checked_by": Text("谁查过", "checked by"),
    "checked_on": Text("哪天查的", "checked on"),
    "word": Text("词", "word"),
    "source": Text("来自", "comes from"),
    "topic": Text("跟哪个热点", "hot topic"),
    "why": Text("和我们有什么关系", "what it has to do with us"),
    "until": Text("用到", "until"),
    "theme": Text("主题", "theme"),
    "says": Text("我们说的词", "words we say"),
    "leads_to": Text("点了去哪里", "leads to"),
    "name": Text("哪一个", "which"),
    "holds": Text("放什么", "holds"),
    "by": Text("谁看的（外人）", "who looked (an outsider)"),
    "who": Text("答：这是谁", "answer: who is this"),
    "what": Text("答：做什么的", "answer: what do they do"),
    "official": Text("答：是不是本尊", "answer: is it really them"),
    "wrong": Text("答错的", "wrong"),
    "speaker": Text("谁在说话", "who speaks"),
    "sounds_like": Text("像谁在说话", "sounds like"),
    "words": Text("三个词", "three words"),
    "voices": Text("用哪几种口吻", "our voices"),
    "lead": Text("平时用哪一种", "the one that leads"),
    "never": Text("从不说的词", "words we never say"),
    "pairs": Text("三种情形各一对“这样说、不这样说”", "pairs of do and don’t, for three situations"),
    "situation": Text("情形", "situation"),
    "voice": Text("口吻", "voice"),
    "do": Text("这样说", "do"),
    "dont": Text("不这样说", "don’t"),
    "stops": Text("停下", "stops"),
    "stays": Text("什么不变", "what stays"),
    "licence_name": Text("执照上的名字", "name on the licence"),
    "note": Text("备注", "note"),
    "holder": Text("在谁手里", "held by"),
    "filed_on": Text("哪天交的", "filed on"),
    "valid_until": Text("有效到", "valid until"),
    "owner": Text("谁做", "owner"),
    "on": Text("哪天", "day"),
    "done": Text("做完了", "done"),
    "name_least": Text("昵称最少几个字", "nickname: at least"),
    "name_most": Text("昵称最多几个字", "nickname: at most"),
}

# ---- what mends a page

IN_FACE = Text("打开“名字、样子、简介”，把缺的写上。", "Open “Name, look and bio” and write what is missing.")
FILLED: dict[
    str, Text
] = {  # what mends a part of the page that is empty: where it stands on the form, and what to enter
    **dict.fromkeys(("nickname", "domain", "avatar", "cover", "bio"), IN_FACE),
    "verified": Text(
        "打开“认证”，选是哪一种，写上通过的日子。", "Open “Verification”, choose as what, and enter the day."
    ),
    "tags": Text("打开“标签”，加几个固定的。", "Open “Tags” and add a few that stay."),
    "modules": Text("打开“轮播图和资料模块”，加上资料模块。", "Open “Carousel and information blocks” and add blocks."),
    "linked": Text("打开“来的人往哪里去”，勾上关联账号。", "Open “Where visitors go” and tick our other accounts."),
    "site": Text("打开“来的人往哪里去”，写上官网。", "Open “Where visitors go” and enter our website."),
    "entry": Text(
        "打开“来的人往哪里去”，写来的人下一步去哪里，一步就够。",
        "Open “Where visitors go” and write the one step a visitor takes next.",
    ),
}
IN_NAME = Text("把品牌名放进昵称，或者放进个性域名。", "Put the brand into the nickname or the personal domain.")
IN_TAGS = Text(
    "加一个写行业的标签，或者把行业放进昵称。", "Add a tag that names the trade, or put the trade into the nickname."
)
TELL = Text(
    "用上面这几样改写简介的第一句，每样一个词就够。",
    "Rewrite the first sentence of the bio; a word for each is enough.",
)
ON_COVER = Text(
    "在封面上写品牌名和那句主张，别的不用写。", "Put the brand and the promise on the cover, and nothing else."
)
THREE_OR_FOUR = Text(
    "留三四张。今天的手机页面没有轮播的，把这几张放进置顶和相册。",
    "Keep three or four. Where a page on the phone has no carousel, use the pinned post and the album.",
)
EVERY_THEME = Text("品牌、产品、活动各放一张。", "Have one each on the brand, a product and a campaign.")
BLOCKS = Text(
    "补上：{lacks}。今天没有这些模块的页面，写进置顶微博和自定义菜单。",
    "Add: {lacks}. Where a page has no such blocks today, put them into the pinned post and the menu.",
)
LESS_SELLING = Text(
    "留一处卖货，别处说我们是谁、能问什么。", "Sell in one place; elsewhere say who we are and what one can ask us."
)
INVITE = Text(
    "加一句请人开口的话，例如“不会泡就来问”。",
    "Add a line that invites people to talk, such as “Ask us how to brew it”.",
)
LOOK = Text(
    "请没有见过这个页面的人看五秒，收起来，问三句：这是谁，做什么的，是不是本尊；记下原话。",
    "Show the page for five seconds to people who have never seen it, take it away, and ask: who is this, what do they "
    "do, is it really them? Note their words.",
)
LOOK_AGAIN = Text("改那一处，换几个人再看一次。", "Change that part, and have others look.")
CHECK = Text("请一个人对着定位和口吻卡查一遍，写上名字和日子。", "Have somebody do it, and enter name and day.")
SHORTEN = Text(
    "改短或者改长；字数是转载的规定，先查平台现在怎么写，再改“平台限制”。",
    "Make it shorter or longer. The limits are reported ones: look up what the platform says today, and enter it under "
    "Platform limits.",
)
PLAIN_SIGNS = Text("只用汉字、字母、数字、下划线和减号。", "Use Chinese characters, letters, digits, _ and - alone.")
VERIFY_OR_DROP = Text("先认证，或者去掉这个词。", "Have the account verified first, or drop the word.")
OWN_LOOK = Text(
    "换成自己的颜色、图和话；要用别人的，先拿到许可。",
    "Use colours, pictures and words of your own, or get leave first.",
)
SEARCHED = Text(
    "每样加一个，再到搜索框里逐个搜一遍，看搜不搜得到自己。",
    "Add one for each, then search each tag: do you find yourself?",
)
FOUR_SOURCES = Text("四个来源各取一个词。", "Take a word from each of the four sources.")
WHICH_TOPIC = Text(
    "写热点和关系；写不出关系，就不跟。", "Name the topic and the relation; if there is none, do not follow it."
)
LAST_DAY = Text("写一个日子，到那天换回来。", "Enter a day, and change it back on that day.")
ONE_SLOT = Text(
    "最多留一个换着用。要全跟热点换，先定立场。",
    "Let one change at most. To have all follow hot topics, take the stance for it.",
)
CORE_TAGS = Text("先定几个固定的标签。", "Settle a few tags that stay.")

# ---- what mends the positioning, the voice and the papers

POSITION = Text(
    "写一句：给谁、是什么、和别家不同在哪里；再写上日子。",
    "Write a sentence: for whom, what, and how we differ; and its day.",
)
FIRST_POSITION = Text("先定位，再推广：把推广往后挪。", "First the positioning, then promotion: put promotion off.")
CARRY = Text("每一样写一句怎么落。", "Write a sentence on each.")
A_PERSON = Text("写一个人：叫什么，像谁在说话。", "Name a person: who it is, and who it sounds like.")
SAY_I = Text("用“我”或者“我们”，对着“你”说。", "Say “I” or “we”, and “you”.")
NO_JOKE = Text(
    "重写这一句，不开玩笑：出了什么事，今天怎么办。",
    "Write it anew without the joke: what went wrong, and what happens today.",
)
NO_STOCK = Text("换成你会当面说的话。", "Say what you would say face to face.")
CARD = Text(
    "三个词，用顿号隔开；各写几个说的词和不说的词；三种情形各写一对。",
    "Three words, separated by commas; some words for each list; and a pair for each of three situations.",
)
ONE_OF_TWO = Text("留一个。", "Keep one of the two.")
ONE_LIST = Text("只留在一边。", "Keep each on one list.")
LABEL_EACH = Text("给每个例句选一种卡上有的口吻。", "Choose for each a voice that is on the card.")
LEAD = Text("定一种平时用的，别的写明什么情形才用。", "Choose the one that leads; the others have their situations.")
WHAT_STAYS = Text(
    "选一种口吻，写一样不变的（自称、称呼、署名都行）。",
    "Choose a voice, and name something that stays: how we call ourselves, the reader, the signature.",
)
STOP = Text("勾上；事情过去再恢复。", "Tick them; they come back when it is over.")
SAME_PERSON = Text(
    "还是同一个人说，话说得郑重些；要请负责人出面，由这个人介绍。",
    "Let the same person speak, more seriously; if the head of the company must appear, that person introduces them.",
)
ADD_PAPERS = Text("加上；再查平台现在要哪几样。", "Add them; and look up what the platform asks for today.")
REPORT = Text("去掉年检记录，换成已公示的年度报告。", "Replace it with the annual report as published.")
SUPPLEMENT = Text(
    "加一份补充证明（文章没有说是哪一种，商标证、授权书都有可能；问平台），或者用执照上的名字。",
    "Add a supplementary document (the article does not say which; a trademark or an authorisation may do: ask the "
    "platform), or use the name on the licence.",
)
WHO_HOLDS = Text("写在谁手里，哪天交的。", "Enter the holder, and the day it was filed.")
RENEW = Text("先换新的，再去认证。", "Renew it before the verification.")
PREPARE = Text("开号以前做完，打上勾。", "Finish them before the opening, and tick them.")
LINK = Text(
    "写谁做、哪天做。文章没有说接什么；今天至少做到：官网有微博的入口，简介里有官网。",
    "Enter who and when. The article does not say what the link is for; today at least: the website leads to the "
    "account, "
    "and the bio to the website.",
)
FOUR_STEPS = Text(
    "补全资料、装修、轮播图、资料模块，照这个先后定日子。",
    "Set days in this order: profile, fit-out, carousel, information blocks.",
)
WHO_WHEN = Text("每一步写一个人、一个日子。", "Give each step a person and a day.")
VERIFY = Text("活动往后挪，或者先把认证办下来。", "Put the campaign off, or have the pages verified first.")

# ---- the planners

COLOURS: dict[Colour, Text] = {
    "green": Text("茶绿", "tea green"),
    "brown": Text("茶褐", "tea brown"),
    "red": Text("朱红", "vermilion"),
    "blue": Text("靛蓝", "indigo"),
    "ink": Text("墨色", "ink"),
    "gold": Text("暗金", "old gold"),
}
WHICH = Text("哪个账号的页面", "Page of")
SECTIONS: dict[str, Text] = {
    "positioning": Text("定位：我们是谁，给谁看", "Positioning: who we are, and for whom"),
    "face": Text("名字、样子、简介", "Name, look and bio"),
    "proof": Text("认证", "Verification"),
    "found": Text("标签", "Tags"),
    "blocks": Text("轮播图和资料模块", "Carousel and information blocks"),
    "ways": Text("来的人往哪里去", "Where visitors go"),
    "looks": Text("请外人看五秒，再查一遍", "Five seconds for outsiders, and a check"),
    "limits": Text("平台限制（转载的，先查再改）", "Platform limits (as reported; look them up)"),
    "speaker": Text("谁在说话", "Who speaks"),
    "pairs": Text("这样说，不这样说", "Do and don’t"),
    "complaint": Text("遇到投诉时", "When somebody complains"),
    "crisis": Text("危机里", "In a crisis"),
    "papers": Text("认证材料", "Papers for verification"),
    "opening": Text("开号的步骤", "Steps of the opening"),
}
ADDS: dict[str, Text] = {
    "tags": Text("加一个固定的标签", "Add a tag that stays"),
    "slots": Text("加一个换着用的标签", "Add a tag that changes"),
    "carousel": Text("加一张轮播图", "Add a picture"),
    "modules": Text("加一个模块", "Add a block"),
    "looks": Text("加一个看五秒的人", "Add somebody who looked"),
    "pairs": Text("加一对", "Add a pair"),
    "papers": Text("加一份材料", "Add a paper"),
    "opening": Text("加一步", "Add a step"),
}
EMPTY_PAGE = Text(
    "这个页面还是空的。先在“定位”里写上我们自己的词，再写昵称和简介。",
    "This page is empty. Enter our own words under Positioning, then a nickname and a bio.",
)
EMPTY_VOICE = Text("口吻卡还是空的。先写谁在说话。", "The voice card is empty. Begin with who speaks.")
EMPTY_PAPERS = Text("还没有材料，也没有步骤。先加执照正本。", "No papers and no steps yet. Begin with the licence.")
SO_FAR = Text("到目前没有问题，还差 {missing} 样。", "No issues so far; still to add: {missing}.")
FIRST_CAMPAIGN = Text(
    "活动计划里最早的一场是 {day} 开始：认证要赶在它前面。",
    "The first campaign in your plan of campaigns begins on {day}: verification comes before it.",
)

# ---- the drawing of a page

SKETCH = Text(
    "示意图：访客在手机上看到的样子（自己画的，不是平台的界面）",
    "A sketch of what a visitor sees on a phone (ours, not the platform’s screen)",
)
NO_NAME = Text("（还没有昵称）", "(no nickname yet)")
NO_BIO = Text("（还没有简介）", "(no bio yet)")
NO_COVER = Text("（封面上没有字）", "(nothing on the cover)")
NAME_CUT = Text(
    "昵称超过 {most} 个字，平台不收；这里只画得下前面的。",
    "The nickname is longer than the {most} characters the platform takes; the sketch shows its beginning.",
)
FOLLOW, WRITE = Text("关注", "Follow"), Text("私信", "Message")
PINNED = Text("置顶", "Pinned")
UNTIL = Text("{word}（到 {day}）", "{word} (until {day})")
FOLLOWS_TOPIC = Text("{word}（换着用）", "{word} (changes)")
AVATAR = Text("头像：{says}", "Avatar: {says}")
GO = Text("{from_}→ {to}", "{from_}→ {to}")
SAYS_CARD = Text("口吻卡", "Voice card")
GLANCE = Text("看五秒", "Look for five seconds")
GLANCED = Text(
    "五秒到了。合上页面，答下面的问题；想再看，再按一次。",
    "Five seconds are over. Answer below; press again for another look.",
)
TAKE_STORE = Text("拿城南店原来的页面来改", "Take the store’s old page, and mend it")
