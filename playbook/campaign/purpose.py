"""Why a campaign is held, for whom, on what occasion, and whether what it asks and gives fits that."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.campaign.brief import Brief
from playbook.campaign.outlook_of import outlook_of
from playbook.campaign.outlook_said import between, rounded
from playbook.campaign.plan import CampaignPlan
from playbook.campaign.raised import blank, raised
from playbook.campaign.words import READERS
from playbook.facts import Facts
from playbook.language import Text, join
from playbook.rules import Finding, rule

THRESHOLD = "campaign-threshold"  # of conflicts.toml
CHOOSE = Text("在表里选一种。", "Choose one on the form.")
ASK_WHY = Text(
    "写明要的是哪一样，要多少：粉丝、品牌、销售、热度、反馈、到店。说不出，就不办。",
    "Say which it is to bring, and how much: followers, brand, sales, buzz, feedback or visits. If you cannot, do not "
    "hold it.",
)
TIE = Text(
    "换成自家的东西，或者写明它和公司、和读者有什么关系。",
    "Give something of your own, or say how the prize ties readers to the company.",
)
IN_RANGE = Text("改成范围里的一个数。", "Enter a number within the range.")
FEWER = Text("减掉几步，或者改它的对象。", "Take steps away, or hold it for other readers.")
FEWER_NAMES = Text("少 @ 几个，最好一个也不要求。", "Ask for fewer names, best for none.")
NAME_DAY = Text(
    "写一个节令、节日或者热点，和它的日子。", "Name a season, a holiday or a topic of the day, with its date."
)
PRIZE, DRAWING = Text("奖品", "which prize"), Text("怎么开奖", "how it is drawn")
IN_RUN = Text("挪到这一天前后，或者换一个由头。", "Move the campaign around that day, or choose another occasion.")


def purpose(plan: CampaignPlan, brief: Brief, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with a brief's aim, its occasion, its threshold and its prizes."""
    yield from _kind(brief)
    yield from _why(brief)
    yield from _within_reach(brief, facts)
    yield from _occasion(brief)
    yield from _threshold(plan, brief)
    yield from _prizes(brief)


def _kind(brief: Brief) -> Iterator[Finding]:
    if brief.line is None:
        said = Text("{campaign}没有定走哪一条活动线。", "{campaign} does not say which line of campaigns it follows.")
        yield raised(brief, "three-lines", said, CHOOSE)
    if brief.form is None:
        said = Text("{campaign}没有定活动形式。", "{campaign} has no form yet.")
        yield raised(brief, "forms-six", said, CHOOSE)
    lacks = [said for absent, said in ((not brief.ranks, PRIZE), (blank(brief.draw_how), DRAWING)) if absent]
    if brief.line == "self_run" and brief.shape and brief.shape.method and lacks:
        said = Text("{campaign}有奖，却没有定{lacks}。", "{campaign} promises a prize, but does not yet say {lacks}.")
        mend = Text("定好{lacks}。", "Settle {lacks}.").format(lacks=join(lacks, "和", " and "))
        yield raised(brief, "self-run-four-methods", said, mend, lacks=join(lacks, "、", " and "))
    if brief.form == "prize_repost" and "repost" not in brief.actions:
        said = Text(
            "{campaign}是有奖转发，参与方式里却没有转发。",
            "{campaign} is a prize repost, but reposting is not among what readers do.",
        )
        yield raised(brief, "prize-repost", said, Text("加上转发，或者换一种形式。", "Add it, or choose another form."))
    if brief.form == "prize_survey" and brief.goal not in {None, "feedback"}:
        said = Text(
            "{campaign}是有奖调查，目的却不是收集反馈。", "{campaign} is a survey, but its goal is not feedback."
        )
        mend = Text(
            "调查只问、不卖；要别的，换一种形式。",
            "A survey asks and does not sell; for another goal choose another form.",
        )
        yield raised(brief, "prize-survey", said, mend)
    yield from _guess(brief)


def _guess(brief: Brief) -> Iterator[Finding]:
    """A riddle is answered before, or when, the prizes are drawn."""
    if brief.form != "prize_guess":
        return
    mend = Text("先揭晓，后抽奖；两个日子都填上。", "First the answer, then the draw; enter both days.")
    if not brief.reveal_on or not brief.draw_on:
        said = Text(
            "{campaign}是竞猜，没有定哪天揭晓、哪天开奖。",
            "{campaign} poses a riddle, but not both the day of its answer and that of the draw are set.",
        )
        yield raised(brief, "prize-guessing", said, mend)
    elif brief.reveal_on > brief.draw_on:
        said = Text("{campaign}先开奖、后揭晓。", "{campaign} draws its prizes before the answer is told.")
        yield raised(brief, "prize-guessing", said, mend)


def _why(brief: Brief) -> Iterator[Finding]:
    if brief.goal is None or brief.expected == 0:
        said = Text(
            "{campaign}没有写为什么办，或者没有写要多少。",
            "{campaign} does not say why it is held, or how much it is to bring.",
        )
        yield raised(brief, "why-first", said, ASK_WHY)
    if blank(brief.theme):
        said = Text("{campaign}没有主题。", "{campaign} has no theme.")
        mend = Text("一句话：读者看了就知道是什么事。", "One sentence that tells readers what it is about.")
        yield raised(brief, "theme-with-holiday", said, mend)


def _within_reach(brief: Brief, facts: Facts) -> Iterator[Finding]:
    """New followers wanted are held against the range; what other goals count (orders, visits) it does not tell."""
    found = outlook_of(brief, facts).new_followers if brief.goal == "followers" else None
    if found and rounded(brief.expected) > rounded(found.high):
        said = Text(
            "{campaign}要 {wanted:,} 个新粉丝，比右边的范围还高：涨粉 {range}人。",
            "{campaign} asks for {wanted:,} new followers, more than the range on the right: {range}.",
        )
        yield raised(brief, "expected-in-range", said, IN_RANGE, wanted=brief.expected, range=between(found))


def _occasion(brief: Brief) -> Iterator[Finding]:
    if blank(brief.occasion) or brief.occasion_on is None:
        said = Text(
            "{campaign}没有由头，或者由头没有日子。", "{campaign} has no occasion, or the occasion has no date."
        )
        yield raised(brief, "occasion-fit", said, NAME_DAY)
    elif brief.starts and brief.ends and not brief.starts <= brief.occasion_on <= brief.ends:
        said = Text(
            "{campaign}的由头“{occasion}”不在活动那几天里。",
            "The occasion of {campaign}, “{occasion}”, does not fall within its run.",
        )
        yield raised(brief, "theme-with-holiday", said, IN_RUN, occasion=brief.occasion.strip())
    if brief.line == "hot" and blank(brief.topic):
        said = Text("{campaign}借热点，没有写是哪个话题。", "{campaign} rides a hot topic and does not name it.")
        mend = Text(
            "写上话题，并想一想：灾祸、伤亡、敏感的事不借。",
            "Name the topic, and think: no misfortune, no deaths, nothing sensitive.",
        )
        yield raised(brief, "hot-topic-discussion", said, mend)


def _threshold(plan: CampaignPlan, brief: Brief) -> Iterator[Finding]:
    limits = plan.limits
    most = {"new": limits.steps_new, "existing": limits.steps_existing}
    if brief.readers is None:
        said = Text("{campaign}没有定是给新读者还是老读者。", "{campaign} does not say whether it is for new readers.")
        yield raised(brief, "difficulty-by-goal", said, CHOOSE)
    elif brief.steps > most[brief.readers]:
        said = Text(
            "{campaign}要读者做 {steps} 步；给{readers}的，我们定的是最多 {most} 步。",
            "{campaign} asks for {steps} steps; for {readers} our limit is {most}.",
        )
        yield raised(brief, "difficulty-by-goal", said, FEWER, steps=brief.steps, readers=READERS[brief.readers],
                     most=most[brief.readers])  # fmt: skip
    longest = rule("campaign.simple-rules-low-threshold").values["characters"]
    if not brief.actions and not brief.mentions:
        said = Text("{campaign}没有写读者要做什么。", "{campaign} does not say what readers have to do.")
        mend = Text("选一两步。", "Choose a step or two.")
        yield raised(brief, "simple-rules-low-threshold", said, mend)
    elif len(brief.text) > longest:
        said = Text(
            "{campaign}的文字有 {length} 个字，超过 {longest} 个：规则不简单。",
            "The text of {campaign} has {length} characters, more than {longest}: its rules are not simple.",
        )
        mend = Text("删到只剩怎么参加，和必须公布的几项。", "Keep how to take part and what must be published.")
        yield raised(brief, "simple-rules-low-threshold", said, mend, length=len(brief.text), longest=longest)
    if brief.mentions > limits.mentions and not plan.holds(THRESHOLD, "ten"):
        said = Text(
            "{campaign}要 @ {count} 个好友，我们定的是最多 {most} 个。第 8 篇要 10 个，又说门槛要低，自相矛盾。",
            "{campaign} asks readers to mention {count} friends; our limit is {most}. Article 8 asks for ten and "
            "for a low threshold, which contradict each other.",
        )
        yield raised(brief, "at-least-ten-mentions", said, FEWER_NAMES, count=brief.mentions, most=limits.mentions)


def _prizes(brief: Brief) -> Iterator[Finding]:
    if brief.ranks and not brief.tied:
        said = Text("{campaign}的奖品和公司没有关系。", "The prizes of {campaign} have nothing to do with the company.")
        yield raised(brief, "prize-relevance", said, TIE)
    elif brief.ranks and blank(brief.tied_by):
        said = Text(
            "{campaign}没有写奖品和公司是什么关系。",
            "{campaign} does not say what its prizes have to do with the company.",
        )
        mend = Text("写明是什么关系。", "Write down what it is.")
        yield raised(brief, "prize-relevance", said, mend)
