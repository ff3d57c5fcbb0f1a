"""Drafts of our own invention each way: what must be found, and what looks like it and is fine."""

import pytest

from playbook.crisis.model_plan import sound_plan
from playbook.crisis.responding import Statement
from playbook.crisis.spoken import statement_findings
from playbook.facts import sample_facts

FACTS = sample_facts()
HOLDING = sound_plan().statements[0]


def found(statement: Statement = HOLDING, **changed: object) -> set[str]:
    told = statement_findings(statement.model_copy(update=changed), FACTS)
    return {each.rule.removeprefix("crisis.") for each in told}


WRONG = [
    ("nothing-unknown", "我们的产品绝无问题。"),
    ("nothing-unknown", "这只是个案。"),
    ("nothing-unknown", "保证以后再也不会发生。"),
    ("nothing-unknown", "We guarantee that this will never happen again."),
    ("blames-nobody", "是个别顾客存放不当。"),
    ("blames-nobody", "有人恶意抹黑。"),
    ("blames-nobody", "这是实习生所为。"),
    ("no-cheer", "哈哈，小插曲啦。"),
    ("no-cheer", "转发抽奖，送新罐。"),
    ("no-threats", "我们保留追究法律责任的权利。"),
    ("no-threats", "请博主立即删帖。"),
    ("no-final-say", "最终解释权归本店所有。"),
    ("no-data-in-statements", "发帖的客人电话 13812345678。"),
    ("no-data-in-statements", "请在评论里留下您的电话。"),
    ("content.absolute-words", "我们有全国最好的茶。"),
]
FINE = [
    "我们还不知道是哪一步出了问题。",
    "保存的办法写在罐底，您照着做没有错。",
    "谢谢发帖的客人。",
    "今天不发别的微博。",
    "这件事是我们的责任。",
    "我们不会要求任何人删帖。",
    "请私信告诉我们您的单号。",
    "客服电话 400-820-1234。",
    "We are sorry, and are looking at every tin.",
]


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_what_a_holding_statement_should_not_say_is_found(rule: str, text: str) -> None:
    assert rule in found(doing=text)


@pytest.mark.parametrize("text", FINE)
def test_what_is_plain_and_open_passes(text: str) -> None:
    assert found(doing=text) == set()


def test_certainty_is_fine_once_it_is_known() -> None:
    fact = HOLDING.model_copy(update={"kind": "fact", "happened": "已经查明：罐盖的垫圈有缺口。"})
    assert found(fact) == set()
    assert "nothing-unknown" in found(fact, kind="holding")


@pytest.mark.parametrize(("part", "rule"), [
    ("happened", "one-communication"), ("attitude", "one-communication"), ("doing", "statement-complete"),
    ("next_on", "statement-complete"), ("ask", "statement-complete"),
])  # fmt: skip
def test_each_part_that_is_missing_is_found(part: str, rule: str) -> None:
    assert found(HOLDING, **{part: "…"}) == {rule}


@pytest.mark.parametrize(("next_on", "wrong"), [
    ("有消息第一时间公布。", True), ("敬请期待。", True), ("今晚八点再说。", False), ("两小时后再说。", False),
    ("明天中午。", False), ("We will say more tonight.", False), ("We will say more soon.", True),
])  # fmt: skip
def test_the_next_word_has_its_hour(next_on: str, wrong: bool) -> None:
    assert ("statement-complete" in found(next_on=next_on)) is wrong


def test_a_closing_word_promises_no_further_one_and_an_apology_has_its_remedy() -> None:
    assert found(HOLDING, kind="closing", next_on="") == set()
    [finding] = [*statement_findings(HOLDING.model_copy(update={"kind": "apology", "doing": ""}), FACTS)]
    assert "the remedy" in finding.what.en


def test_a_number_is_hidden_in_the_finding() -> None:
    told = [each.what.en for each in statement_findings(HOLDING.model_copy(update={"ask": "找 13812345678"}), FACTS)]
    assert all("13812345678" not in each for each in told)
    assert any("138****5678" in each for each in told)


def test_a_long_text_is_read_in_linear_time_and_hostile_signs_do_no_harm() -> None:
    found(doing="删" * 600)
    found(doing="<script>alert(1)</script>" * 20)


def test_a_finding_names_its_draft_as_a_sentence_does_and_cuts_no_word() -> None:
    wrong = HOLDING.model_copy(update={"happened": "This has nothing to do with us, and it is an isolated case."})
    told = [each.what for each in statement_findings(wrong, FACTS) if each.rule == "crisis.nothing-unknown"]
    [what] = told
    assert what.en == (
        "The draft “holding statement · any” says for certain what is not known yet: "
        "“has nothing to do with us”, “an isolated case”."
    )
    assert what.zh.startswith("《先说一声·")
