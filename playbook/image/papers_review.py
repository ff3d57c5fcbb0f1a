"""The papers to file and the steps of the opening: what is missing, what has run out, and what comes too late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from playbook.facts import Facts
from playbook.image import words
from playbook.image.parts import Page, Paper, PaperName, Step, StepName
from playbook.image.plan import ImagePlan
from playbook.image.raised import blank, called, raised, there
from playbook.language import Text, join
from playbook.rules import Finding

REQUIRED: tuple[PaperName, ...] = ("original", "duplicate", "letter")
PREPARED: tuple[StepName, ...] = ("papers", "api", "inside")
FIT_OUT: tuple[StepName, ...] = ("profile", "fit_out", "carousel", "modules")


def papers_review(plan: ImagePlan, facts: Facts) -> Iterator[Finding]:
    """Yield what is wrong with papers and steps that are begun."""
    if plan.papers or plan.licence_name.strip():
        yield from _required(plan)
        yield from _names(plan, facts)
        yield from _valid(plan)
    if plan.opening:
        yield from _prepared(plan)
        yield from _in_order(plan)
        yield from _owned(plan.opening)
    yield from _verified(plan, facts)


def _required(plan: ImagePlan) -> Iterator[Finding]:
    listed = there(plan.papers)
    lacks = [words.PAPERS[each] for each in REQUIRED if each not in listed]
    if lacks:
        said = Text("认证材料里没有：{lacks}。", "The papers for verification lack: {lacks}.")
        yield raised("governance.verification-documents", said, words.ADD_PAPERS, "papers", lacks=join(lacks))
    if "inspection" in listed:
        said = Text(
            "材料里还列着年检记录；2014 年 3 月起不再有年检，改成每年报送、公示年度报告。",
            "The papers still list an annual inspection; there has been none since March 2014: companies file "
            "and publish "
            "an annual report instead.",
        )
        yield raised("report-not-inspection", said, words.REPORT, "papers")


def _names(plan: ImagePlan, facts: Facts) -> Iterator[Finding]:
    """A page of the company itself; the founder’s is a person’s."""
    registered = plan.licence_name.strip()
    other = [
        page for page in plan.pages
        if page.nickname.strip() and page.nickname.strip() != registered and page.verified != "person"
    ]  # fmt: skip
    if registered and other and "supplement" not in there(plan.papers):
        said = Text(
            "执照上是“{registered}”，和这些昵称不同：{pages}；材料里没有补充证明。",
            "The licence reads “{registered}”, these nicknames differ: {pages}; no supplementary document is listed.",
        )
        pages = join([called(page, facts) for page in other])
        yield raised(
            "governance.name-mismatch-supplement", said, words.SUPPLEMENT, "papers", registered=registered, pages=pages
        )


def _valid(plan: ImagePlan) -> Iterator[Finding]:
    bare = [each for each in plan.papers if blank(each.holder) or each.filed_on is None]
    if bare:
        said = Text("没有写在谁手里、哪天交的：{papers}。", "No holder, or no day of filing: {papers}.")
        yield raised("papers-in-hand", said, words.WHO_HOLDS, "papers", papers=join([_said(each) for each in bare]))
    last = _last_day(plan)
    over = [each for each in plan.papers if each.valid_until and last and each.valid_until < last]
    if over:
        said = Text("到 {day} 已经过期：{papers}。", "Out of date by {day}: {papers}.")
        yield raised(
            "papers-in-hand", said, words.RENEW, "papers", day=last, papers=join([_said(each) for each in over])
        )


def _last_day(plan: ImagePlan) -> date | None:
    """Return the day on which the papers must hold: the verification, else the opening, else the day of filing."""
    days = [plan.on("verified"), plan.on("opened"), *(each.filed_on for each in plan.papers)]
    return max((day for day in days if day), default=None)


def _prepared(plan: ImagePlan) -> Iterator[Finding]:
    opened = plan.on("opened")
    lacks = [
        words.STEPS[each] for each in PREPARED if not (step := plan.step(each)) or not step.done or _after(step, opened)
    ]
    if lacks:
        said = Text("开号前这几样没有做完：{lacks}。", "Not done before the opening: {lacks}.")
        yield raised("governance.preparation-three-steps", said, words.PREPARE, "opening", lacks=join(lacks))
    link = plan.step("api")
    if link is None or blank(link.owner) or link.on is None:
        said = Text(
            "微博和官网怎么连，没有写谁做、哪天做。",
            "Nobody is named for the link between account and website, or no day is set.",
        )
        yield raised("governance.api-link-official-site", said, words.LINK, "opening")


def _in_order(plan: ImagePlan) -> Iterator[Finding]:
    days = [plan.on(each) for each in FIT_OUT]
    known = [day for day in days if day]
    lacks = [words.STEPS[each] for each, day in zip(FIT_OUT, days, strict=True) if day is None]
    if lacks:
        said = Text(
            "页面建设四步里没有，或没有定日子：{lacks}。", "Steps of fitting out missing or without a day: {lacks}."
        )
        yield raised("page-fitout-steps", said, words.FOUR_STEPS, "opening", lacks=join(lacks))
    elif known != sorted(known):
        said = Text(
            "页面建设四步的日子不是这个先后：{steps}。", "The days of these steps are not in this order: {steps}."
        )
        yield raised(
            "page-fitout-steps", said, words.FOUR_STEPS, "opening", steps=join([words.STEPS[each] for each in FIT_OUT])
        )


def _owned(steps: list[Step]) -> Iterator[Finding]:
    bare = [words.STEPS[each.name] for each in steps if blank(each.owner) or each.on is None]
    if bare:
        said = Text("没有写谁做、哪天做的步骤：{steps}。", "Steps without owner or day: {steps}.")
        yield raised("steps-owned", said, words.WHO_WHEN, "opening", steps=join(bare))


def _verified(plan: ImagePlan, facts: Facts) -> Iterator[Finding]:
    """Every page is verified before the first campaign: the step in the opening, else the first promotion."""
    first = plan.on("campaign") or plan.positioning.promoted_on
    late = [page for page in plan.pages if first and page != Page(account=page.account) and _unverified(page, first)]
    if late:
        said = Text(
            "第一次活动定在 {day}，这些页面那时还没有认证：{pages}。",
            "The first campaign is on {day}; by then these pages are not verified: {pages}.",
        )
        pages = join([called(page, facts) for page in late])
        yield raised("verification-trust", said, words.VERIFY, "opening", day=first, pages=pages)


def _unverified(page: Page, first: date) -> bool:
    return page.verified == "none" or page.verified_on is None or page.verified_on > first


def _after(step: Step, day: date | None) -> bool:
    return bool(day and step.on and step.on > day)


def _said(paper: Paper) -> Text:
    return words.PAPERS[paper.name]
