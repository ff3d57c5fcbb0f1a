"""What exercise 9.2 has worked out by hand is what its tables show, and each mistake comes to something else."""

import pytest

from playbook.facts import Facts
from playbook.metrics import questions_worked as questions
from playbook.metrics import tables
from playbook.metrics.analysis.done import done
from playbook.metrics.analysis.peers import own_trends
from playbook.metrics.analysis.peers_few import US, few
from playbook.sample.card import sample_card
from playbook.sample.variants import variant
from tests.playbook.metrics.plans import FACTS, OWN

JUNE = ("2025-05-26", "2025-06-16")


def test_four_weeks_add_up_to_what_the_table_shows() -> None:
    shown = tables.launch().loc[JUNE[0] : JUNE[1]].iloc[:, :2].map(int)
    actual, expected = (int(shown.iloc[:, at].sum()) for at in (0, 1))
    assert questions.over_expected(FACTS, *JUNE, of_what="more") == actual - expected
    assert questions.over_expected(FACTS, *JUNE) == round(100 * actual / expected - 100)


def test_each_mistake_with_the_four_weeks_comes_to_another_number() -> None:
    answers = [
        questions.over_expected(FACTS, *JUNE),
        questions.over_expected(FACTS, "2025-05-12", "2025-06-16"),
        questions.over_expected(FACTS, *JUNE, of_what="actual"),
        questions.over_expected(FACTS, *JUNE, of_what="ratio"),
        questions.over_expected(FACTS, *JUNE, of_what="more"),
        questions.over_expected(FACTS, *JUNE, of_what="mean"),
    ]
    assert len(set(answers)) == len(answers)


def test_the_mean_of_four_percentages_is_that_of_the_table_and_counts_as_wrong() -> None:
    shown = tables.launch().loc[JUNE[0] : JUNE[1]].iloc[:, 2]
    percents = [int(str(each).strip("+%").replace("−", "-")) for each in shown]
    plain = questions.over_expected(FACTS, *JUNE, of_what="mean")
    assert plain == round(sum(percents) / len(percents))
    assert abs(plain - questions.over_expected(FACTS, *JUNE)) > 0.5  # the question takes what rounds to the answer


def test_the_duty_rule_is_told_from_nothing_when_the_table_says_so() -> None:
    shown = tables.duty()
    first = next(at for at, ends in zip(shown.index, shown.iloc[:, -1], strict=True) if str(ends).startswith("+"))
    assert questions.duty_shows(FACTS) == first
    assert questions.duty_points(FACTS, 16) == int(str(shown.iloc[-1, 0]))


def test_the_few_peers_are_three_that_ran_alike_and_two_that_ran_away() -> None:
    table, it = few(FACTS), done(FACTS, "launch")
    assert it is not None
    assert FACTS.peers is not None
    apart = own_trends(FACTS.peers, it.day)["apart"].astype(bool)
    assert [bool(apart[peer]) for peer in table.index.drop(US)] == [False, False, False, True, True]
    assert questions.left_out(FACTS) == 2


def test_leaving_nobody_out_tells_another_story() -> None:
    kept, everybody, alone = (questions.points_beyond(FACTS, peers) for peers in ("kept", "all", "none"))
    assert everybody < kept < alone


@pytest.mark.parametrize(
    ("name", "least", "told"),
    [("launch", 0.0, "supported"), ("c2512", 0.5, "refuted"), ("c2511", 0.0, "cannot_tell"), ("c2511", 0.5, "refuted")],
)
def test_a_claim_of_a_size_is_held_against_the_interval(name: str, least: float, told: str) -> None:
    assert questions.claim(FACTS, name, least) == told


def test_another_variant_has_other_answers_that_fit_the_fields() -> None:
    world = variant(4)
    tables_of = {name: world.table(name) for name in ("weekly", "peers", "campaigns", "replies")}
    facts = Facts(sample_card(), world.posts, None, invented=True, **tables_of)
    assert questions.duty_shows(facts) in {"2", "4", "8", "16", "never"}
    assert questions.left_out(facts) == 2
    assert questions.over_expected(facts, *JUNE) != questions.over_expected(FACTS, *JUNE)
    assert questions.points_beyond(facts) != questions.points_beyond(FACTS)
    assert questions.claim(facts, "c2512", 0.5) == "refuted"


def test_missing_weeks_taken_for_nothing_halve_the_store() -> None:
    assert questions.mean_week(FACTS, "store", zero=True) < 0.6 * questions.mean_week(FACTS, "store")


def test_a_company_that_noted_nothing_is_not_asked() -> None:
    assert few(OWN).empty
    with pytest.raises(ValueError, match="launch"):
        questions.mean_week(OWN, "store")
