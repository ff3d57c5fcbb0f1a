import numpy as np
import pandas as pd
import pytest

from playbook.sample.duty import roster
from playbook.sample.inbox import make_comments
from playbook.sample.readers import by_hour
from playbook.sample.truths import read, truths
from tests.worlds import WORLDS, Made

SEEDS = range(20)
POSTS = Made(SEEDS, lambda seed: WORLDS[seed].posts)
TABLES = Made(SEEDS, lambda seed: WORLDS[seed].table("comments"))
TRUTH = truths()["inbox"]
LAST_WEEK = pd.Timestamp(TRUTH["slow_burn"]["first"], tz="Asia/Shanghai")


def waited(table: pd.DataFrame) -> pd.Series:
    """Return minutes until the answer; who never got one waited longer than anybody."""
    return ((table["answered_at"] - table["at"]).dt.total_seconds() / 60).fillna(np.inf)


def answered_complaints(table: pd.DataFrame) -> pd.DataFrame:
    """Return complaints that were answered and followed by another comment: severity, in_time, friendly."""
    first = table[table["severity"].notna() & table["answered_at"].notna()].set_index("id")
    after = table[table["thread"] != table["id"]].set_index("thread")["kind"].rename("after")
    both = first.assign(in_time=waited(first) <= TRUTH["complaint"]["in_time"]).join(after, how="inner")
    return both.assign(friendly=both["after"] == "praise")


def effects(table: pd.DataFrame) -> tuple[float, float, float]:
    """Return the plain difference, that within mild and severe (weighted by its information), and its error."""
    both = answered_complaints(table)
    plain = both.groupby("in_time")["friendly"].mean().diff().iloc[-1]
    groups = both.groupby(["severity", "in_time"])["friendly"]
    mean, size = groups.mean().unstack(), groups.size().unstack()
    weight = 1 / (1 / size[False] + 1 / size[True])
    within = (mean[True] - mean[False]) * weight
    variance = (mean * (1 - mean) / size).T.sum() * weight**2
    return plain, within.sum() / weight.sum(), variance.sum() ** 0.5 / weight.sum()


@pytest.mark.parametrize("seed", SEEDS)
def test_an_answer_in_time_helps_and_the_plain_comparison_says_too_much(seed: int) -> None:
    plain, within, error = effects(TABLES[seed])
    true = TRUTH["complaint"]["effect"]
    assert abs(within - true) < 1.96 * error
    assert plain > within + 0.05


def test_that_an_answer_in_time_helps_at_all_is_seen_in_nearly_every_world() -> None:
    # The effect is 2.6 standard errors: an interval of 95% may reach 0 now and then, and no more.
    found = [effects(table) for table in TABLES.values()]
    assert sum(within - 1.96 * error > 0 for _, within, error in found) >= 19


def test_the_plain_comparison_says_what_the_truths_list() -> None:
    plain = np.mean([effects(table)[0] for table in TABLES.values()])
    assert plain == pytest.approx(TRUTH["complaint"]["naive"], abs=0.03)


@pytest.mark.parametrize("seed", SEEDS)
def test_mild_complaints_are_answered_sooner(seed: int) -> None:
    first = TABLES[seed].dropna(subset="severity")
    in_time = (waited(first) <= TRUTH["complaint"]["in_time"]).groupby(first["severity"]).mean()
    assert in_time["mild"] > in_time["severe"] + 0.05


@pytest.mark.parametrize("seed", SEEDS)
def test_who_writes_in_the_evening_waits_longest(seed: int) -> None:
    table = TABLES[seed]
    part = table["at"].dt.hour // 6  # night, morning, afternoon, evening
    assert waited(table).groupby(part).median().idxmax() == 3


def test_the_mornings_of_the_sick_leave_wait_longer() -> None:
    # One morning holds two or three comments: the worlds are looked at together.
    table = pd.concat(TABLES.values())
    morning = table[table["at"].dt.hour.between(9, 12) & (table["at"].dt.day_of_week < 4)]
    sick = morning["at"].dt.strftime("%Y-%m-%d").between("2025-10-20", "2025-10-23")
    assert waited(morning[sick]).median() > 1.5 * waited(morning[~sick]).median()


@pytest.mark.parametrize("seed", SEEDS)
def test_opening_hours_and_brewing_are_asked_most(seed: int) -> None:
    asked = TABLES[seed].query("kind == 'question'")["text"]
    groups = {
        "hours": "几点|开门|营业|打烊|关门|中午休息",
        "brewing": "泡|煮|洗茶|多少度|自来水",
        "stock and price": "有货|多少钱|发票|礼盒|试喝|开封|单卖|和去年比|送长辈",
        "the place": "狗|预订|坐得下|插座|小朋友|地铁|低消|轮椅",
        "health": "睡不着|孕妇",
    }
    counts = pd.Series({name: asked.str.contains(words).sum() for name, words in groups.items()})
    assert set(counts.nlargest(2).index) == {"hours", "brewing"}
    assert counts.nlargest(2).min() > 1.3 * counts.nlargest(3).min()


@pytest.mark.parametrize("seed", SEEDS)
def test_in_the_last_week_complaints_speak_of_damp(seed: int) -> None:
    complaints = TABLES[seed].dropna(subset="severity")
    damp = complaints["text"].str.contains("潮").groupby(complaints["at"] >= LAST_WEEK).mean()
    assert damp[True] > 2 * damp[False]


def test_in_the_last_week_rumours_go_round() -> None:
    # Sixteen rumours in a world are few: one world in twenty may show no more of them than before.
    at = [table.query("kind == 'rumour'")["at"] for table in TABLES.values()]
    busier = [(each >= LAST_WEEK).sum() > (each < LAST_WEEK).sum() / 3 for each in at]
    assert sum(busier) >= 19


def test_mentions_arrive_by_the_measured_hours() -> None:
    # Some 3,000 mentions: an hour's share errs by 0.0045 at most, three times that is allowed.
    table = pd.concat(TABLES.values()).query("channel == 'mention' and thread == id")
    share = table.groupby(table["at"].dt.hour).size().reindex(range(24), fill_value=0) / len(table)
    assert np.abs(share.to_numpy() - by_hour()).max() < 0.0135


@pytest.mark.parametrize("seed", SEEDS)
def test_comments_follow_their_posts_within_the_four_weeks(seed: int) -> None:
    table, posts = TABLES[seed], POSTS[seed].set_index("post_id")
    first = table[table["thread"] == table["id"]]
    comments = first[first["channel"] == "comment"]
    posted = comments["post_id"].map(posts["posted_at"])
    assert (comments["at"] >= posted).all()
    assert (comments["at"] - posted <= pd.Timedelta(hours=72)).all()
    assert comments["account"].tolist() == comments["post_id"].map(posts["account"]).tolist()
    assert first.loc[first["channel"] == "mention", "post_id"].isna().all()
    assert table["at"].is_monotonic_increasing
    assert table["at"].dt.strftime("%Y-%m-%d").between("2025-10-13", "2025-11-09").all()


@pytest.mark.parametrize("seed", SEEDS)
def test_answers_come_only_from_somebody_on_duty_and_one_at_a_time(seed: int) -> None:
    answers = TABLES[seed].dropna(subset="answered_at")
    shifts = roster()
    shifts = shifts[~shifts["absent"]].rename(columns={"person": "answered_by"})
    days = answers["answered_at"].dt.tz_localize(None).dt.normalize()
    there = answers.assign(on=days).merge(shifts, on=["on", "answered_by"])
    hour = there["answered_at"].dt.hour
    assert len(there) == len(answers)
    assert ((there["start"] <= hour) & (hour < there["end"])).all()
    assert (answers["answered_at"] > answers["at"]).all()
    assert not answers.duplicated(["answered_at", "answered_by"]).any()


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_not_answered_is_empty_and_some_of_every_kind_but_the_press_is(seed: int) -> None:
    table = TABLES[seed]
    waiting = table["answered_at"].isna()
    for column in ("answered_by", "answer", "answer_en"):
        assert (table[column].isna() == waiting).all()
    share = waiting.groupby(table["kind"]).mean().drop("journalist")
    assert (share > 0).all()
    assert share["troll"] > share["question"]


@pytest.mark.parametrize("seed", SEEDS)
def test_a_conversation_keeps_its_author_and_its_thread(seed: int) -> None:
    table = TABLES[seed]
    assert table["id"].is_unique
    assert table["thread"].isin(table["id"]).all()
    assert len(table[["thread", "author"]].drop_duplicates()) == table["thread"].nunique()
    assert len(table[["author", "author_followers"]].drop_duplicates()) == table["author"].nunique()
    assert (table["author_followers"] >= 0).all()
    complained = (table["kind"] == "complaint") & (table["thread"] == table["id"])
    assert table["severity"].notna().tolist() == complained.tolist()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_inbox_is_of_the_promised_size_and_does_not_repeat_itself_much(seed: int) -> None:
    table = TABLES[seed]
    assert 560 <= len(table) <= 680
    assert table["text"].nunique() >= 250
    assert table.groupby("kind").size().min() >= 5


@pytest.mark.parametrize("seed", SEEDS)
def test_every_text_has_its_gloss_and_no_place_is_left_unfilled(seed: int) -> None:
    table = TABLES[seed]
    for zh, en in (("text", "text_en"), ("answer", "answer_en")):
        said = table.dropna(subset=zh)
        assert said[zh].str.contains("[\u4e00-\u9fff]").all()
        assert said[en].str.contains("[a-z]").all()
        assert not said[en].str.contains("[\u3000-\u9fff\uff00-\uffef]").any()
        assert not (said[zh] + said[en]).str.contains("[{}]").any()


def test_no_phone_number_could_be_anybodys() -> None:
    phrases = str(read("inbox.toml"))
    assert not pd.Series([phrases]).str.contains(r"1[3-9]\d{9}").any()
    told = pd.concat(TABLES.values()).query("kind == 'personal_data'")["text"]
    assert told.str.contains(r"10000000\d{3}|0号").all()


def test_the_same_seed_makes_the_same_inbox_and_another_seed_another() -> None:
    assert make_comments(7, POSTS[7]).equals(TABLES[7])
    assert not TABLES[7].equals(TABLES[8])
