"""Does each draft say what it must, in words that hold; and is there a draft for what may come?"""

from __future__ import annotations

from collections.abc import Iterator

from playbook.content.draft import Draft
from playbook.content.reading import review_text
from playbook.content.reading.say import masked, quoted
from playbook.crisis.plan import CrisisPlan
from playbook.crisis.raised import is_begun, raised
from playbook.crisis.responding import Statement
from playbook.crisis.wordings import WHEN, ListName, said_wrong
from playbook.crisis.words import OUTLETS, STATEMENTS, draft_said
from playbook.facts import Facts
from playbook.interaction.sheets import personal
from playbook.language import COLON, Text, join
from playbook.persons import blank
from playbook.rules import Finding, rule

COMPLETE, ONE, DRAFTED = "statement-complete", "one-communication", "statements-ready"
ABSOLUTE = "content.absolute-words"
LEAST = 5  # digits of a number that is hidden in a finding: somebody’s
SAID: dict[ListName, tuple[str, Text, Text]] = {
    "unknown": (
        "nothing-unknown",
        Text("{which}把还不知道的说死了：{words}。", "{which} says for certain what is not known yet: {words}."),
        Text(
            "只说看到的、正在查的，几点再说。",
            "Say what you saw, what you are finding out, and when you will say more.",
        ),
    ),
    "promise": (
        "nothing-unknown",
        Text("{which}许了做不到的愿：{words}。", "{which} promises what nobody can keep: {words}."),
        Text("改成谁、什么时候、做什么。", "Say who does what by when."),
    ),
    "blame": (
        "blames-nobody",
        Text("{which}把事情推给别人：{words}。", "{which} puts the blame on somebody: {words}."),
        Text("只说发生了什么、我们做什么。", "Say what happened, and what you do."),
    ),
    "cheer": (
        "no-cheer",
        Text("{which}在说笑，或者在卖东西：{words}。", "{which} jokes or sells: {words}."),
        Text("删掉；这时候只说这件事。", "Take it out; speak of the matter alone."),
    ),
    "threat": (
        "no-threats",
        Text("{which}在吓人：{words}。", "{which} threatens: {words}."),
        Text(
            "删掉，换成事实和出处；真要走法律，另走，不写在声明里。",
            "Take it out; give facts and proof. Law is for elsewhere.",
        ),
    ),
    "final": (
        "no-final-say",
        Text("{which}把话说到了头，不容别人问：{words}。", "{which} claims the last word: {words}."),
        Text("删掉，写上有疑问找谁。", "Take it out, and say whom to ask."),
    ),
}


def spoken(plan: CrisisPlan, facts: Facts) -> Iterator[Finding]:
    """Find what the drafts lack or should not say, and which drafts and outlets are missing."""
    for place, each in enumerate(plan.statements):
        yield from statement_findings(each, facts, f"statements.{place}")
    if is_begun(plan):
        yield from _drafted(plan)
        yield from _outlets(plan)


def statement_findings(statement: Statement, facts: Facts, at: str = "statements") -> Iterator[Finding]:
    """Find what is wrong with one draft by itself."""
    which = draft_said(statement)
    if statement.kind is None:
        said = Text("有一份声明稿没有写是哪一种。", "Of one draft the kind is not settled.")
        yield raised(DRAFTED, said, Text("选一种。", "Choose its kind."), at)
    yield from _complete(statement, which, at)
    for name, (rule_id, said, mend) in SAID.items():
        if name == "unknown" and statement.kind != "holding":
            continue
        found = said_wrong(name, [statement.text])
        if found:
            yield raised(rule_id, said, mend, at, which=which, words=quoted(found))
    given = personal(statement.text, facts)
    if given:
        said = Text("{which}写出了个人信息：{words}。", "{which} holds personal data: {words}.")
        mend = Text(
            "删掉；要核实的，请对方私信，只问用得着的。",
            "Take it out; ask for it by private message, and only what is needed.",
        )
        words = quoted([masked(each, LEAST) for each in given])
        yield raised("no-data-in-statements", said, mend, at, which=which, words=words)
    draft = Draft(id="statement", account=facts.main, text=statement.text)
    for finding in review_text(draft, facts, only=(ABSOLUTE,)):
        yield Finding(ABSOLUTE, which + COLON + finding.what, finding.mend, (at,))


def _complete(statement: Statement, which: Text, at: str) -> Iterator[Finding]:
    closing = statement.kind == "closing"
    lacks = [
        said
        for missing, said in (
            (blank(statement.happened), Text("问题", "the problem")),
            (blank(statement.attitude), Text("公司的态度", "the company’s attitude")),
        )
        if missing
    ]
    if lacks:
        said = Text("{which}没有说：{lacks}。", "{which} does not say: {lacks}.")
        mend = Text("一句话说发生了什么，一句话说怎么看。", "A sentence on what happened, and one on how you see it.")
        yield raised(ONE, said, mend, at, which=which, lacks=join(lacks))
    remedy = statement.kind == "apology"
    lacks = [
        said
        for missing, said in (
            (
                blank(statement.doing),
                Text("怎么补救", "the remedy") if remedy else Text("在做什么", "what is being done"),
            ),
            (not closing and blank(statement.next_on), Text("下一次什么时候说", "when the next word comes")),
            (blank(statement.ask), Text("找谁问", "whom to ask")),
        )
        if missing
    ]
    if lacks:
        said = Text("{which}没有说：{lacks}。", "{which} does not say: {lacks}.")
        yield raised(COMPLETE, said, Text("补上。", "Add it."), at, which=which, lacks=join(lacks))
    if not closing and not blank(statement.next_on) and not WHEN.search(statement.next_on):
        said = Text("{which}只说还会说，没有说几点。", "{which} says that more will follow, not when.")
        mend = Text("写上钟点，到时没有新消息也说一声。", "Give the hour; if there is no news by then, say so.")
        yield raised(COMPLETE, said, mend, at, which=which)


def _drafted(plan: CrisisPlan) -> Iterator[Finding]:
    there = {each.kind for each in plan.statements}
    missing = [STATEMENTS[kind] for kind in rule(f"crisis.{DRAFTED}").values["kinds"] if kind not in there]
    if missing:
        said = Text("还没有这几种声明稿：{kinds}。", "These drafts are missing: {kinds}.")
        mend = Text("平时写好，出了事只改事实。", "Write them in quiet times; then only the facts are to be filled in.")
        yield raised(DRAFTED, said, mend, "statements", kinds=join(missing))


def _outlets(plan: CrisisPlan) -> Iterator[Finding]:
    others = [each for each in plan.outlets if each != "weibo"]
    if "weibo" not in plan.outlets or not others:
        named = join([OUTLETS[each] for each in plan.outlets]) if plan.outlets else Text("没有", "none")
        said = Text("声明发在哪里：{named}。要有微博和另一个渠道。", "Outlets: {named}. Wanted: Weibo and one more.")
        yield raised("multi-channel-pr", said, Text("勾上。", "Tick them."), "outlets", named=named)
    elif not plan.same_words:
        said = Text("几个渠道说的不是同一套话。", "The outlets do not all say the same.")
        mend = Text(
            "先定一份稿，别处照发，改了一起改。", "Settle one text, use it everywhere, and change it everywhere."
        )
        yield raised("multi-channel-pr", said, mend, "same_words")
