"""The image's chapter of the handbook: who we are, each account's page, the voice card, the papers and the opening."""

from __future__ import annotations

from playbook.facts import Facts
from playbook.fields import Kind, Several, people
from playbook.handbook.blocks import Block, Chapter, Para, Section
from playbook.handbook.laid import card_order, chapter_of
from playbook.handbook.parts import Fields, listed, told
from playbook.handbook.said import account, accounts, day, decisions, run, still_open, who
from playbook.image import words
from playbook.image.parts import Change, Page, Voice
from playbook.image.plan import ImagePlan
from playbook.image.words import LABELS
from playbook.language import Text

TITLE = Text("形象", "Image")
HEADS = {
    "positioning": Text("我们是谁，给谁看", "Who we are, and for whom"),
    "pages": Text("每个账号的页面", "The page of each account"),
    "voice": Text("怎么说话", "How we speak"),
    "papers": Text("认证材料", "Papers for verification"),
    "opening": Text("开号的步骤", "Steps of the opening"),
}
KINDS: dict[str, Kind] = {
    "statement": "text", "decided_on": "date", "promoted_on": "date", "colour": words.COLOURS, "bio": "text",
    "pinned": "text", "verified": words.VERIFIED, "verified_on": "date", "source": words.SOURCES, "until": "date",
    "theme": words.THEMES, "wrong": Several(words.QUESTIONS), "voices": Several(words.PERSONAS),
    "lead": words.PERSONAS, "voice": words.PERSONAS, "situation": words.SITUATIONS, "do": "text", "dont": "text",
    "stops": Several(words.HABITS), "filed_on": "date", "valid_until": "date", "on": "date", "done": True,
}  # fmt: skip
POSITIONING = (
    "statement", "brand", "trade", "products", "places", "promise", "looks", "content", "tone", "campaigns",
    "decided_on", "promoted_on",
)  # fmt: skip
PAGE = (
    "nickname", "domain", "avatar", "colour", "cover", "bio", "pinned", "verified", "verified_as", "verified_on",
    "site", "entry",
)  # fmt: skip
LISTS: dict[str, tuple[Text, tuple[str, ...]]] = {  # of a page: what a table shows, and its columns
    "tags": (Text("不变的标签", "Tags that stay"), ("word", "source")),
    "slots": (Text("换着用的标签", "Tags that change"), ("word", "topic", "why", "until")),
    "carousel": (Text("轮播图", "Carousel"), ("theme", "says", "leads_to")),
    "modules": (Text("资料模块", "Information blocks"), ("name", "holds")),
    "looks": (
        Text("外人看五秒以后答的", "What outsiders answered after five seconds"),
        ("by", "who", "what", "official", "wrong"),
    ),
}
MAY_LACK = ("slots", "looks")  # of a page: nothing is open if there are none
VOICE = ("speaker", "sounds_like", "words", "lead", "voices", "says", "never")
PAIR = ("situation", "voice", "do", "dont")
OTHER_SPEAKER = Text("换成谁说", "who speaks instead")
OWN: dict[tuple[str, str], Text] = {  # a form needs other words, or another column is called the same
    ("carousel", "says"): Text("上面写什么", "what it says"),
    ("modules", "name"): Text("模块", "block"),
    ("papers", "name"): Text("材料", "paper"),
    ("opening", "name"): Text("步骤", "step"),
    ("looks", "by"): Text("谁看的", "who looked"),
    **{("looks", each): said for each, said in words.QUESTIONS.items()},
    ("looks", "wrong"): Text("答错了哪句", "answered wrongly"),
}
MODELLED = Text("照着谁做的", "modelled on")
CHECKED = Text("谁查过，哪天", "checked by, and when")
NAME_LENGTH = Text(
    "昵称 {least} 到 {most} 个字：转载的规定，改名以前先查平台现在怎么写。",
    "Nicknames have {least} to {most} characters, as reported: look up what the platform says today before a change.",
)


def chapter(plan: ImagePlan, facts: Facts) -> Chapter:
    """Return how the company looks and sounds: what whoever edits a page or writes a reply keeps to."""
    kinds = KINDS | dict.fromkeys(("holder", "owner"), people(facts.company))
    papers = _fields("papers", ("name", "note", "holder", "filed_on", "valid_until"), kinds | {"name": words.PAPERS})
    steps = _fields("opening", ("name", "on", "owner", "done", "note"), kinds | {"name": words.STEPS})
    return chapter_of(
        plan,
        TITLE,
        [
            (HEADS["positioning"], decisions(told(plan.positioning, _fields("", POSITIONING)))),
            (HEADS["pages"], _pages(plan, facts)),
            (HEADS["voice"], _voice(plan.voice)),
            (
                HEADS["papers"],
                [*decisions([(LABELS["licence_name"], plan.licence_name)]), *listed(plan.papers, papers)],
            ),
            (HEADS["opening"], listed(plan.opening, steps)),
        ],
    )


def _fields(part: str, names: tuple[str, ...], kinds: dict[str, Kind] = KINDS) -> Fields:
    return {each: (OWN.get((part, each), LABELS[each]), kinds.get(each)) for each in names}


def _pages(plan: ImagePlan, facts: Facts) -> list[Block]:
    if not plan.pages:
        return []
    limits = NAME_LENGTH.format(least=plan.limits.name_least, most=plan.limits.name_most)
    order = card_order((each.account for each in plan.pages), facts)
    sections = [Section(account(each, facts), _page(plan.page(each), facts)) for each in order]
    return [Para(limits, "quiet"), *sections]


def _page(page: Page, facts: Facts) -> list[Block]:
    modelled = [(MODELLED, page.modelled_on)] if page.modelled_on.strip() else []
    plain = [
        *told(page, _fields("", PAGE)),
        (LABELS["linked"], accounts(page.linked, facts)),
        *modelled,
        (CHECKED, run([who(page.checked_by, facts), day(page.checked_on)])),
    ]
    kinds = KINDS | {"name": words.MODULES}
    tables = {
        name: listed(getattr(page, name), _fields(name, fields, kinds), title)
        for name, (title, fields) in LISTS.items()
    }
    missing = [LISTS[name][0] for name, each in tables.items() if not each and name not in MAY_LACK]
    return [*decisions(plain), *(block for each in tables.values() for block in each), *still_open(missing)]


def _voice(voice: Voice) -> list[Block]:
    changes = [(words.SECTIONS[each], _change(getattr(voice, each))) for each in ("complaint", "crisis")]
    told_of = [
        *decisions(told(voice, _fields("", VOICE))),
        *listed(voice.pairs, _fields("", PAIR), words.SECTIONS["pairs"]),
    ]
    serious = [Section(title, blocks) for title, blocks in changes if blocks]
    missing = [] if voice == Voice() else [title for title, blocks in changes if not blocks]
    return [*told_of, *serious, *still_open(missing)]


def _change(change: Change) -> list[Block]:
    """Return what changes when things are serious; that the same person goes on speaking needs no word."""
    speaker = [(OTHER_SPEAKER, change.speaker)] if change.speaker.strip() else []
    return decisions([*told(change, _fields("", ("voice", "stops", "stays"))), *speaker])
