import pytest

from playbook.sample import make
from playbook.sample.posts import make_posts
from playbook.sample.truths import truths
from playbook.timing.analysis import best_hour, by_hour, evening_rule, ranked

SEEDS = range(20)
WORLDS = {seed: make_posts(seed) for seed in SEEDS}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_best_hours_are_found(seed: int) -> None:
    assert best_hour(WORLDS[seed], "flagship") == 15
    assert best_hour(WORLDS[seed], "shop") == 21


@pytest.mark.parametrize("seed", SEEDS)
def test_the_habit_is_ten_in_the_morning(seed: int) -> None:
    assert ranked(WORLDS[seed], "flagship", by="posts", enough=0)[0] == "10"


@pytest.mark.parametrize("seed", SEEDS)
def test_one_post_lifts_the_mean_of_its_hour_and_not_the_median(seed: int) -> None:
    hours = by_hour(WORLDS[seed], "flagship")
    assert hours["mean"][8] > 3 * hours["median"][8]
    assert hours["median"][8] < hours["median"][15]


def test_the_evening_rule_is_judged_rightly_nearly_always() -> None:
    judged = {name: [evening_rule(posts, name).outcome for posts in WORLDS.values()] for name in truths()["accounts"]}
    assert judged["flagship"].count("refuted") >= 19
    assert judged["shop"].count("supported") == 20
    assert judged["founder"].count("refuted") >= 19
    # Nothing is planted here: an interval of 95% may err once or twice in twenty worlds, and no more.
    assert judged["store"].count("cannot_tell") >= 17
    assert judged["service"].count("cannot_tell") >= 17


def test_the_same_seed_makes_the_same_world_and_another_seed_another() -> None:
    one, two, other = make(7), make(7), make(8)
    assert all(one[name].equals(two[name]) for name in one)
    assert not one["posts"]["likes"].equals(other["posts"]["likes"])


def test_the_world_has_the_size_that_is_promised() -> None:
    posts = make()["posts"]
    assert len(posts) >= 8000
    assert posts["account"].nunique() >= 6
    assert posts["post_id"].is_unique
    assert posts["post_id"].str.fullmatch(r"\d{16}").all()


def test_reactions_by_the_hour_are_no_more_than_the_posts_got() -> None:
    world = make()
    came, got = world["reactions"]["reactions"].sum(), world["posts"][["reposts", "comments", "likes"]].sum().sum()
    assert 0.95 * got < came < 1.01 * got
