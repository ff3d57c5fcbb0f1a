"""The queue and its composer: what one types is read at once, saved, and can be put in order and taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from playbook.company import Account, Company
from playbook.content import queue_planner as module
from playbook.content.composer import OPEN, how_it_reads
from playbook.content.draft import Draft
from playbook.content.plan import Column, ContentPlan
from playbook.content.planner import write_drafts
from playbook.content.queue_planner import QueuePlanner
from playbook.content.to_mend import draft_to_mend
from playbook.facts import Facts, sample_facts
from playbook.language import Text
from playbook.planners import Asked, Desk
from playbook.plans import load, save
from playbook.rules import Finding

FACTS = sample_facts()
HOSTILE = "<img src=x onerror=alert(1)>"
ABSOLUTE = Finding("content.absolute-words", Text("“最好”", "“best”"), Text("换一个说法", "say it otherwise"))


@pytest.fixture(autouse=True)
def _one_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read drafts by one rule alone, so that these tests do not hang on the word lists."""
    monkeypatch.setattr(module, "review_text", lambda draft, facts: [ABSOLUTE] if "最好" in draft.text else [])


def drafts(*texts: str, account: str = "flagship") -> list[Draft]:
    return [Draft(id=f"d{number}", account=account, text=text) for number, text in enumerate(texts, start=1)]


def planner(*queue: Draft) -> QueuePlanner:
    if queue:
        save(ContentPlan(columns=[Column(id="c1", name="泡茶")], queue=list(queue)))
    opened = write_drafts(known=FACTS)
    assert isinstance(opened, QueuePlanner)
    return opened


def saved() -> list[Draft]:
    return load(ContentPlan, ContentPlan).queue


def labels(queue: QueuePlanner) -> list[str]:
    return [label for label, _ in queue.list.options]


def test_a_draft_is_added_written_and_opened_again(work: Path) -> None:
    queue = planner()
    queue.add()
    queue.composer.text.value = "水温到底该多少？"
    queue.composer.status.value = "review"
    [draft] = saved()
    assert (draft.account, draft.text, draft.status) == ("flagship", "水温到底该多少？", "review")
    assert planner().composer.text.value == "水温到底该多少？"


def test_an_absolute_word_is_found_as_it_is_typed_and_gone_when_it_is(work: Path) -> None:
    queue = planner(*drafts("这是"))
    queue.composer.text.value = "这是最好的茶"
    assert "“最好”" in queue.composer.findings.value
    assert "1 处要看" in labels(queue)[0]
    queue.composer.text.value = "这是我们的茶"
    assert "“最好”" not in queue.composer.findings.value
    assert "处要看" not in labels(queue)[0]


def test_a_draft_that_says_the_same_is_read_once(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    queue = planner(*drafts("一", "二", "三"))
    read: list[str] = []

    def note(draft: Draft, facts: Facts) -> list[Finding]:
        read.append(draft.id)
        return []

    monkeypatch.setattr(module, "review_text", note)
    queue.composer.text.value = "一一"
    assert read == ["d1"]


def test_the_list_says_id_status_column_first_words_and_length(work: Path, reader: str) -> None:
    [first] = drafts("茶" * 60)
    [label] = labels(planner(first.model_copy(update={"column": "c1"})))
    assert {"zh": "d1｜草稿｜泡茶｜茶茶", "en": "d1 | draft | 泡茶 | 茶茶"}[reader] in label
    assert "60" in label
    assert "茶" * 20 not in label


def test_the_composer_says_length_fold_and_elements(reader: str) -> None:
    draft = Draft(id="a", account="shop", text="#春茶#" + "茶" * 150 + "@掌柜老岚 [心]", has_image=True)
    said = str(how_it_reads(draft))
    assert {"zh": "全文", "en": "full text"}[reader] in said
    used = {"zh": "文字、图片、@、话题、表情", "en": "text, picture, mention, topic, emoticon"}[reader]
    assert used in said
    assert {"zh": "看得全", "en": "all of it"}[reader] in str(how_it_reads(Draft(id="a", account="shop", text="短")))


def test_ticks_owner_column_origin_and_marks_are_saved(work: Path) -> None:
    composer = planner(*drafts("一")).composer
    composer.ticks["made_with_ai"].value = True
    composer.ticks["ad_marked"].value = True
    composer.owner.value, composer.column.value, composer.origin.value = "tao", "c1", "licensed"
    composer.source.value, composer.notes.value = "某人", "词可以留：说的是态度"
    composer.scores.marks["fun"].value = 2
    composer.scores.marks["value"].value = 1
    composer.scores.marks["value"].value = OPEN
    [draft] = saved()
    assert (draft.made_with_ai, draft.ad_marked, draft.owner, draft.column) == (True, True, "tao", "c1")
    assert (draft.origin, draft.source, draft.notes) == ("licensed", "某人", "词可以留：说的是态度")
    assert draft.score == {"fun": 2}
    assert "2 / 8" in composer.scores.titles[0]
    assert (composer.scores.marks["fun"].label, composer.scores.marks["value"].label) == (
        "2 分：会想讲给别人听。",
        "还没打",
    )


def test_a_draft_may_pass_with_findings_and_is_told_so(work: Path, reader: str) -> None:
    queue = planner(*drafts("最好的茶"))
    queue.composer.status.value = "approved"
    assert saved()[0].status == "approved"
    said = {"zh": "状态是“通过”，但文字还有 1 处要看", "en": "is “approved”; still to look at in the text: 1"}[reader]
    assert said in queue.composer.findings.value
    queue.composer.text.value = "我们的茶"
    assert said not in queue.composer.findings.value


def test_drafts_move_up_and_down_and_are_removed_and_brought_back(work: Path) -> None:
    queue = planner(*drafts("一", "二", "三"))
    queue.list.value = "d3"
    queue.move(-1)
    assert [each.id for each in saved()] == ["d1", "d3", "d2"]
    assert queue.list.value == "d3"
    queue.remove()
    assert [each.id for each in saved()] == ["d1", "d2"]
    assert queue.list.value == "d2"
    queue.undo()
    queue.undo()
    assert [each.id for each in saved()] == ["d1", "d2", "d3"]
    queue.redo()
    assert [each.id for each in saved()] == ["d1", "d3", "d2"]


def test_undo_takes_back_a_tick_and_leaves_what_was_typed_since(work: Path) -> None:
    queue = planner(*drafts("一"))
    queue.composer.ticks["has_image"].value = True
    queue.composer.text.value = "写了半天"
    queue.undo()
    [draft] = saved()
    assert (draft.has_image, draft.text) == (False, "写了半天")
    assert queue.composer.ticks["has_image"].value is False


def test_the_drafts_of_other_accounts_stay_where_they_are(work: Path) -> None:
    [other] = drafts("网店的", account="shop")
    queue = planner(other, *[each.model_copy(update={"id": f"f{each.id}"}) for each in drafts("一", "二")])
    queue.list.value = "fd2"
    queue.move(-1)
    assert [each.id for each in saved()] == ["d1", "fd2", "fd1"]
    queue.account.value = "shop"
    assert queue.composer.text.value == "网店的"
    queue.add()
    assert [each.account for each in saved()] == ["shop", "flagship", "flagship", "shop"]


def test_undo_does_not_lose_drafts_that_came_from_elsewhere_since(work: Path) -> None:
    queue = planner(*drafts("一"))
    queue.composer.ticks["has_image"].value = True
    plan = load(ContentPlan, ContentPlan)
    queue._desk.take(
        plan.model_copy(update={"queue": [*plan.queue, Draft(id="d9", account="flagship", text="文件里的")]})
    )
    queue.undo()
    assert [each.id for each in saved()] == ["d1", "d9"]


def test_an_account_without_drafts_says_how_to_begin(work: Path, reader: str) -> None:
    queue = planner()
    assert {"zh": "加一条", "en": "Add a draft"}[reader] in queue._findings.value
    assert queue._open.children == ()
    assert queue.buttons["up"].disabled
    queue.add()
    assert queue.composer.layout.display is None


def test_a_page_that_asks_for_more_drafts_says_how_many_are_missing(reader: str) -> None:
    queue = QueuePlanner(Desk(ContentPlan(), print), FACTS, Asked(accounts=("shop",), least=3))
    queue.add()
    assert [value for _, value in queue.account.options] == ["shop"]
    assert queue.value["queue"][0]["account"] == "shop"


def test_an_owner_or_a_column_that_is_gone_is_still_said(work: Path) -> None:
    [draft] = drafts("一")
    queue = planner(draft.model_copy(update={"owner": "已离职", "column": "c9"}))
    assert queue.composer.owner.value == "已离职"
    assert "c9（栏目已去掉）" in [label for label, _ in queue.composer.column.options]


def test_what_a_learner_types_stays_text(work: Path) -> None:
    queue = planner(*drafts(HOSTILE + "茶" * 200))
    queue.composer.source.value = HOSTILE
    shown = "".join(each.value for each in (queue._head, queue._findings, queue.composer.findings, queue.composer.said))
    assert "<img" not in shown


def test_more_than_a_draft_can_hold_is_cut_and_not_lost(work: Path) -> None:
    queue = planner(*drafts("一"))
    queue.composer.text.value = "茶" * 9000
    assert len(saved()[0].text) == 8000


def test_colleagues_drafts_are_taken_in_once_and_fall_into_the_column_of_their_kind(work: Path) -> None:
    save(ContentPlan(columns=[Column(id="c1", name="泡茶", kind="knowledge")]))
    opened = write_drafts("shop", FACTS, handed=["d02", "d22", "d31"])
    assert isinstance(opened, QueuePlanner)
    assert "3" in opened.take_in.description
    opened.take_in.click()
    assert [(each.id, each.account, each.column) for each in saved()] == [
        ("d02", "shop", ""), ("d22", "shop", "c1"), ("d31", "shop", ""),
    ]  # fmt: skip
    assert opened.take_in.disabled
    opened.composer.text.value = "改过"
    again = write_drafts("shop", FACTS, handed=["d02", "d22", "d31"])
    assert isinstance(again, QueuePlanner)
    again.take_in.click()
    assert next(each.text for each in saved()) == "改过"
    assert len(saved()) == 3


def test_mended_drafts_come_with_the_declaration_that_they_need(work: Path) -> None:
    opened = write_drafts("flagship", FACTS, handed=["d28", "d35"], mended=True)
    assert isinstance(opened, QueuePlanner)
    opened.take_in.click()
    told = {each.id: each for each in saved()}
    assert told["d28"].made_with_ai
    assert told["d28"].ai_declared
    assert told["d35"].origin == "own"
    assert told["d35"].text != draft_to_mend("d35").draft.text


def test_a_company_without_that_account_takes_the_drafts_for_the_one_that_is_open(work: Path) -> None:
    other = replace(FACTS, company=Company(name="甲", accounts=[Account(id="甲", name="甲")]))
    opened = write_drafts("shop", other, handed=["d02"])
    assert isinstance(opened, QueuePlanner)
    opened.take_in.click()
    assert [each.account for each in saved()] == ["甲"]


@pytest.mark.parametrize("mended", [False, True])
def test_who_reads_english_is_told_what_a_draft_said_when_it_was_handed_over(
    work: Path, monkeypatch: pytest.MonkeyPatch, mended: bool
) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", "en")
    opened = write_drafts("shop", FACTS, handed=["d02"], mended=mended)
    assert isinstance(opened, QueuePlanner)
    opened.take_over()
    said = draft_to_mend("d02").mended.en if mended else draft_to_mend("d02").gloss  # type: ignore[union-attr]
    assert said[:30] in opened.composer.said.value
    opened.composer.text.value = "小罐 68 元。"
    assert said[:30] in opened.composer.said.value  # kept while it is being mended
    opened.add()
    assert "in English" not in opened.composer.said.value


def test_in_chinese_a_draft_is_told_once(work: Path) -> None:
    opened = write_drafts("shop", FACTS, handed=["d02"])
    assert isinstance(opened, QueuePlanner)
    opened.take_over()
    assert opened.composer.said.value.count("<p") == 1


def test_a_draft_that_is_not_chinese_is_never_called_clear(work: Path, reader: str) -> None:
    composer = planner(*drafts("The best Lapsang in the world is here! 68 yuan: http://t.cn/A6lanjn1")).composer
    assert "✓" not in composer.findings.value
    assert {"zh": "只认中文", "en": "Only Chinese"}[reader] in composer.findings.value
    composer.text.value = "#茶# 一杯 Lapsang，松烟味淡，你喝过吗？"
    assert "✓" in composer.findings.value


def test_words_that_arrive_after_another_draft_was_chosen_stay_with_their_own(work: Path) -> None:
    queue = planner(*drafts("一", "二"))
    first = queue.composer
    queue.list.value = "d2"
    first.text.value = "一，打得慢"
    first.ticks["ad_marked"].value = True
    assert [(each.text, each.ad_marked) for each in saved()] == [("一，打得慢", True), ("二", False)]
    assert queue.composer.text.value == "二"
