"""The inbox as an object: what it takes, how far one has come, and how often as the desk noted."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from traitlets import TraitError

from playbook.facts import Facts, sample_facts
from playbook.interaction import inbox as module
from playbook.interaction.inbox import Inbox
from playbook.interaction.inbox_planner import InboxPlanner, listed
from playbook.interaction.kinds import MESSAGES, Message
from playbook.interaction.marks import InboxMarks, compared, unlike
from playbook.interaction.planner import plan_replies, triage_inbox
from playbook.interaction.replies_planner import RepliesPlanner
from playbook.interaction.words import INBOX
from playbook.plans import load, plan_file
from playbook.sample.card import sample_card

SOURCE = Path(module.__file__).with_suffix(".js").read_text(encoding="utf-8")
FACTS = sample_facts()


def planner(known: Facts = FACTS) -> InboxPlanner:
    opened = triage_inbox(known)
    assert isinstance(opened, InboxPlanner)
    return opened


def saved() -> dict[str, str]:
    return dict(load(InboxMarks, InboxMarks).marks)


def noted() -> dict[str, str]:
    assert FACTS.comments is not None
    return dict(zip(FACTS.comments["id"], FACTS.comments["kind"], strict=True))


def test_every_message_of_the_inbox_is_there_in_order_of_time_with_a_gloss_for_english_readers(reader: str) -> None:
    assert FACTS.comments is not None
    items = listed(FACTS)
    assert [item[0] for item in items] == FACTS.comments["id"].to_list()
    assert all(item[2] for item in items)
    assert all(bool(item[3]) is (reader == "en") for item in items)


def test_what_is_filed_is_saved_at_once_and_the_next_not_filed_is_opened_again(work: Path) -> None:
    first = planner()
    ids = [item[0] for item in first.inbox.items]
    first.inbox.marks = {ids[0]: "question", ids[1]: "complaint"}
    assert saved() == {ids[0]: "question", ids[1]: "complaint"}
    assert planner().inbox.marks == saved()
    assert planner().inbox.at == 2


def test_undo_takes_back_one_filing_at_a_time_and_redo_does_it_again(work: Path) -> None:
    opened = planner()
    opened.inbox.marks = {"c0001": "question"}
    opened.inbox.marks = {"c0001": "question", "c0002": "order"}
    for action, marks in (("undo", {"c0001": "question"}), ("undo", {}), ("redo", {"c0001": "question"})):
        opened.inbox._hear(opened.inbox, {"kind": action}, [])
        assert opened.inbox.marks == marks
        assert saved() == marks


def test_messages_filed_so_quickly_that_they_arrive_together_are_taken_back_one_by_one(work: Path) -> None:
    opened = planner()
    first, second, third = (dict.fromkeys(list(noted())[:count], "order") for count in (1, 2, 3))
    opened.inbox.marks = first
    opened.inbox.marks = third | {"c0001": "praise"}
    for marks in (second | {"c0001": "praise"}, first | {"c0001": "praise"}, first, {}):
        opened.undo()
        assert opened.inbox.marks == saved() == marks
    for marks in (first, first | {"c0001": "praise"}):
        opened.redo()
        assert saved() == marks


def test_the_inbox_says_how_far_and_how_often_as_the_desk_noted(work: Path, reader: str) -> None:
    opened = planner()
    ids = list(noted())[:4]
    marks = {each: noted()[each] for each in ids[:3]}
    wrong = next(kind for kind in MESSAGES if kind != noted()[ids[3]])
    opened.inbox.marks = marks | {ids[3]: wrong}
    count = len(opened.inbox.items)
    said = {"zh": f"归了 4 条；收件箱里共 {count} 条。", "en": f"Filed 4; there are {count} in the inbox."}
    assert opened.inbox.done == said[reader]
    assert {"zh": "3 条（75%）", "en": "3 (75%)"}[reader] in opened._said.value


def test_the_pairs_that_differ_are_told_commonest_first() -> None:
    ids = [name for name, kind in noted().items() if kind == "question"][:3]
    order = next(name for name, kind in noted().items() if kind == "order")
    filed: dict[str, Message] = dict.fromkeys(ids, "praise")
    marks = InboxMarks(marks=filed | {order: "troll", "gone": "praise"})
    told = compared(marks, FACTS)
    assert len(told) == 4
    assert [(mine.en, theirs.en, count) for mine, theirs, count in unlike(told)] == [
        ("praise", "question", 3), ("troll", "order", 1),
    ]  # fmt: skip


def test_the_rules_of_the_plan_are_replayed_with_the_kinds_that_the_learner_files(work: Path) -> None:
    opened = planner()
    every = dict.fromkeys(noted(), "small_talk")
    opened.inbox.marks = every
    assert "replay" not in opened._said.value
    replies = plan_replies(FACTS)
    assert isinstance(replies, RepliesPlanner)
    replies.kind.value = "small_talk"
    replies.form.where.value, replies.form.within.value = "public", 60
    replies.form.answered_by.value = "谁值班谁答"
    assert f"<td>闲聊</td><td>{len(every)}</td>" in opened._said.value


def test_a_company_without_an_inbox_is_told_so(work: Path) -> None:
    opened = planner(Facts(sample_card(), FACTS.posts, None, invented=False))
    assert "没有收件箱的数据" in opened.children[0].value
    assert not plan_file(InboxMarks).exists()


def test_a_damaged_file_of_marks_is_put_aside_and_told(work: Path) -> None:
    path = plan_file(InboxMarks)
    path.parent.mkdir(parents=True)
    path.write_text("{", encoding="utf-8")
    opened = planner()
    assert "planner-notice" in opened.children[0].value
    assert opened.inbox.marks == {}
    assert len(list(path.parent.glob("inbox*"))) == 1


def test_a_mark_that_is_none_of_the_nine_is_refused() -> None:
    with pytest.raises(TraitError, match="wanted one of praise"):
        Inbox(marks={"c0001": "parrot"})


def test_what_readers_wrote_reaches_the_page_as_text_alone() -> None:
    assert FACTS.comments is not None
    odd = FACTS.comments.head(1).assign(text="<img src=x onerror=alert(1)>", author="<b>")
    assert listed(replace(FACTS, comments=odd))[0][2] == "<img src=x onerror=alert(1)>"
    assert "innerHTML" not in SOURCE
    assert "insertAdjacentHTML" not in SOURCE


def test_the_browser_side_has_no_words_of_its_own_and_uses_every_word_it_is_given() -> None:
    code = re.sub(r"//.*", "", SOURCE)
    assert not re.search(r"[\u4e00-\u9fff]", code)
    used = set(re.findall(r"words\.(\w+)", code)) | set(re.findall(r'"(undo|redo|next|help)"', code))
    assert used == set(INBOX)
