"""One sitting at the questions of a spec: answers as they stand, checks, hints, solutions. No widgets here."""

from __future__ import annotations

from typing import Any

from classroom import grading
from classroom.answers import ATTEMPTS, AnswerError, AnswerFile, Attempt, parse_answers, read_answers, write_answers
from classroom.exercise import SAMPLE, OrderField, PlanField, Question, TextField, load_spec
from classroom.grading import Verdict
from classroom.learner import Part, answers_file, course_code, learner_id
from classroom.outline import Lesson
from classroom.recall import drawn
from classroom.variants import data_for, variant_of
from playbook.facts import Facts
from playbook.language import COLON, Text, join, same
from playbook.places import put_aside
from playbook.plans import Plan, read_plan
from playbook.rules import resolve

OTHER_DATA = Text(
    "课程代码或学号换了，题目问的数据也就换了：原来是 {read}，现在是 {wanted}。"
    "原来的作答改名为 {name}，还在。请看新的图和表，重新作答。",
    "Your course code or number has changed, and so have the data: they were {read}, now they are {wanted}. Your "
    "earlier answers are kept as {name}. Look at the new charts and tables, and answer again.",
)


class Session:
    """The questions of one spec, or those of earlier ones that a lesson recalls, and one learner's answers to them.

    With `answers` (JSON text, as papermill hands it in) it is a record that nothing changes; without, it is
    live: every change is saved to the learner's work, and opened again from there.
    """

    def __init__(self, exercise: str, part: Part, answers: str = "") -> None:
        self.exercise, self.part = exercise, part
        self.questions: dict[str, Question] = {}
        self.taught: dict[str, Lesson] = {}  # where to read again what a recalled question asks
        self._variant = SAMPLE
        self._take_questions()
        self.live = not answers
        self.notice: Text | None = None
        self._shown: dict[str, int] = {}
        self.file = self._opened() if self.live else parse_answers(answers.encode())
        self.facts: Facts = data_for(self.file.variant)

    def answer(self, question: str) -> dict[str, Any]:
        """Return the answer as it stands: field to value."""
        return dict(self.file.answers.get(question, {}))

    def change(self, question: str, field: str, value: Any) -> None:  # noqa: ANN401 - each field has its type
        """Take a new value of a field and save it; None takes it out."""
        answer = self.answer(question) | {field: value}
        self.file.answers[question] = {name: kept for name, kept in answer.items() if kept is not None}
        self._save()

    def verdict(self, question: str) -> Verdict:
        """Judge the answer as it stands, without counting an attempt."""
        return grading.grade(self.questions[question], self.answer(question), self.facts)

    def check(self, question: str) -> Verdict:
        """Judge the answer and count the attempt (the first and the latest are kept when there are many)."""
        verdict = self.verdict(question)
        if verdict.outcome != "blank":
            self._record(question, solution_seen=self._is_solved(question))
        return verdict

    def tried(self, question: str) -> bool:
        """Tell whether the learner has made an attempt, so that the solution may be shown."""
        return bool(self.file.attempts.get(question))

    def may_improve(self, question: str) -> bool:
        """Tell whether points were tried for, and still go by the latest check."""
        return self.part == "exercise" and self.tried(question) and not self._is_solved(question)

    def hint(self, question: str) -> Text | None:
        """Return the next hint, or None when all have been shown."""
        hints = self.questions[question].hints
        shown = self._shown.get(question, 0)
        if shown >= len(hints):
            return None
        self._shown[question] = shown + 1
        number = Text("提示 {n}/{all}：", "Hint {n} of {all}: ").format(n=shown + 1, all=len(hints))
        return number + hints[shown]

    def solution(self, question: str) -> Text:
        """Return the right answer and why; attempts after it no longer count for points, nor after a restart."""
        if not self._is_solved(question):
            self._record(question, solution_seen=True)
        asked = self.questions[question]
        answer = right_answer(asked, self.facts)
        said = [asked.fields[name].label + COLON + spoken(asked, name, value) for name, value in answer.items()]
        return join(said, "；", "; ") + Text("。", ". ") + asked.explained(self.facts)

    def _take_questions(self) -> None:
        if self.part == "recall":
            recalled = drawn(self.exercise, learner_id())
            self.questions = {each.key: each.question for each in recalled}
            self.taught = {each.key: each.lesson for each in recalled}
        else:
            spec = load_spec(self.exercise)
            self.questions = spec.exercise if self.part == "exercise" else spec.lesson
            if self.part == "exercise":
                self._variant = variant_of(course_code(), learner_id(), spec)

    def _record(self, question: str, *, solution_seen: bool) -> None:
        """Write down an attempt; of too many, the first stays, the one that counts, and the latest."""
        tries = self.file.attempts.setdefault(question, [])
        if len(tries) == ATTEMPTS:
            counts = max((place for place, each in enumerate(tries) if not each.solution_seen), default=0)
            del tries[next(place for place in range(1, ATTEMPTS) if place != counts)]
        tries.append(Attempt(answer=self.answer(question), hints=self._seen(question), solution_seen=solution_seen))
        self._save()

    def _seen(self, question: str) -> int:
        earlier = [attempt.hints for attempt in self.file.attempts.get(question, [])]
        return max([self._shown.get(question, 0), *earlier])

    def _is_solved(self, question: str) -> bool:
        return any(each.solution_seen for each in self.file.attempts.get(question, []))

    def _opened(self) -> AnswerFile:
        path = answers_file(self.exercise, self.part)
        fresh = AnswerFile(exercise=self.exercise, learner=learner_id(), variant=self._variant)
        if not path.is_file():
            return fresh
        try:
            kept = read_answers(path)
        except AnswerError as error:
            aside = put_aside(path)
            self.notice = Text("原来的作答文件读不出来：", "Your earlier answers could not be read: ") + error.args[0]
            self.notice += Text(" 文件已改名保留为 {name}。", " The file is kept as {name}.").format(name=aside.name)
            return fresh
        if kept.variant == fresh.variant:
            return kept
        if kept.attempts or kept.answers:
            aside = put_aside(path, "other-data")
            self.notice = OTHER_DATA.format(read=kept.variant, wanted=fresh.variant, name=aside.name)
        return fresh

    def _save(self) -> None:
        if self.live:
            write_answers(answers_file(self.exercise, self.part), self.file)


def right_answer(question: Question, facts: Facts) -> dict[str, Any]:
    """Compute the right answer, field by field; a text field, which a person marks, has none."""
    return {
        name: field.expect.value(facts)
        for name, field in question.fields.items()
        if not isinstance(field, TextField) and field.expect is not None
    }


def spoken(question: Question, name: str, value: Any) -> Text:  # noqa: ANN401 - each field has its type
    """Say a field's value in words: the label of a choice, a list in order, a plan's slots."""
    field = question.fields[name]
    if isinstance(field, PlanField):
        plan: Plan = read_plan(resolve(field.model), value)
        return plan.said()
    if isinstance(field, OrderField):
        labels = {option.id: option.text for option in field.options}
        return join([labels.get(each, same(str(each))) for each in value], " → ", " → ")
    options: dict[Any, Text] = {option.id: option.text for option in getattr(field, "options", [])}
    if value in options:
        return options[value]
    return same(f"{value:.10g}" if isinstance(value, float) else str(value))
