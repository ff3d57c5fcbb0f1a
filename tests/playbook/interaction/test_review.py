"""Each finding has a plan that gives it and one that does not."""

from dataclasses import replace

import pytest

from playbook.company import Account, Company
from playbook.conflicts import conflicts
from playbook.facts import Facts, sample_facts
from playbook.interaction.plan import Chosen, InteractionPlan, Routine
from playbook.interaction.review import review, review_account
from playbook.stance_planner import topics_to_decide

from .sound import ROUTINE, found, habits, handling, replies, stanced, whole

FACTS = sample_facts()
OWN = Facts(
    Company(name="甲", accounts=[Account(id="甲", name="甲")]), FACTS.posts.assign(account="甲").head(50), None,
    invented=False,
)  # fmt: skip


def said(plan: InteractionPlan, rule: str) -> list[str]:
    return found(plan, FACTS, rule)


def following(*follows: Chosen, **routine: object) -> InteractionPlan:
    return InteractionPlan(routine=ROUTINE.model_copy(update=routine), follows=list(follows))


def test_a_sound_plan_has_no_finding_and_neither_has_an_empty_one() -> None:
    assert review(whole(), FACTS) == []
    assert review(InteractionPlan(), FACTS) == []


def test_the_plan_is_reviewed_as_a_whole_whichever_account_is_asked_for() -> None:
    plan = habits(growth=["bought"])
    assert review_account(plan, "shop", FACTS) == review(plan, FACTS) != []


def test_somebody_with_posts_alone_is_told_what_the_plan_shows_and_nothing_fails() -> None:
    plan = whole().model_copy(update={"follows": [Chosen(account="某人")]})
    rules_found = {finding.rule for finding in review(plan, OWN)}
    assert {"interaction.active-follow", "interaction.follow-valuable-accounts"} <= rules_found
    assert "interaction.time-in-reach" not in rules_found


def test_times_are_not_judged_before_anybody_is_on_duty() -> None:
    nobody = replace(FACTS, company=FACTS.company.model_copy(update={"people": []}))
    [what] = found(replies(), nobody, "time-in-reach")
    assert "Nobody is on duty on the card yet" in what


@pytest.mark.parametrize("topic", topics_to_decide("interaction"))
def test_every_position_of_every_stance_can_be_reviewed_in_both_languages(topic: str) -> None:
    for position in conflicts()[topic].positions:
        for plan in (whole(), habits(growth=["messages"]), following(follows_a_day=3), InteractionPlan()):
            taken = stanced(plan, **{topic.replace("-", "_"): position})
            assert all(each.what.zh and each.mend.en and each.source.zh for each in review(taken, FACTS))


@pytest.mark.parametrize("why", ["", "。", "1", " … "])
def test_a_full_stop_or_a_digit_is_no_reason_to_follow(why: str) -> None:
    [what] = said(following(Chosen(account="a15", kind="peer-fan", why=why)), "follow-valuable-accounts")
    assert "why" in what
    assert said(following(Chosen(account="a15", kind="peer-fan", why="懂茶")), "follow-valuable-accounts") == []


def test_more_than_all_effort_cannot_be_given() -> None:
    [what] = said(habits(keeping=70, winning=70), "retain-over-acquire")
    assert "140% together" in what
    assert said(habits(keeping=60, winning=40), "retain-over-acquire") == []


# ------------------------------------------------------------------ replies


def test_kinds_without_a_rule_and_what_is_not_settled_of_others_are_named() -> None:
    plan = InteractionPlan(
        triage=[handling("question", answered_by=""), handling("order", within=0), handling("praise", where=None)]
    )
    assert said(plan, "every-kind-handled") == [
        (
            "These kinds have no rule yet: complaint, troll, journalist, rumour, "
            "personal data posted by mistake, small talk."
        ),
        "Where they are answered, if at all, is not settled: praise.",
        "Nobody is named to answer: question.",
        "No time is set for: order.",
    ]


def test_a_time_that_the_hours_on_duty_cannot_hold_is_told_with_counts() -> None:
    [what] = said(replies(question={"within": 30, "clock": "always", "answered_by": "tao"}), "time-in-reach")
    rule = "The rule for “question” allows 30 minutes, answered by 陶然."
    assert what.startswith(f"{rule} Replayed with the card’s hours on duty,")
    assert "of 150 are answered in time" in what
    assert ", 0 " not in what


def test_light_kinds_do_not_go_before_grave_ones() -> None:
    slow = {"within": 100}
    [what] = said(replies(complaint=slow, praise={"within": 95}, small_talk={"within": 95}), "grave-first")
    assert (
        what
        == "The rule for “complaint” allows 100 minutes, longer than for praise (95 minutes), small talk (95 minutes)."
    )


@pytest.mark.parametrize(("kind", "most"), [("complaint", 120), ("order", 480), ("personal_data", 480)])
def test_what_is_grave_may_not_wait_for_a_week(kind: str, most: int) -> None:
    week = {each: {"within": 10080} for each in ("praise", "small_talk", kind)}
    [what] = said(replies(**week), "grave-first")
    assert what.endswith(f"allows 10080 minutes, too long: the course allows {most} at most, on duty.")
    assert said(replies(**{kind: {"within": most}}), "grave-first") == []
    assert "by the clock" in said(replies(order={"within": 1441, "clock": "always"}), "grave-first")[0]
    assert said(replies(order={"within": 1440, "clock": "always"}), "grave-first") == []


@pytest.mark.parametrize("kind", ["journalist", "rumour"])
def test_journalists_and_rumours_are_not_left_alone_and_trolls_may_be(kind: str) -> None:
    [what] = said(replies(**{kind: {"where": "none"}}), "grave-first")
    assert "left alone" in what
    assert said(replies(troll={"where": "none"}), "grave-first") == []


def test_a_journalist_is_handed_on_unless_the_desk_answers_itself() -> None:
    assert said(replies(journalist={"hand_to": " "}), "handed-on") == [
        "Nothing says to whom these are handed on: journalist."
    ]
    assert said(replies(journalist={"hand_to": "", "answered_by": "媒体联络"}), "handed-on") == []


@pytest.mark.parametrize("kind", ["complaint", "order", "journalist", "rumour", "personal_data"])
def test_amusing_is_wrong_for_what_is_grave_and_right_for_praise(kind: str) -> None:
    assert "no laughing matter" in said(replies(**{kind: {"tone": ["polite", "amusing"]}}), "tone-three")[0]
    assert said(replies(praise={"tone": ["polite", "amusing"]}), "tone-three") == []


def test_politeness_is_always_asked_for() -> None:
    assert said(replies(praise={"tone": ["vivid"]}), "tone-three") == ["Politeness is not asked for: praise."]


def test_personal_data_move_into_private_and_questions_are_not_left_alone() -> None:
    assert said(replies(personal_data={"where": "public"}), "no-data-in-public")
    assert said(replies(personal_data={"where": "private"}), "no-data-in-public") == []
    assert said(replies(question={"where": "none"}), "reply-and-follow-back") == ["These are left alone: question."]


SHEETS = [
    ("no-idle-promise", "抱歉，我们保证不会再有下次。"),
    ("no-idle-promise", "您放心，马上给您解决。"),
    ("no-idle-promise", "We guarantee a refund."),
    ("polite-sheet", "您自己没看清楚说明吧。"),
    ("polite-sheet", "Please calm down."),
    ("no-data-in-public", "好的，我们打 10000000012 联系您。"),
    ("no-data-in-public", "收到，补发到云上街0号。"),
    ("no-data-in-public", "请在评论里留下您的电话。"),
    ("no-data-in-public", "订单 20251013004512 已经补发。"),
    ("no-data-in-public", "请私信我们，我们打 10000000012 找您。"),
    ("no-data-in-public", "我们打 0571-88887777 联系您。"),
    ("no-data-in-public", "请把电话发在评论里，我们私信您。"),
]
FINE = [
    "抱歉让您久等。请私信订单号后四位，今天下班前答复您。",
    "您说得对，这一点我们这周就去改，改好了在这里说一声。",
    "请先删掉这条评论里的电话和地址，改用私信，我们在私信里等您。",
    "不属实。检验报告今天下午在本账号公布。",
    "请把订单号发到私信里。",
    "请把照片和批号发到私信里。",
    "抱歉，请把单号发私信给我们，店长今天 18 点前答复您。",
    "Sorry about that. Please send us your order number in a private message.",
    "对不起，让您久等了。请打 400-820-1234 或者 0571-88887777，店长今天在。",
    "We’re sorry. Please message us the last four digits; you’ll have an answer by noon tomorrow.",
]


@pytest.mark.parametrize(("rule", "sheet"), SHEETS)
def test_an_example_answer_is_read_for_promises_manners_and_data(rule: str, sheet: str) -> None:
    assert said(replies(complaint={"sheet": sheet}), rule)


@pytest.mark.parametrize("sheet", FINE)
def test_a_careful_answer_passes(sheet: str) -> None:
    assert review(replies(complaint={"sheet": sheet}), FACTS) == []


def test_a_number_may_stand_in_a_private_answer_and_is_never_repeated_by_a_finding() -> None:
    sheet = "好的，我们打 10000000012 联系您。"
    assert said(replies(order={"sheet": sheet}), "no-data-in-public") == []
    [what] = said(replies(complaint={"sheet": sheet}), "no-data-in-public")
    assert "10000000012" not in what


def test_a_long_answer_is_read_in_no_time_worth_noticing_and_whatever_it_holds() -> None:
    for odd in ("评论里" * 600, "1" * 2000, "爱买不买" * 400, "<b>&" * 400, "一定会" * 600):
        review(replies(complaint={"sheet": odd[:2000]}), FACTS)


# ------------------------------------------------------------------ follows


def test_a_list_that_grows_faster_than_it_can_be_read_is_told_in_minutes() -> None:
    [what] = said(following(follows_a_day=5, tidy_every=90, reading=120), "follow-volume-balance")
    assert "With 0 accounts now and 5 added a day" in what
    assert "there are 120" in what
    assert said(following(follows_a_day=5, tidy_every=3, reading=120), "follow-volume-balance") == []


def test_accounts_that_take_long_and_bring_nothing_are_named() -> None:
    table = FACTS.candidates
    assert table is not None
    idle = table[(table["answered"] <= 1) & (table["signals"] == 0) & (table["minutes_a_week"] >= 10)]
    [what] = said(following(Chosen(account=idle["id"].iloc[0], kind="news", why="看行情")), "reading-pays")
    assert f"@{idle['name_en'].iloc[0]}" in what
    useful = table[table["signals"] >= 3]["id"].iloc[0]
    assert said(following(Chosen(account=useful, kind="rival", why="看行情")), "reading-pays") == []


def test_accounts_of_follow_back_groups_are_named() -> None:
    [what] = said(following(Chosen(account="某人", kind="follow-back-group", why="互粉")), "follow-back-quality")
    assert "@某人" in what


def test_whoever_follows_back_everybody_is_told_unless_that_is_the_stance() -> None:
    plan = following(follow_all_back=True)
    assert "Everybody who follows us" in said(plan, "follow-volume-balance")[0]
    assert said(stanced(plan, number_of_follows="all_back"), "follow-volume-balance") == []


def test_acts_that_are_never_done_and_more_said_than_heard_are_told() -> None:
    plan = InteractionPlan(routine=Routine(acts_a_week={"search": 3, "comment": 5}))
    assert said(plan, "routine-four-actions") == [
        "Not once a week: join others’ campaigns, follow those worth following."
    ]
    searches, heard = said(plan, "search-and-engage-first")
    assert "3 times a week" in searches
    assert "8 acts of engaging a week against" in heard


def test_the_same_comment_for_everybody_is_spam() -> None:
    assert said(following(comment_is_copied=True), "same-day-comment")


# ------------------------------------------------------------------ habits


@pytest.mark.parametrize(
    ("rule", "changed"),
    [
        ("no-bought-followers", {"growth": ["bought", "content"]}),
        ("no-mass-contact", {"growth": ["content", "mentions"]}),
        ("no-sock-puppets", {"staff": {"as_readers": True}}),
        ("no-sock-puppets", {"staff": {"takes_part": True}}),
        ("create-followers", {"staff": {"takes_part": True}}),
        ("staff-participation", {"staff": {"takes_part": True}}),
        ("no-gift-for-praise", {"reviews": {"collect": True, "gift": "for_praise"}}),
        ("small-gift", {"reviews": {"collect": True, "gift": "after"}}),
        ("criticism-shown", {"reviews": {"collect": True, "repost": True}}),
        ("repost-user-reviews", {"reviews": {"repost": True}}),
        ("leaders-disclosed", {"leaders": [{"name": "甲", "tie": "paid"}]}),
        ("opinion-leader-types", {"leaders": [{"name": "甲"}]}),
        ("opinion-leader-effect", {"leaders": [{"name": "甲"}]}),
        ("tools-five-kinds", {"tools": [{"name": "甲", "kind": "voting"}]}),
        ("tools-publish", {"tools": [{"name": "甲", "retired": True}]}),
        ("no-automatic-follows", {"tools": [{"name": "甲", "follows_by_itself": True}]}),
        ("tools-serve-positioning", {"tools": [{"name": "甲"}]}),
        ("public-welfare", {"organiser_checked": False}),
        ("question-sentences", {"asks": 0.0}),
        ("company-forms", {"prizes_ruled": False}),
        ("company-forms", {"forms": ["poll"]}),
        ("combine-with-campaign", {"campaigns": " "}),
        ("join-where-audience-gathers", {"gatherings": [{"name": "甲"}]}),
        ("micro-group-participation", {"gatherings": [{"name": "甲", "a_week": 1}]}),
        ("quality-base-interaction-key", {"report": ["reply-rate"]}),
        ("user-to-user", {"report": ["reply-rate"]}),
        ("direction-from-topics", {"report": ["reply-rate"]}),
        ("reply-and-follow-back", {"report": ["reply-rate"]}),
        ("fan-sources-four", {"report": ["new"]}),
        ("retain-over-acquire", {"report": ["new"]}),
    ],
)
def test_a_habit_that_breaks_a_rule_is_found_and_a_sound_one_is_not(rule: str, changed: dict[str, object]) -> None:
    assert said(habits(**changed), rule)
    assert said(habits(), rule) == []


LAWS = ["no-bought-followers", "no-sock-puppets", "no-gift-for-praise", "leaders-disclosed", "no-data-in-public"]


def test_what_is_unlawful_today_is_found_under_a_law() -> None:
    unlawful = InteractionPlan(
        triage=replies(personal_data={"where": "public"}).triage,
        habits=habits(
            growth=["bought"], staff={"as_readers": True}, reviews={"gift": "for_praise"},
            leaders=[{"name": "甲", "tie": "paid"}],
        ).habits,
    )  # fmt: skip
    by_rule = {finding.rule: finding.source.en for finding in review(unlawful, FACTS)}
    for rule in LAWS:
        assert "check the current text" in by_rule[f"interaction.{rule}"], rule


def test_what_a_learner_writes_stays_as_written_in_a_finding() -> None:
    [what] = said(habits(leaders=[{"name": "<img src=x>", "kind": "spokesperson"}]), "opinion-leader-effect")
    assert "<img src=x>" in what
