"""Accounts: given up in one plan and planned for in another, unknown to the card, or verified unlike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from playbook.campaign.plan import CampaignPlan
from playbook.coherence.clash import PLANS, Check, Found
from playbook.coherence.posting import accounts_written
from playbook.company import Company
from playbook.content.plan import ContentPlan
from playbook.facts import Facts
from playbook.governance.plan import GovernancePlan
from playbook.image.parts import Page
from playbook.image.plan import ImagePlan
from playbook.image.words import VERIFIED
from playbook.language import Text
from playbook.matrix.analysis import accounts_of
from playbook.matrix.names import account_said, accounts_said
from playbook.matrix.plan import Fate, MatrixPlan
from playbook.metrics.plan import MetricsPlan
from playbook.plans import Plan
from playbook.strategy.plan import StrategyPlan
from playbook.timing.plan import TimingPlan

GIVEN_UP: dict[Fate, Text] = {
    "merge": Text("并掉", "merged into another"),
    "close": Text("停掉", "closed"),
}
# What a plan has for an account, by system: the accounts, and what that is called.
HAS: dict[type[Plan], tuple[Callable[[Any], Iterable[str]], Text]] = {
    StrategyPlan: (lambda plan: (goal.account for goal in plan.goals), Text("目标", "a goal")),
    ImagePlan: (
        lambda plan: (
            account
            for page in plan.pages
            for account in (page.account, *page.linked)
            if page != Page(account=page.account)
        ),
        Text("主页或主页上的入口", "a page, or a link on a page"),
    ),
    ContentPlan: (accounts_written, Text("配比或草稿", "a mix or drafts")),
    TimingPlan: (lambda plan: (slot.account for slot in plan.slots), Text("时段", "slots")),
    CampaignPlan: (lambda plan: (brief.account for brief in plan.briefs), Text("活动", "a campaign")),
    MetricsPlan: (lambda plan: (card.account for card in plan.scorecards if card.rows), Text("计分卡", "a scorecard")),
}
# Strategy holds its own goals against the card; keys may be left on an account that is given up, to close it.
NAMING: tuple[type[Plan], ...] = (ImagePlan, ContentPlan, TimingPlan, CampaignPlan, MetricsPlan, GovernancePlan)
KEYS = (lambda plan: (key.account for key in plan.keys if key.may), Text("权限", "keys"))


def _planned(plan: Plan) -> tuple[list[str], Text]:
    accounts, what = HAS.get(type(plan), KEYS)
    return list(dict.fromkeys(each for each in accounts(plan) if each.strip())), what


def _given_up(matrix: MatrixPlan, plan: Plan, facts: Facts) -> Iterator[Found]:
    """A plan goes on with an account that the matrix gives up."""
    accounts, what = _planned(plan)
    given_up = {place.account: place.fate for place in matrix.places if place.fate in GIVEN_UP}
    for account in accounts:
        if fate := given_up.get(account):
            said = Text(
                "矩阵计划要把 {account} {fate}，{plan}里还有它的{what}。",
                "In the matrix plan {account} is {fate}; {plan} still has {what} for it.",
            ).format(account=account_said(facts, account), fate=GIVEN_UP[fate], plan=PLANS[plan.system], what=what)
            mend = Text(
                "在{plan}里把它拿掉，或者挪给留下的账号；要留它，就在矩阵计划里改成保留。",
                "Take it out of {plan}, or give it to an account that stays; or keep the account in the matrix plan.",
            ).format(plan=PLANS[plan.system])
            yield Found(said, mend, (f"matrix:{account}", f"{plan.system}:{account}"))


def _no_place(matrix: MatrixPlan, plan: Plan, facts: Facts) -> Iterator[Found]:
    """A plan goes on with an account of ours on which the matrix is silent; before a first place, nothing is said."""
    accounts, what = _planned(plan)
    placed, ours = {place.account for place in matrix.places}, set(accounts_of(facts))
    lost = [each for each in accounts if each in ours - placed] if placed else []
    if lost:
        said = Text(
            "{plan}里有这些账号的{what}，矩阵计划里没有它们：归谁管、留不留，没有说：{which}。",
            "There is {what} in {plan} for accounts that the matrix plan does not mention, so whose they are and "
            "whether they stay is not said: {which}.",
        ).format(plan=PLANS[plan.system], what=what, which=accounts_said(facts, lost))
        mend = Text(
            "在矩阵计划里给它们定下来，或者在{plan}里拿掉。",
            "Decide on them in the matrix plan, or take them out of {plan}.",
        ).format(plan=PLANS[plan.system])
        yield Found(said, mend, (*(f"matrix:{each}" for each in lost), f"{plan.system}:{lost[0]}"))


def _unknown(plan: Plan, company: Company, facts: Facts) -> Iterator[Found]:
    """A plan has something for an account that neither the card nor the register lists."""
    accounts, what = _planned(plan)
    known = {*accounts_of(facts), *(each.id for each in company.accounts)}
    strange = [each for each in accounts if each not in known]
    if strange:
        said = Text(
            "{plan}里有这些账号的{what}，公司卡上没有它们：{which}。",
            "There is {what} in {plan} for accounts that the company card does not list: {which}.",
        ).format(plan=PLANS[plan.system], what=what, which=accounts_said(facts, strange))
        mend = Text(
            "在公司卡上添这个账号，或者在{plan}里换成卡上有的。",
            "Add the account to the company card, or choose one of the card in {plan}.",
        ).format(plan=PLANS[plan.system])
        yield Found(said, mend, tuple(f"{plan.system}:{each}" for each in strange))


def _without_papers(matrix: MatrixPlan, image: ImagePlan, facts: Facts) -> Iterator[Found]:
    """Accounts to be verified as a company’s, and no papers at all; what papers lack the image’s own review says."""
    verified = [place.account for place in matrix.kept if place.verified == "company"]
    if verified and not image.papers and not image.licence_name.strip():
        said = Text(
            "矩阵计划要给这些账号做企业认证：{which}；形象计划里一份认证材料也没有列。",
            "By the matrix plan these accounts are verified as a company’s: {which}; the image plan lists no paper.",
        ).format(which=accounts_said(facts, verified))
        mend = Text(
            "在形象计划里列出材料，写明在谁手里、哪天交；或者在矩阵计划里改掉认证。",
            "List the papers in the image plan, who holds them and when they are handed in; or change the "
            "verification in the matrix plan.",
        )
        yield Found(said, mend, (*(f"matrix:{each}" for each in verified), "image:papers"))


def _verified_unlike(matrix: MatrixPlan, image: ImagePlan, facts: Facts) -> Iterator[Found]:
    """One account, two verifications."""
    for page in image.pages:
        place = next((each for each in matrix.kept if each.account == page.account), None)
        if place is None or page == Page(account=page.account) or page.verified == place.verified:
            continue
        said = Text(
            "{account} 的认证，矩阵计划写的是“{one}”，形象计划写的是“{other}”。",
            "For {account} the matrix plan says “{one}”, the image plan “{other}”.",
        ).format(account=account_said(facts, page.account), one=VERIFIED[place.verified], other=VERIFIED[page.verified])
        mend = Text(
            "看平台上认的是哪一种，在矩阵计划或者形象计划里改成一样。",
            "See which of them the platform granted, and change the matrix plan or the image plan accordingly.",
        )
        yield Found(said, mend, (f"matrix:{page.account}", f"image:{page.account}"))


def _before_verified(campaign: CampaignPlan, image: ImagePlan, facts: Facts) -> Iterator[Found]:
    """A campaign on an account that is not verified, or not opened, by then."""
    begun = {page.account: page for page in image.pages if page != Page(account=page.account)}
    for brief in campaign.briefs:
        page = begun.get(brief.account)
        if brief.starts is None or page is None:
            continue
        days = [day for day in (page.verified_on, image.on("opened")) if day]
        if days and brief.starts < max(days):
            said = Text(
                "活动计划里“{campaign}”从 {starts} 开始；照形象计划，{account} 要到 {day} 才认证好、开张。",
                "In the campaign plan “{campaign}” begins on {starts}; by the image plan {account} is verified and "
                "open only on {day}.",
            ).format(
                campaign=brief.name.strip() or brief.id, starts=brief.starts,
                account=account_said(facts, brief.account), day=max(days),
            )  # fmt: skip
            mend = Text(
                "在活动计划里往后挪，或者在形象计划里早一点认证、开张。",
                "Let the campaign begin later in the campaign plan, or verify and open earlier in the image plan.",
            )
            yield Found(said, mend, (f"campaign:{brief.id}", f"image:{brief.account}"))


CHECKS = (
    *(Check("account-given-up", MatrixPlan, kind, _given_up) for kind in HAS),
    *(Check("account-without-place", MatrixPlan, kind, _no_place) for kind in HAS),
    *(Check("account-unknown", kind, Company, _unknown) for kind in NAMING),
    Check("verified-without-papers", MatrixPlan, ImagePlan, _without_papers),
    Check("verified-unlike", MatrixPlan, ImagePlan, _verified_unlike),
    Check("campaign-before-verified", CampaignPlan, ImagePlan, _before_verified),
)
