"""What is wrong with columns, a mix and a queue, each with a case that gives the finding and one that does not."""

from dataclasses import replace
from typing import Any

import pytest

from playbook.content.draft import Draft
from playbook.content.plan import Column, ContentPlan, Mix
from playbook.content.review import review, review_account
from playbook.facts import Facts, sample_facts

FACTS = sample_facts()
COLUMNS = [
    Column(id="brew", name="泡茶问答", answers="多少度的水？", topic="岚间答疑", kind="knowledge"),
    Column(id="tea", name="店里的茶", answers="到了哪些茶？", topic="岚间新茶", kind="product"),
    Column(id="day", name="茶馆一天", topic="今天喝什么", kind="daily"),
]
PEOPLE = Column(id="people", name="店里的人", topic="掌柜和伙计", kind="staff-life")
HOT = Column(id="hot", name="今日话题", topic="今日茶话", kind="timely")
FUN = Column(id="fun", name="茶桌笑话", topic="茶桌上", kind="fun")
SALE = Column(id="sale", name="粉丝专享", topic="岚间专享", kind="discount")
EVEN = {"brew": 40, "tea": 30, "day": 30}
SCORE = {"relevance": 2, "fun": 1, "value": 2, "communication": 1}
WORD = {column.id: f"#{column.topic}#" for column in [*COLUMNS, PEOPLE, HOT, FUN, SALE]}


def plan(
    *more: Column,
    shares: dict[str, int] | None = None,
    posts: int = 14,
    why: str = "先答问题",
    queue: list[Draft] | None = None,
    columns: list[Column] | None = None,
) -> ContentPlan:
    """A plan of three good columns and more, with a mix of the flagship's."""
    mix = Mix(account="flagship", shares=EVEN if shares is None else shares, posts_a_week=posts, why=why)
    return ContentPlan(columns=[*(COLUMNS if columns is None else columns), *more], mixes=[mix], queue=queue or [])


def draft(name: str, column: str = "brew", text: str = "水烧开晾三分钟。", **changed: Any) -> Draft:  # noqa: ANN401
    """A draft with its column's topic word and an owner."""
    made = Draft(id=name, account="flagship", column=column, text=f"{text}{WORD.get(column, '')}", owner="xiaoman")
    return Draft.model_validate(made.model_dump() | changed)


def ready(name: str, column: str = "brew", text: str = "水烧开晾三分钟。", **changed: Any) -> Draft:  # noqa: ANN401
    """A draft under review with its marks."""
    return draft(name, column, text, **({"status": "review", "score": SCORE} | changed))


def queue(*columns: str, text: str = "你家怎么泡？", **changed: Any) -> list[Draft]:  # noqa: ANN401
    """Drafts of these columns in order; every other one has a picture."""
    made = {"has_image": True} | changed
    return [draft(f"d{n}", column, text, **(made if n % 2 else changed)) for n, column in enumerate(columns)]


def found(made: ContentPlan, facts: Facts = FACTS) -> dict[str, str]:
    """The findings on a plan: rule to what is said, in English."""
    return {finding.rule.removeprefix("content."): finding.what.en for finding in review(made, facts)}


def of_drafts(made: ContentPlan) -> dict[str, str]:
    """The findings that point to drafts, not to the mix."""
    about = (finding for finding in review(made, FACTS) if finding.at != ("mix/flagship",))
    return {finding.rule.removeprefix("content."): finding.what.en for finding in about}


def places(made: ContentPlan, rule: str) -> tuple[str, ...]:
    """Where a rule's findings point."""
    return tuple(place for finding in review(made, FACTS) if finding.rule == f"content.{rule}" for place in finding.at)


def test_a_good_plan_has_no_finding() -> None:
    assert found(plan()) == {}
    assert found(ContentPlan()) == {}


# ------------------------------------------------------------------ columns


def test_a_column_that_is_only_a_name_is_told_once() -> None:
    assert set(found(plan(Column(id="x", name="其他")))) == {"core-of-marketing"}


def test_a_column_without_a_name_is_told_by_its_place_and_never_by_its_id() -> None:
    said = found(plan(Column(id="c1", name=" ")))
    assert said == {"core-of-marketing": "Still without a name: column 4."}
    narrow = found(plan(columns=[COLUMNS[0].model_copy(update={"id": "c9", "name": ""})], shares={"c9": 100}))
    assert "column 1" in narrow["related-diversity"]
    assert not any("c9" in each for each in narrow.values())


def test_a_column_about_the_trade_without_a_readers_question_is_named() -> None:
    silent = Column(id="keep", name="存茶", topic="存茶", kind="extension")
    assert "存茶" in found(plan(silent))["usefulness"]
    assert places(plan(silent), "usefulness") == ("keep",)


def test_everyday_life_and_offers_need_not_answer_a_question() -> None:
    assert "usefulness" not in found(plan(PEOPLE, SALE, FUN))


def test_columns_none_of_which_names_a_question_were_thought_up_before_listening() -> None:
    unheard = [column.model_copy(update={"answers": ""}) for column in COLUMNS]
    assert set(found(plan(columns=unheard))) == {"listen-first-process"}


def test_a_column_of_no_known_kind_is_off_the_core() -> None:
    made = plan(Column(id="x", name="随便聊聊", topic="聊聊", answers="聊什么？", kind="gossip"))
    assert "随便聊聊" in found(made)["core-topic-radiation"]


@pytest.mark.parametrize("word", ["", "岚间#答疑", "岚间新茶"])
def test_a_topic_word_is_there_whole_and_used_by_one_column(word: str) -> None:
    made = plan(PEOPLE.model_copy(update={"topic": word}))
    assert "people" in places(made, "hashtag-classification")
    assert "hashtag-classification" not in found(plan(PEOPLE.model_copy(update={"topic": "#掌柜#"})))


@pytest.mark.parametrize(("count", "wrong"), [(2, True), (3, False), (10, False), (11, True)])
def test_there_are_three_to_ten_columns(count: int, wrong: bool) -> None:
    many = [*COLUMNS, *(PEOPLE.model_copy(update={"id": f"p{n}", "topic": f"词{n}"}) for n in range(8))][:count]
    assert ("columns-to-keep" in found(plan(columns=many, shares={}))) is wrong


def test_a_column_that_promises_slimming_is_named() -> None:
    assert "喝茶瘦身" in found(plan(PEOPLE.model_copy(update={"name": "喝茶瘦身"})))["pillar-richness"]


def test_columns_without_a_mix_and_shares_without_a_column_are_half_a_plan() -> None:
    assert "(3)" in found(ContentPlan(columns=COLUMNS))["core-how-and-what"]
    made = plan(shares={**EVEN, "day": 10, "gone": 20})
    assert "gone" in found(made)["core-how-and-what"]


# ------------------------------------------------------------------ mix


@pytest.mark.parametrize(("day", "said"), [(25, "95%, not 100%. Article 8"), (35, "105%, not 100%."), (0, "70%")])
def test_shares_that_do_not_make_100_are_told_with_their_sum(day: int, said: str) -> None:
    assert said in found(plan(shares=EVEN | {"day": day}))["mix-adds-up"]
    assert places(plan(shares=EVEN | {"day": day}), "mix-adds-up") == ("mix/flagship",)


def test_five_per_cent_of_fourteen_posts_is_less_than_one() -> None:
    made = {"brew": 40, "tea": 30, "day": 25, "people": 5}
    assert "店里的人 0.7" in found(plan(PEOPLE, shares=made))["one-post-a-week"]
    assert "one-post-a-week" not in found(plan(PEOPLE, shares=made, posts=20))
    assert "one-post-a-week" not in found(plan(PEOPLE, shares=EVEN | {"people": 0}))


@pytest.mark.parametrize(("share", "enough"), [(5, 20), (3, 34), (1, 100)])
def test_a_share_under_a_post_a_week_is_told_how_many_posts_a_week_would_do(share: int, enough: int) -> None:
    made = {"brew": 40, "tea": 30, "day": 30 - share, "people": share}
    [small] = [each for each in review(plan(PEOPLE, shares=made), FACTS) if each.rule == "content.one-post-a-week"]
    assert f"加到 {enough}，" in small.mend.zh
    assert f"“Posts a week” to {enough}," in small.mend.en
    assert "one-post-a-week" not in found(plan(PEOPLE, shares=made, posts=enough))
    assert "one-post-a-week" in found(plan(PEOPLE, shares=made, posts=enough - 1))


def test_one_column_that_takes_all_is_too_narrow() -> None:
    assert "泡茶问答" in found(plan(shares={"brew": 80, "day": 20}))["related-diversity"]


def test_a_mix_with_little_about_the_trade_has_no_centre() -> None:
    said = found(plan(PEOPLE, FUN, shares={"brew": 10, "people": 30, "day": 40, "fun": 20}))["related-diversity"]
    assert "Only 10%" in said


def test_product_descriptions_need_as_much_knowledge_of_use() -> None:
    assert "50%" in found(plan(shares={"brew": 20, "tea": 50, "day": 30}))["product-extension"]
    assert "product-extension" not in found(plan(shares={"brew": 35, "tea": 35, "day": 30}))


def test_a_mix_far_from_todays_needs_a_reason() -> None:
    far = {"brew": 65, "day": 35}
    said = found(plan(shares=far, why=" "))["mix-with-reason"]
    assert "towards know-how" in said
    assert "mix-with-reason" not in found(plan(shares=far))
    assert "mix-with-reason" not in found(plan(PEOPLE, shares={"brew": 28, "tea": 28, "day": 24, "people": 20}, why=""))


def test_drafts_without_a_mix_leave_volume_and_shares_open() -> None:
    made = ContentPlan(columns=COLUMNS, queue=[draft("d1")])
    assert "1 drafts and no mix" in found(made)["four-design-factors"]


# ------------------------------------------------------------------ queue


def test_a_draft_needs_a_column_of_the_plan_and_an_owner_of_the_card() -> None:
    made = plan(posts=1, queue=[draft("d1"), draft("d2", "gone"), draft("d3", "day", owner="somebody")])
    assert places(made, "whose-draft") == ("d2", "d3")
    assert "whose-draft" not in found(plan(posts=1, queue=[draft("d1", owner="林小满")]))


def test_ideas_and_what_is_published_are_not_judged() -> None:
    rest = [draft("d1", "gone", status="idea"), draft("d2", "gone", status="published")]
    assert found(plan(queue=rest)) == {}


def test_a_draft_without_its_columns_word_is_named() -> None:
    lost = draft("d1").model_copy(update={"text": "水烧开晾三分钟。#今天喝什么#"})
    assert places(plan(posts=1, queue=[lost]), "hashtag-classification") == ("d1",)


def test_three_of_one_column_in_a_row_are_a_run_and_two_are_none() -> None:
    assert places(plan(posts=1, queue=queue("day", "brew", "brew", "brew")), "no-runs") == ("d1", "d2", "d3")
    assert "no-runs" not in found(plan(posts=1, queue=queue("brew", "brew", "day", "brew")))


def test_a_week_takes_as_many_drafts_as_the_mix_has_posts() -> None:
    assert "takes 3 posts; 2 drafts" in found(plan(posts=3, queue=queue("brew", "day")))["keep-updating"]
    assert "keep-updating" not in found(plan(posts=2, queue=queue("brew", "day")))


GOOD_QUEUE = ("brew", "tea", "brew", "day", "brew", "tea")


def test_a_queue_that_follows_the_mix_has_no_finding() -> None:
    assert found(plan(posts=6, queue=queue(*GOOD_QUEUE))) == {}


def test_a_queue_unlike_the_mix_is_told_column_by_column() -> None:
    made = plan(posts=6, queue=queue("day", "tea", "day", "day", "tea", "day"))
    told = [finding.what.en for finding in review(made, FACTS) if finding.rule == "content.queue-like-mix"]
    assert ["茶馆一天" in told[0], "泡茶问答" in told[1]] == [True, True]


def test_a_mix_with_staff_life_and_a_queue_without_is_told() -> None:
    shares = {"brew": 40, "tea": 25, "day": 20, "people": 15}
    assert "店里的人" in found(plan(PEOPLE, shares=shares, queue=queue(*GOOD_QUEUE)))["staff-life-topics"]
    with_people = queue(*GOOD_QUEUE[:-1], "people")
    assert "staff-life-topics" not in found(plan(PEOPLE, shares=shares, queue=with_people))


def test_words_alone_and_one_form_throughout_are_told() -> None:
    plain = [each.model_copy(update={"has_image": False}) for each in queue(*GOOD_QUEUE)]
    assert {"five-forms", "form-combinations"} <= set(found(plan(posts=6, queue=plain)))
    pictured = [each.model_copy(update={"has_image": True}) for each in plain]
    assert set(found(plan(posts=6, queue=pictured))) == {"form-combinations"}


def test_a_queue_that_asks_nothing_is_told() -> None:
    silent = queue(*GOOD_QUEUE, text="水开了。")
    assert "ask readers anything" in found(plan(posts=6, queue=silent))["interaction-throughout"]


def test_a_queue_without_a_series_is_told() -> None:
    scattered = queue("brew", "tea", "day", "brew", "tea", "day")
    assert set(found(plan(posts=6, queue=scattered))) == {"continuity"}


def test_timely_drafts_name_their_event_and_stand_in_front() -> None:
    shares = {"brew": 50, "hot": 50}
    back = [draft("d1"), draft("d2", "day"), draft("d3", "hot", event="立冬")]
    assert places(plan(HOT, shares=shares, posts=2, queue=back), "timeliness") == ("d3",)
    nameless = [draft("d1", "hot"), draft("d2")]
    assert places(plan(HOT, shares=shares, posts=2, queue=nameless), "timely-class") == ("d1",)
    good = [draft("d1", "hot", event="立冬"), draft("d2")]
    assert not {"timeliness", "timely-class"} & set(found(plan(HOT, shares=shares, posts=2, queue=good)))


# ------------------------------------------------------------------ under review


@pytest.mark.parametrize(
    ("score", "rule"),
    [
        ({"relevance": 2}, "four-quality-dimensions"),
        (SCORE | {"value": 0, "fun": 0}, "four-quality-dimensions"),
        (SCORE | {"relevance": 0}, "relevance"),
    ],
)
def test_a_draft_under_review_is_marked_on_four_qualities_and_not_too_low(score: dict[str, int], rule: str) -> None:
    assert set(of_drafts(plan(queue=[ready("d1", score=score)]))) == {rule}
    assert of_drafts(plan(queue=[draft("d1")])) == {}
    assert of_drafts(plan(queue=[ready("d1")])) == {}


@pytest.mark.parametrize(
    ("column", "changed", "rule"),
    [
        ("day", {"origin": "licensed"}, "content-platform-choice"),
        ("day", {"source": "供稿平台"}, "supplied-as-original"),
        ("day", {"origin": "unknown"}, "supplied-as-original"),
        ("fun", {"origin": "unknown"}, "fun-class"),
    ],
)
def test_whose_a_draft_is_must_be_known_before_it_goes_out(column: str, changed: dict[str, Any], rule: str) -> None:
    assert rule in of_drafts(plan(FUN, queue=[ready("d1", column, **changed)]))
    named = {"origin": "licensed", "source": "摄影：青石陶作"}
    assert of_drafts(plan(FUN, queue=[ready("d1", column, **named)])) == {}


def test_what_a_selling_column_says_is_marked_as_advertising() -> None:
    assert set(of_drafts(plan(SALE, queue=[ready("d1", "sale")]))) == {"soft-ads-over-blunt"}
    assert of_drafts(plan(SALE, queue=[ready("d1", "sale", ad_marked=True)])) == {}
    assert of_drafts(plan(SALE, queue=[ready("d1", "sale", "广告｜今天便宜。")])) == {}


def of_kind(kind: str, text: str, **changed: Any) -> dict[str, str]:  # noqa: ANN401
    """The findings on one draft under review in a column of this kind."""
    column = Column(id="x", name="栏目", answers="问什么？", topic="词", kind=kind)
    return of_drafts(
        plan(column, queue=[ready("d1", "x", text if changed.get("repost") else f"{text}#词#", **changed)])
    )


def test_a_forecast_says_by_when() -> None:
    assert set(of_kind("trends", "冷泡茶会流行。")) == {"pillar-foresight"}
    assert of_kind("trends", "明年冷泡茶会流行。") == {}


def test_a_view_passed_on_has_a_word_of_ours() -> None:
    assert "pillar-openness" in of_kind("voices", "转发微博", repost=True)
    assert of_kind("voices", "这一段我们认。", repost=True) == {}


def test_a_comment_on_the_trade_names_event_and_source() -> None:
    assert set(of_kind("industry", "抽检的事。")) == {"pillar-responsibility", "timely-class"}
    told = of_kind("industry", "抽检的事。", event="秋季抽检", source="监管局公告", origin="licensed")
    assert told == {}


def test_a_great_event_sells_nothing() -> None:
    assert "pillar-wide-view" in of_kind("big-event", "飞船发射 http://t.cn/A6ZSra22 ", event="发射")
    assert of_kind("big-event", "飞船发射。", event="发射") == {}


BOAST = "岚间的龙井，全国第一，没有之一。你喝过吗？"


def test_findings_on_a_text_are_seen_to_before_it_is_approved() -> None:
    boast = plan(queue=[ready("d1", "tea", BOAST), ready("d2"), draft("d3", "tea", BOAST)])
    assert places(boast, "mend-before-approval") == ("d1",)


def test_a_word_with_an_exemption_and_a_post_that_asks_nothing_may_be_approved() -> None:
    tip = ready("d1", "brew", "泡绿茶的最佳冲泡水温在 75 到 80 度。")
    assert "mend-before-approval" not in of_drafts(plan(queue=[tip]))


def test_a_long_text_may_be_approved_where_that_was_decided() -> None:
    long = plan(queue=[ready("d1", "brew", "水开了先晾一晾，再慢慢倒进壶里。" * 12)])
    assert "mend-before-approval" in of_drafts(long)
    full = ContentPlan.model_validate(long.model_dump() | {"stances": {"text-length": {"position": "full"}}})
    assert "mend-before-approval" not in of_drafts(full)


# ------------------------------------------------------------------ whose facts


def test_a_company_with_only_posts_is_reviewed_without_a_word_on_what_nobody_noted() -> None:
    alone = Facts(FACTS.company, FACTS.posts, None, invented=False)
    far = plan(shares={"brew": 65, "day": 35}, why="", posts=6, queue=queue(*GOOD_QUEUE))
    assert "mix-with-reason" in found(far)
    assert "mix-with-reason" not in found(far, alone)


def test_a_company_without_people_on_its_card_is_asked_for_an_owner_and_no_more() -> None:
    nobody = replace(FACTS, company=FACTS.company.model_copy(update={"people": []}))
    made = plan(posts=1, queue=[draft("d1", owner="小王"), draft("d2", "day", owner="")])
    [told] = [finding for finding in review(made, nobody) if finding.rule == "content.whose-draft"]
    assert told.at == ("d2",)


def test_one_accounts_review_leaves_the_others_out() -> None:
    made = plan(shares={"brew": 80, "day": 15})
    assert {place for finding in review_account(made, "flagship", FACTS) for place in finding.at} == {"mix/flagship"}
    assert review_account(made, "shop", FACTS) == []


def test_what_a_learner_types_is_never_read_as_a_place_to_fill() -> None:
    named = plan(Column(id="x", name="{which} {0}", topic="词", kind="extension"))
    assert "{which} {0}" in found(named)["usefulness"]
