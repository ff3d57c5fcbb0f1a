"""Each finding has a matrix that gives it and one that does not."""

from dataclasses import replace
from itertools import permutations

import pandas as pd
import pytest

from playbook.company import Account, Company, Person
from playbook.conflicts import conflicts
from playbook.facts import Facts, sample_facts
from playbook.matrix.alike import nearly_same
from playbook.matrix.kinds import KINDS
from playbook.matrix.model_matrix import tangled_plan
from playbook.matrix.plan import MatrixPlan, Place, Relay
from playbook.matrix.relaying import brought_nothing, effect
from playbook.matrix.review import review, review_account
from playbook.stance_planner import topics_to_decide

from .places import SAID, found, place, plan

FACTS = sample_facts()
POSTS_ALONE = replace(FACTS, reactions=None, ledger=None, staff=None, relays=None, register=None, audiences=None,
                      comments=None, spread=None, invented=False)  # fmt: skip
OWN = Facts(
    Company(name="甲", accounts=[Account(id="甲", name="甲")]), FACTS.posts.assign(account="甲").head(50), None,
    invented=False,
)  # fmt: skip
SIX = [place(account) for account in SAID]
SOUND = plan(*SIX, relays="flagship>shop flagship>store")


def said(matrix: MatrixPlan, rule: str) -> list[str]:
    return found(matrix, FACTS, rule)


def test_a_sound_matrix_has_no_finding_and_neither_has_an_empty_one() -> None:
    assert review(SOUND, FACTS) == []
    assert review(MatrixPlan(), FACTS) == []


def test_the_matrix_is_reviewed_as_a_whole_whichever_account_is_asked_for() -> None:
    tangle = tangled_plan(FACTS)
    assert review_account(tangle, "jobs", FACTS) == review(tangle, FACTS)


@pytest.mark.parametrize("facts", [POSTS_ALONE, OWN])
def test_somebody_with_posts_alone_is_told_what_the_plan_shows_and_nothing_fails(facts: Facts) -> None:
    everybody = " ".join(">".join(pair) for pair in permutations(SAID, 2))
    rules_found = {finding.rule for finding in review(plan(Place(account="甲"), *SIX, relays=everybody), facts)}
    assert {"matrix.fit-company", "matrix.owner-named", "matrix.not-everyone"} <= rules_found
    assert "matrix.brand-account-role" not in rules_found


@pytest.mark.parametrize("topic", topics_to_decide("matrix"))
def test_every_position_of_every_stance_can_be_reviewed_in_both_languages(topic: str) -> None:
    for position in conflicts()[topic].positions:
        for matrix in (SOUND, tangled_plan(FACTS), MatrixPlan()):
            taken = matrix.model_validate(matrix.model_dump() | {"stances": {topic: {"position": position}}})
            assert all(each.what.zh and each.mend.en and each.source.zh for each in review(taken, FACTS))


def test_a_finding_names_the_accounts_it_is_about() -> None:
    known = set(FACTS.register["account"]) if FACTS.register is not None else set()
    for finding in review(tangled_plan(FACTS), FACTS):
        assert {name for at in finding.at for name in at.split(">")} <= known


# ------------------------------------------------------------------ a reason, a kind, an answer


def test_an_account_without_a_purpose_is_named() -> None:
    [what] = said(plan(place("flagship"), place("shop", purpose=" ")), "fit-company")
    assert what == "Nothing says what these are for: @岚间茶铺."


def test_an_account_that_has_nothing_to_itself_is_named_unless_it_is_the_only_one() -> None:
    [what] = said(plan(place("flagship"), place("shop", only_here="")), "fit-company")
    assert "on no other account of ours: @岚间茶铺." in what
    assert said(plan(place("shop", only_here="")), "fit-company") == []


def test_an_account_without_a_kind_is_named() -> None:
    assert said(plan(place("shop", kind=None)), "union-of-types") == ["No kind is chosen for @岚间茶铺."]


def test_accounts_to_be_merged_or_closed_are_not_asked_for_anything() -> None:
    given_up = [Place(account="ware", fate="merge"), Place(account="jobs", fate="close")]
    assert review(plan(*SIX, *given_up), FACTS) == []


def test_whoever_names_nobody_to_answer_is_told_which_accounts_or_that_none_does() -> None:
    one = plan(place("shop", hand_off=""), place("service"))
    assert said(one, "service-account-role") == ["Nothing says who answers questions sent to @岚间茶铺."]
    none = plan(place("shop", hand_off=""), place("service", hand_off=""))
    assert "2 accounts, and none of them says" in said(none, "service-account-role")[0]
    assert said(plan(place("service", hand_off="")), "service-account-role") != []


@pytest.mark.parametrize("service", [{"fate": "close"}, {"hours": 0}])
def test_questions_cannot_be_handed_to_an_account_that_goes_or_has_no_hours(service: dict[str, object]) -> None:
    [what] = said(plan(place("shop"), place("service", **service)), "service-account-role")
    assert "@岚间茶铺 to @岚间客服" in what


def test_questions_that_only_go_round_are_answered_by_nobody() -> None:
    circle = [
        place("shop", hand_off="store"),
        place("store", hand_off="service"),
        place("service", hand_off="store"),
    ]
    [what] = said(plan(*circle, place("class", hand_off="class")), "service-account-role")
    assert what == "Questions and complaints go round and no account answers them: @岚间茶铺, @岚间城南店, @岚间客服."
    assert said(plan(*circle[:2], place("service")), "service-account-role") == []


# ------------------------------------------------------------------ people and hours


def test_an_account_of_nobody_or_of_somebody_the_card_does_not_know_is_named() -> None:
    assert said(plan(place("shop", owner="")), "owner-named") == ["Nobody answers for @岚间茶铺."]
    assert "@岚间茶铺 (laolan)" in said(plan(place("shop", owner="laolan")), "owner-named")[0]


def test_an_account_that_is_kept_without_hours_is_named() -> None:
    assert "@岚间客服" in said(plan(place("service", hours=0)), "staff-hours")[0]


def test_the_hours_of_ones_accounts_are_summed_and_held_against_ones_duty() -> None:
    tao_18 = plan(place("store", hours=14), place("class", hours=4))
    assert said(tao_18, "staff-hours") == []
    [what] = said(plan(place("store", hours=15.7), place("class", hours=3.6)), "staff-hours")
    assert what.endswith("want 19.3 hours a week (@岚间城南店 15.7, @岚间茶课 3.6), and 陶然 is on duty for 18.")


def test_hours_beyond_everybodys_duty_cannot_be_mended_by_another_owner() -> None:
    whats = said(plan(place("flagship", hours=50), place("shop", hours=40), place("store", hours=18)), "staff-hours")
    assert whats[-1] == "Together the accounts kept want 108 hours a week, and everybody’s hours on duty come to 99."
    within = said(plan(place("flagship", hours=50), place("shop", hours=20)), "staff-hours")
    assert not any("Together" in what for what in within)


def test_where_nobody_is_on_duty_yet_the_hours_are_said_and_not_judged() -> None:
    blank = replace(
        FACTS, company=Company(name="甲", accounts=FACTS.company.accounts, people=[Person(id="a", name="A")])
    )
    [what] = found(plan(place("shop", owner="a", hours=12.5)), blank, "staff-hours")
    assert "want 12.5 hours a week; nobody is on duty on the card yet" in what


# ------------------------------------------------------------------ each its own


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("在网上卖茶和茶具", "在网上卖茶具", True),
        ("Sells tea online.", "sells tea, online", True),
        ("people who buy tea", "people who buy teaware", False),
        ("教人泡茶", "答咨询，接投诉", False),
        ("发城南店的消息", "发岚间的消息", False),
        ("", "", False),
        ("……", "！", False),
    ],
)
def test_two_texts_are_nearly_the_same_whichever_comes_first(one: str, two: str, same: bool) -> None:
    assert nearly_same(one, two) is nearly_same(two, one) is same


def test_two_accounts_with_nearly_the_same_purpose_are_named_with_what_is_alike() -> None:
    twin = place("store", purpose="Helps people choose a tea", only_here="What is in stock.")
    [what] = said(plan(place("shop"), twin), "differentiated-positioning")
    assert what == "The same, or nearly: @岚间茶铺 and @岚间城南店 (purpose, what is only here)."
    shared = plan(place("shop", audience="tea drinkers"), place("store", audience="tea drinkers"))
    assert said(shared, "differentiated-positioning") == []


def test_two_accounts_of_a_kind_are_parallel_if_most_followers_of_the_smaller_follow_both() -> None:
    ware = place("shop", account="ware", audience="cup collectors")
    [what] = said(plan(place("shop"), ware), "two-accounts-parallel")
    assert "82% of the smaller one’s followers follow both" in what
    apart = plan(place("shop"), place("store", kind="product"))  # 8% of the store's followers follow the shop
    assert said(apart, "two-accounts-parallel") == []
    assert said(plan(place("flagship"), place("service")), "two-accounts-parallel") == []  # of two kinds


def test_without_data_two_accounts_of_a_kind_are_parallel_by_the_readers_written_down() -> None:
    same = plan(place("shop", audience="tea drinkers"), place("store", kind="product", audience="Tea drinkers."))
    assert "gives both the same readers" in found(same, POSTS_ALONE, "two-accounts-parallel")[0]


def test_a_brand_account_that_mostly_announces_and_sells_is_told_its_share() -> None:
    [what] = said(plan(place("service", kind="brand")), "brand-account-role")
    assert "of @岚间客服 in the editorial log" in what
    assert said(plan(place("flagship"), place("service")), "brand-account-role") == []
    assert found(plan(place("service", kind="brand")), POSTS_ALONE, "brand-account-role") == []


# ------------------------------------------------------------------ what the public is told


def test_an_account_that_is_not_verified_or_not_as_its_kind_wants_is_named() -> None:
    assert said(plan(place("shop", verified="none")), "name-and-verification") == ["Not verified yet: @岚间茶铺."]
    [what] = said(plan(place("founder", verified="company")), "name-and-verification")
    assert "(company leader: has the company’s, wants a person’s own)" in what
    assert said(plan(place("shop", kind=None, verified="company")), "name-and-verification") == []


def test_a_third_account_of_the_company_wants_the_platform_asked_and_a_personal_one_is_not_counted() -> None:
    three = [place(account) for account in ("flagship", "shop", "store")]
    assert said(plan(*three), "two-accounts-a-company") == []
    [what] = said(plan(*three, asked=False), "two-accounts-a-company")
    assert what.startswith("3 of the accounts kept")
    assert said(plan(*three[:2], place("founder"), asked=False), "two-accounts-a-company") == []


def test_one_person_speaks_in_person_on_one_account() -> None:
    twice = plan(place("founder"), place("class", kind="internal-expert", owner="shen", verified="person"))
    assert "沈牧 speaks in person on 2 accounts" in said(twice, "two-accounts-a-company")[0]
    each = plan(place("founder"), place("class", kind="internal-expert", verified="person"))
    assert said(each, "two-accounts-a-company") == []


@pytest.mark.parametrize("kind", ["leader", "employee", "internal-expert", "fan-club"])
def test_an_account_that_hides_whose_it_is_is_told_once(kind: str) -> None:
    silent = plan(place("class", kind=kind, says_whose=False))
    rules_found = ["additional-types"] if kind == "fan-club" else ["says-whose"]
    assert [each for each in ("says-whose", "additional-types") if said(silent, each)] == rules_found
    assert said(plan(place("class", kind=kind)), rules_found[0]) == []
    assert said(plan(place("shop", says_whose=False)), "says-whose") == []


# ------------------------------------------------------------------ relays


def test_a_relay_without_words_of_its_own_is_told_so() -> None:
    silent = SOUND.model_copy(update={"relays": [Relay(by="flagship", of="shop", adds=" ")]})
    [what] = said(silent, "relay-adds")
    assert what == "Nothing but a repetition, without words of their own: @岚间茶馆 relays @岚间茶铺."


def test_a_relay_of_or_by_an_account_that_goes_is_told_so() -> None:
    going = plan(place("flagship"), Place(account="ware", fate="merge"), relays="flagship>ware")
    assert said(going, "relay-adds") == [
        "One end of these relays is an account to be merged or closed: @岚间茶馆 relays @Lanjian Teaware."
    ]


def test_relays_of_the_class_brought_nothing_and_are_told_together() -> None:
    [what] = said(plan(*SIX, relays="flagship>class shop>class store>class"), "relay-adds")
    assert what.startswith("@岚间茶馆, @岚间茶铺, @岚间城南店 relaying @岚间茶课: the data do not show")
    assert "which touches 1" in what
    assert "cannot tell one from another" in what
    assert said(plan(*SIX, relays="flagship>shop"), "relay-adds") == []  # its effect is planted


def test_a_relay_that_helps_at_once_may_bring_nothing_later() -> None:
    later = SOUND.model_copy(update={"relays": [Relay(by="flagship", of="shop", when="later", adds="a word")]})
    assert "do not show that it brings anything" in said(later, "relay-adds")[0]


def test_too_few_relays_are_not_called_useless() -> None:
    assert effect(FACTS, Relay(by="class", of="shop")) is None  # there were none
    result = effect(FACTS, Relay(by="flagship", of="class"))
    assert result is not None
    assert brought_nothing(result)
    assert not brought_nothing(replace(result, high=2.5))  # an interval with room for a gain that matters
    assert not brought_nothing(replace(result, low=1.2, high=1.4))
    assert brought_nothing(replace(result, low=0.6, high=0.9))


def test_relays_are_found_in_the_posts_of_a_company_that_has_no_log_of_them() -> None:
    tea = FACTS.posts[FACTS.posts["account"].isin(["flagship", "class"])]
    without_log = replace(POSTS_ALONE, posts=tea)
    assert effect(without_log, Relay(by="flagship", of="class")) is not None


def test_more_than_half_of_all_relays_is_everybody_relaying_everything() -> None:
    four = [place(account) for account in ("flagship", "shop", "store", "founder")]
    pairs = [">".join(pair) for pair in permutations(("flagship", "shop", "store", "founder"), 2)]
    assert said(plan(*four, relays=" ".join(pairs[:6])), "not-everyone") == []
    [what] = said(plan(*four, relays=" ".join(pairs[:7])), "not-everyone")
    assert what.startswith("Between 4 accounts there can be 12 relays, and 7 are drawn")
    assert said(plan(*four, relays=" ".join(pairs), who_relays_whom="everyone"), "not-everyone") == []
    three = " ".join(pair for pair in pairs if "founder" not in pair)
    assert said(plan(*four[:3], relays=three), "not-everyone") == []


# ------------------------------------------------------------------ stances


def test_a_list_of_kinds_binds_nobody_who_did_not_take_it() -> None:
    for rule in ("ten-account-types", "five-core-types", "one-account", "own-people-as-base", "synergy-dimensions"):
        assert said(SOUND, rule) == []


@pytest.mark.parametrize(
    ("position", "rule", "missing"),
    [
        ("ten", "ten-account-types", "staff member, brand, recruitment, promotions and events, mascot"),
        ("five", "five-core-types", "brand, department"),
        ("own_people", "own-people-as-base", "staff member, brand"),
    ],
)
def test_kinds_that_the_stance_wants_are_named_until_there_is_a_reason(position: str, rule: str, missing: str) -> None:
    held = plan(*SIX, matrix_size_and_roles=position)
    [what] = said(held, rule)
    names = what.rpartition("given: ")[2].removesuffix(".").split(", ")
    assert sorted(names) == sorted(missing.split(", "))
    by_name = {kind.name.en: key for key, kind in KINDS.items()}
    reasons = {by_name[name]: "nobody to do it" for name in names}
    assert said(held.model_copy(update={"unused": reasons}), rule) == []
    assert said(held.model_copy(update={"unused": dict.fromkeys(reasons, " ")}), rule) != []


def test_one_account_for_everything_is_one_account() -> None:
    assert "6 are kept" in said(plan(*SIX, matrix_size_and_roles="one_for_all"), "one-account")[0]
    assert said(plan(place("flagship"), matrix_size_and_roles="one_for_all"), "one-account") == []


def test_mutual_relays_leave_no_account_that_relays_nobody_or_that_nobody_relays() -> None:
    ring = "flagship>shop shop>store store>flagship"
    three = [place(account) for account in ("flagship", "shop", "store")]
    assert said(plan(*three, relays=ring, who_relays_whom="mutual"), "synergy-dimensions") == []
    [what] = said(plan(*three, relays="flagship>shop", who_relays_whom="mutual"), "synergy-dimensions")
    assert "these relay nobody: @岚间茶铺, @岚间城南店; nobody relays these: @岚间茶馆, @岚间城南店" in what


def test_everybody_relays_everybody_but_accounts_that_go() -> None:
    three = [place("flagship"), place("shop"), Place(account="jobs", fate="close")]
    [what] = said(plan(*three, relays="flagship>shop", who_relays_whom="everyone"), "own-people-as-base")
    assert what.endswith("1 relays are missing: @岚间茶铺 relays @岚间茶馆.")
    both = plan(*three, relays="flagship>shop shop>flagship", who_relays_whom="everyone")
    assert said(both, "own-people-as-base") == []


def test_sixty_accounts_that_all_relay_each_other_are_told_in_a_few_sentences() -> None:
    names = [f"a{number}" for number in range(60)]
    crowd = plan(
        *[place("shop", account=name) for name in names], relays=" ".join(map(">".join, permutations(names, 2)))
    )
    findings = review(crowd, FACTS)
    assert len(findings) < 20
    assert max(len(finding.what.zh) for finding in findings) < 500


def test_a_poor_ledger_or_register_judges_nothing() -> None:
    posts = FACTS.posts.head(0)
    empty = replace(FACTS, posts=posts, relays=None, ledger=pd.DataFrame({"post_id": [], "column": [], "campaign": []}))
    assert found(plan(place("flagship")), empty, "brand-account-role") == []
    assert FACTS.audiences is not None
    alone = replace(FACTS, audiences=FACTS.audiences.drop(columns="ware"))
    ware = place("shop", account="ware", audience="cup collectors")
    assert found(plan(place("shop"), ware), alone, "two-accounts-parallel") == []
