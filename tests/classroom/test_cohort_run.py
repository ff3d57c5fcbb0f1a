"""A run of grading, whatever happens to it: nothing lost, nothing twice, the same gradebook in the end."""

from __future__ import annotations

import csv
import json
import os
import random
import resource
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import Any

import pytest

from classroom import marking
from classroom.cohort import CohortError, Graded, grade_cohort
from classroom.grading_run import workers
from classroom.grading_run.recorder import Recorder
from classroom.outline import outline
from classroom.store import Store
from playbook.commandline import COULD_NOT, INTERRUPTED, WITH_FINDINGS
from playbook.facts import sample_facts
from playbook.places import course_home

CHECKERS = """
import os, pathlib, time

def seven(posts): return 7
def forever(posts):
    while True: pass
def slow(posts):
    until = time.process_time() + 0.02
    while time.process_time() < until: pass
    return 7
def moody(posts):
    if pathlib.Path(os.environ["DIED"]).exists():
        raise OSError("no memory")
    return 7
def deadly(posts): os.kill(os.getpid(), 9)
def once(posts):
    mark = pathlib.Path(os.environ["DIED"])
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), 9)
    return 7
"""
OUTLINE = """
format = 1
[[system]]
id = "05_timing"
title = {pair}
about = {pair}
{lessons}
[[path]]
id = "full"
title = {pair}
about = {pair}
"""
LESSON = """
[[system.lesson]]
id = "05_timing/{name}"
title = {pair}
minutes = 30
exercise_minutes = 10
objectives = [{pair}, {pair}]
"""
QUESTION = """
[exercise.{name}]
points = 2
title = {pair}
prompt = {pair}
why = {pair}
[exercise.{name}.fields.f]
label = {pair}
{field}
"""
PAIR = '{ zh = "题", en = "Question" }'
WORDS = 'kind = "text"'
NAMES = ("gradebook.csv", "items.csv")


def number(checker: str) -> str:
    """Return a field whose right answer a checker gives."""
    return f'kind = "number"\nat_least = 0\nat_most = 9\nexpect = {{ call = "{checker}" }}'


class Small:
    """A small course of its own, a cohort that answers it, and what grading gives, here or in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.home, self.submissions, self.out = folder / "home", folder / "sub", folder / "out"
        (folder / "checkers_of_a_test.py").write_text(CHECKERS)
        self.roster = folder / "roster.csv"
        self.listed: list[str] = []

    def asks(self, **exercises: dict[str, str]) -> None:
        """Let the course have these exercises: each a question to its field, or to the name of a checker."""
        lessons = "".join(LESSON.format(name=name, pair=PAIR) for name in exercises)
        put(self.home / "outline.toml", OUTLINE.format(lessons=lessons, pair=PAIR))
        for name, fields in exercises.items():
            head = f"format = 1\nminutes = 5\ntitle = {PAIR}\nstory = {PAIR}\n"
            asked = [
                QUESTION.format(
                    name=each, pair=PAIR, field=field if "=" in field else number(f"checkers_of_a_test:{field}")
                )
                for each, field in fields.items()
            ]
            put(self.home / f"exercises/specs/05_timing/{name}.toml", head + "".join(asked))
        outline.cache_clear()

    def answers(self, learner: str, **exercises: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
        """Hand in a file for each exercise: question to answer."""
        self.listed = sorted({*self.listed, learner})
        put(self.roster, "learner,name\n" + "".join(f"{each},\n" for each in self.listed))
        for name, given in exercises.items():
            answers = {question: {"f": value} for question, value in given.items()}
            file = {"format": 1, "exercise": f"05_timing/{name}", "learner": learner, "answers": answers}
            path = self.submissions / learner / f"05_timing__{name}.json"
            put(path, json.dumps(file))
            os.utime(path, (1_700_000_000, 1_700_000_000))

    def graded(self, workers: int = 0) -> Graded:
        """Grade in this process, or with so many workers."""
        return grade_cohort(self.submissions, self.roster, self.out, workers=workers)

    def forked(self, out: Path, largest: int = resource.RLIM_INFINITY) -> ForkProcess:
        """Start grading with two workers in a process of its own, where no file may grow beyond `largest` bytes."""

        def grade() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))
            try:
                sys.exit(grade_cohort(self.submissions, self.roster, out, workers=2).exit_status)
            except CohortError as error:
                put(out.with_name("said"), str(error))
                sys.exit(COULD_NOT)

        process = get_context("fork").Process(target=grade)
        process.start()
        return process

    def tables(self, out: Path | None = None) -> list[bytes]:
        """Return the tables as they lie there."""
        return [((out or self.out) / name).read_bytes() for name in NAMES]

    def statuses(self) -> dict[str, str]:
        """Return `learner exercise` to status."""
        return {f"{row.learner} {row.exercise[10:]}": row.status for row in Graded(self.out, 0, 0, {}, 0).rows}  # type: ignore[arg-type]


course_home_of_tests = course_home()


def put(path: Path, content: str) -> None:
    """Write a file, with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Small]:
    sample_facts()  # read once, from the real course
    monkeypatch.setenv("COURSE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHONPATH", f"{course_home_of_tests}{os.pathsep}{tmp_path}")
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "home").mkdir()
    (tmp_path / "home/datasets").symlink_to(course_home_of_tests / "datasets")
    outline.cache_clear()
    yield Small(tmp_path)
    outline.cache_clear()
    sys.modules.pop("checkers_of_a_test", None)


def cohort_of(small: Small, learners: int, checker: str = "seven") -> None:
    """Let some learners answer a question of three exercises, every third wrongly."""
    small.asks(**{name: {"q": checker, "say": WORDS} for name in ("01_a", "02_b", "03_c")})
    for learner in range(learners):
        given = {"q": 7 if learner % 3 else 6, "say": f"因为 {learner % 5}"}
        small.answers(f"{learner:04}", **dict.fromkeys(("01_a", "02_b", "03_c"), given))


def endless(small: Small) -> None:
    """Let two learners answer questions whose checkers never come to an end, which takes minutes to be noticed."""
    names = [f"q{number}" for number in range(9)]
    small.asks(**{"01_a": dict.fromkeys(names, "forever")})
    for learner in ("0000", "0001"):
        small.answers(learner, **{"01_a": dict.fromkeys(names, 7)})


# ---------------------------------------------------------------- the same whoever does it


def test_fault_089_one_worker_or_many_or_none_write_the_same_tables(small: Small) -> None:
    cohort_of(small, 9)
    written = []
    for number in (0, 1, 2, 8):
        small.out = small.roster.parent / f"out{number}"
        small.graded(number)
        written.append(small.tables())
    assert written[1:] == written[:1] * 3


def test_what_is_the_same_is_not_graded_again_and_what_changed_is(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    cohort_of(small, 4)
    first = small.graded()
    before = small.tables()
    judged: list[str] = []
    judging = marking.Course.items

    def watched(course: marking.Course, learner: str, answers: Any) -> Any:  # noqa: ANN401 - passed on
        judged.append(learner)
        return judging(course, learner, answers)

    monkeypatch.setattr(marking.Course, "items", watched)
    again = small.graded()
    assert (first.kept, again.kept, judged, small.tables()) == (0, 12, [], before)
    small.answers("0002", **{"02_b": {"q": 3}})
    small.graded()
    assert set(judged) == {"0002"}


def test_the_summary_explains_the_statuses_that_there_are(small: Small) -> None:
    cohort_of(small, 2)
    said = small.graded().summary.en
    assert "MARK waits for a person" in said
    assert "FIX is" not in said
    put(small.submissions / "0001" / "05_timing__01_a.json", "{")
    assert "FIX is for the learner" in small.graded().summary.en


def test_a_record_of_another_version_is_left_as_it_is(small: Small) -> None:
    small.out.mkdir()
    path = small.out / "cohort.sqlite"
    with sqlite3.connect(path) as older:
        older.execute("CREATE TABLE verdicts (id INTEGER)")
    older.close()
    cohort_of(small, 2)
    with pytest.raises(CohortError, match="另一个版本的课程"):
        small.graded()
    assert sqlite3.connect(path).execute("SELECT name FROM sqlite_master").fetchall() == [("verdicts",)]


def test_a_name_put_right_on_the_roster_needs_no_grading(small: Small) -> None:
    cohort_of(small, 2)
    small.graded()
    put(small.roster, "learner,name\n0000,李雷\n0001,韩梅梅\n")
    graded = small.graded()
    assert (graded.kept, {row.name for row in graded.rows}) == (6, {"李雷", "韩梅梅"})


# ---------------------------------------------------------------- what a checker may do


def test_fault_080_a_checker_without_end_costs_its_own_item(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "LONGEST_CHECK", 0.2)
    small.asks(**{"01_a": {"bad": "forever", "good": "seven"}, "02_b": {"good": "seven"}})
    small.answers("0012", **{"01_a": {"bad": 1, "good": 7}, "02_b": {"good": 7}})
    graded = small.graded()
    assert small.statuses() == {"0012 01_a": "ERROR", "0012 02_b": "GRADED"}
    item = graded.items[0]
    assert (item.question, item.outcome, item.points) == ("bad", "error", None)
    assert "超过 0.2 秒没有算完" in item.message.zh
    assert "it took longer than 0.2 seconds" in item.message.en


def test_fault_081_a_worker_that_dies_costs_the_one_exercise_and_the_others_are_graded(small: Small) -> None:
    small.asks(**{"01_a": {"q": "seven"}, "02_b": {"q": "deadly"}, "03_c": {"q": "seven"}})
    for learner in ("0012", "0013", "0014"):
        small.answers(learner, **{"01_a": {"q": 7}, "02_b": {"q": 7} if learner == "0013" else {}, "03_c": {"q": 7}})
    graded = small.graded(workers=2)
    assert {place: status for place, status in small.statuses().items() if status != "GRADED"} == {
        "0013 02_b": "QUARANTINE"
    }
    assert "程序两次中断" in next(row.note.zh for row in graded.rows if row.status == "QUARANTINE")
    assert graded.exit_status == WITH_FINDINGS


def test_what_a_worker_died_of_once_is_graded_when_it_does_not_again(
    small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIED", str(tmp_path / "died"))
    small.asks(**{"01_a": {"q": "once"}})
    small.answers("0012", **{"01_a": {"q": 7}})
    assert small.graded(workers=1).exit_status == 0
    assert (tmp_path / "died").exists()


def test_what_failed_is_tried_again_in_the_next_run(
    small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIED", str(tmp_path / "broken"))
    small.asks(**{"01_a": {"q": "moody"}})
    small.answers("0012", **{"01_a": {"q": 7}})
    (tmp_path / "broken").touch()
    small.graded()
    assert small.statuses() == {"0012 01_a": "ERROR"}
    (tmp_path / "broken").unlink()
    small.graded()
    assert small.statuses() == {"0012 01_a": "GRADED"}


# ---------------------------------------------------------------- broken off


def test_fault_073_ctrl_c_keeps_what_is_done_and_says_what_is_not(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    cohort_of(small, 6)
    keeping = Recorder.keep
    kept: list[object] = []

    def interrupted(record: Recorder, judged: Any, evidence: str) -> None:  # noqa: ANN401 - passed on
        if len(kept) == 7:
            raise KeyboardInterrupt
        kept.append(judged)
        keeping(record, judged, evidence)

    monkeypatch.setattr(Recorder, "keep", interrupted)
    graded = small.graded()
    assert graded.exit_status == INTERRUPTED
    assert graded.counts == {"MARK": 7, "ERROR": 11}
    assert "批改在轮到这一份之前停了" in graded.rows[-1].note.zh
    assert graded.summary.en.startswith("Grading was interrupted.")
    assert "same cause" not in graded.summary.en
    monkeypatch.undo()
    monkeypatch.setenv("COURSE_HOME", str(small.home))
    assert small.graded().kept == 7
    resumed = small.tables()
    small.out = small.out.with_name("undisturbed")
    small.graded()
    assert small.tables() == resumed


def wait_for_rows(small: Small, grader: ForkProcess, some: int) -> None:
    """Wait until so many verdicts are in the record, or the grader has ended."""
    while grader.is_alive():
        if (small.out / "cohort.sqlite").exists():
            try:
                with Store(small.out) as store:
                    if store.db.execute("SELECT count(*) FROM stands").fetchone()[0] >= some:
                        return
            except CohortError:
                pass  # it is being made at this moment
        time.sleep(0.01)


def killed_and_finished(small: Small, chances: random.Random, kills: int) -> None:
    """Kill a grader at random moments and let another finish; compare with a run that nobody disturbed."""
    cohort_of(small, 40, "slow")
    undisturbed = small.out.with_name("undisturbed")
    small.forked(undisturbed).join()
    for number in range(kills):
        small.out = small.out.with_name(f"out{number}")
        grader = small.forked(small.out)
        wait_for_rows(small, grader, chances.randrange(110))
        time.sleep(chances.random() / 10)
        grader.kill()
        grader.join()
        last = small.forked(small.out)
        last.join()
        assert last.exitcode == WITH_FINDINGS
        assert small.tables() == small.tables(undisturbed)


def test_fault_072_killed_at_any_moment_the_finished_gradebook_is_that_of_an_undisturbed_run(small: Small) -> None:
    killed_and_finished(small, random.Random(7), 4)  # noqa: S311 - moments, not secrets


@pytest.mark.slow
def test_fault_072_killed_at_fifty_moments_the_finished_gradebook_is_that_of_an_undisturbed_run(small: Small) -> None:
    killed_and_finished(small, random.Random(8), 50)  # noqa: S311 - moments, not secrets


def test_no_worker_stays_when_the_grader_is_killed(small: Small) -> None:
    endless(small)
    grader = small.forked(small.out)
    workers_of: list[int] = []
    while len(workers_of) < 2 and grader.is_alive():
        tasks = Path(f"/proc/{grader.pid}/task/{grader.pid}/children")
        workers_of = [int(each) for each in tasks.read_text().split()]
        time.sleep(0.01)
    assert len(workers_of) == 2
    grader.kill()
    grader.join()
    while any(state_of(each) != "Z" for each in workers_of):
        time.sleep(0.01)  # this test never ends where workers stay


def state_of(process: int) -> str:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return "Z"


def test_fault_075_a_full_disk_leaves_the_old_tables_and_the_run_goes_on_when_there_is_room(small: Small) -> None:
    cohort_of(small, 2)
    small.graded()
    before = small.tables()
    cohort_of(small, 60)
    grader = small.forked(small.out, largest=60_000)
    grader.join()
    assert grader.exitcode == COULD_NOT
    assert "磁盘满了" in small.out.with_name("said").read_text("utf-8")
    assert small.tables() == before
    assert not [path.name for path in small.out.iterdir() if path.name.startswith(".")]
    small.graded()
    resumed = small.tables()
    small.out = small.out.with_name("undisturbed")
    small.graded()
    assert small.tables() == resumed


# ---------------------------------------------------------------- two graders


def test_fault_078_a_second_grader_is_told_who_is_at_work_and_touches_nothing(small: Small) -> None:
    cohort_of(small, 2)
    small.graded()
    before = small.tables()
    endless(small)
    first = small.forked(small.out)
    try:
        wait_for_lock(small, first)
        with pytest.raises(CohortError) as caught:
            small.graded()
        assert f"进程 {first.pid}" in caught.value.args[0].zh
        assert f"process {first.pid}" in caught.value.args[0].en
        assert small.tables() == before
    finally:
        first.kill()
        first.join()


def test_a_grader_that_was_killed_is_not_waited_for_and_that_is_said(small: Small) -> None:
    endless(small)
    first = small.forked(small.out)
    wait_for_lock(small, first)
    first.kill()
    first.join()
    small.asks(**{"01_a": {"q0": "seven"}})
    [notice] = small.graded().notices
    assert f"进程 {first.pid}" in notice.zh
    assert "broke off" in notice.en
    assert small.graded().notices == ()


def wait_for_lock(small: Small, process: ForkProcess) -> None:
    while process.is_alive():
        try:
            with Recorder(small.out) as record:
                if f'"pid": {process.pid}' in record.about("grader"):
                    return
        except CohortError:
            pass  # it is being made at this moment
        time.sleep(0.01)


# ---------------------------------------------------------------- the course changes


def test_fault_084_a_changed_course_tells_whom_it_changes_and_keeps_what_people_gave(small: Small) -> None:
    cohort_of(small, 30)
    small.graded()
    with Store(small.out) as store:
        store.mark("0001", "05_timing/02_b", "q", 1.5, "me")
        store.mark("0001", "05_timing/02_b", "say", 2, "me")
    put(small.roster.parent / "newer.py", "def six(posts): return 6\n")
    for name in ("01_a", "02_b", "03_c"):
        spec = small.home / f"exercises/specs/05_timing/{name}.toml"
        put(spec, spec.read_text("utf-8").replace("checkers_of_a_test:seven", "newer:six"))
    graded = small.graded()
    sys.modules.pop("newer")
    said = [notice.zh for notice in graded.notices]
    assert said[0].startswith("课程比上次批改时改过了：30 名学员的 90 处结果和上次不同，全部列在")
    assert said[1] == "  0000 05_timing/01_a q：不对（0 分） → 对（2 分）"
    assert said[5] == "  0001 05_timing/02_b q：对（2 分） → 不对（0 分）；人工给的 1.5 分保留"
    assert said[21:] == [
        "  另有 70 处。",
        "人工给过分的题里，有 1 处程序的判定和给分时不同。人工分保留，请看看是否还合适：",
        "  0001 05_timing/02_b q：对（2 分） → 不对（0 分）",
    ]
    with (small.out / "changes.csv").open(encoding="utf-8-sig", newline="") as stream:
        listed = list(csv.DictReader(stream))
    assert len(listed) == 90
    assert [line["by_hand"] for line in listed if line["by_hand"]] == ["1.5"]
    assert {row.points for row in graded.rows if row.learner == "0001" and row.exercise.endswith("02_b")} == {3.5}
    assert not small.graded().notices[3:]  # told once; the mark to look at stays


def test_a_run_that_broke_off_while_the_course_changed_is_compared_with_what_people_saw(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    cohort_of(small, 4)
    small.graded()
    spec = small.home / "exercises/specs/05_timing/01_a.toml"
    put(spec, spec.read_text("utf-8").replace("points = 2", "points = 4"))
    keeping = Recorder.keep

    def interrupted(record: Recorder, judged: Any, evidence: str) -> None:  # noqa: ANN401 - passed on
        if judged.learner == "0002":
            raise KeyboardInterrupt
        keeping(record, judged, evidence)

    monkeypatch.setattr(Recorder, "keep", interrupted)
    assert small.graded().exit_status == INTERRUPTED
    monkeypatch.setattr(Recorder, "keep", keeping)
    assert [notice.zh for notice in small.graded().notices][1:] == [
        "  0001 05_timing/01_a q：对（2 分） → 对（4 分）",
        "  0002 05_timing/01_a q：对（2 分） → 对（4 分）",
    ]


def test_a_mark_counts_no_longer_when_the_learner_writes_something_else(small: Small) -> None:
    cohort_of(small, 2)
    small.graded()
    with Store(small.out) as store:
        store.mark("0001", "05_timing/02_b", "say", 2, "me")
    assert small.graded().counts["GRADED"] == 1
    small.answers("0001", **{"02_b": {"q": 7, "say": "改了"}})
    graded = small.graded()
    assert graded.counts["GRADED"] == 0
    assert "又交了不同的作答，有 1 处" in graded.notices[0].zh
    assert graded.notices[1].en == "  0001 05_timing/02_b say: 2 points → to be marked"


# ---------------------------------------------------------------- order


def test_every_learner_and_exercise_has_one_row_in_one_order(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    cohort_of(small, 7)
    small.graded(workers=2)
    with (small.out / "gradebook.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = [(line["learner"], line["exercise"]) for line in csv.DictReader(stream)]
    assert rows == sorted(rows)
    assert len(set(rows)) == len(rows) == 21


# ---------------------------------------------------------------- workers elsewhere


@pytest.mark.slow  # two processes that import all anew
def test_where_no_process_can_be_forked_new_ones_write_the_same_tables(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    cohort_of(small, 6)
    small.graded()
    here = small.tables()
    monkeypatch.setattr(workers, "FORK", False)
    small.out = small.out.with_name("anew")
    assert small.graded(2).kept == 0
    assert small.tables() == here


@pytest.fixture
def cluster(small: Small) -> Iterator[str]:
    """Run a Dask cluster of two workers, each a process, and yield its address."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
    ) as running:
        yield running.scheduler_address


@pytest.mark.slow  # two processes that import all anew
@pytest.mark.filterwarnings("default")  # of the cluster's own
def test_a_cluster_writes_the_same_tables_as_this_machine(small: Small, cluster: str) -> None:
    cohort_of(small, 9)
    small.graded()
    here = small.tables()
    small.out = small.out.with_name("there")
    grade_cohort(small.submissions, small.roster, small.out, scheduler=cluster)
    assert small.tables() == here


@pytest.mark.slow
@pytest.mark.filterwarnings("default")
def test_a_cluster_with_another_version_of_the_course_grades_nothing(small: Small, cluster: str) -> None:
    cohort_of(small, 2)
    small.graded()
    before = small.tables()
    grade_cohort(small.submissions, small.roster, small.out.with_name("first"), scheduler=cluster)
    other = small.home.with_name("other")
    shutil.copytree(small.home, other, symlinks=True)
    os.environ["COURSE_HOME"] = str(other)  # put back by the fixture
    spec = other / "exercises/specs/05_timing/01_a.toml"
    put(spec, spec.read_text("utf-8").replace("points = 2", "points = 3"))
    with pytest.raises(CohortError) as caught:
        grade_cohort(small.submissions, small.roster, small.out, scheduler=cluster)
    assert "和这里的版本不同" in caught.value.args[0].zh
    assert small.tables() == before


def test_an_address_without_a_cluster_is_told(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(workers, "PATIENCE", 0.5)
    cohort_of(small, 1)
    with pytest.raises(CohortError) as caught:
        grade_cohort(small.submissions, small.roster, small.out, scheduler="tcp://127.0.0.1:9")
    assert "没有 Dask 集群应答" in caught.value.args[0].zh
    assert not small.out.exists()


def test_without_dask_the_command_says_what_to_install(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    cohort_of(small, 1)
    with pytest.raises(CohortError, match="pip install distributed"):
        grade_cohort(small.submissions, small.roster, small.out, scheduler="tcp://127.0.0.1:8786")
