"""What a specialist does not do: is each thing refused in words, and does the plan itself ask for none of it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.language import Text
from playbook.persons import blank
from playbook.refused import meant
from playbook.rules import Finding
from playbook.specialist.plan import HireAsk, Refusal, SpecialistPlan
from playbook.specialist.words import ASKS_SAID, REFUSALS_SAID
from playbook.week import listed

REFUSED_BY: dict[str, tuple[Refusal, ...]] = {
    "industry-rhyme": ("watermarks", "sleepless", "brushing"),
    "cheap-hype-attitude": ("humbug", "flirting", "strangers"),
    "private-data-kept": ("private-data",),
}
WATERMARKS = re.compile(
    r"(?:去|抹|擦|裁)掉?[^，。；\n]{0,3}水印|(?:remov|cropp?|eras)\w*[^,.;\n]{0,12}watermarks?", re.IGNORECASE
)
BRUSHING = re.compile(
    r"(?:刷|买)(?:一?些|点|\d+万?个?)?(?:粉|评论|赞|转发|量)"
    r"|(?:buy|bought|brush)\w*[^,.;\n]{0,12}(?:followers|comments|likes|reposts)",
    re.IGNORECASE,
)
PRIVATE: tuple[HireAsk, ...] = ("own-account", "followers")
UNFIT: tuple[HireAsk, ...] = ("age",)


def refusing(plan: SpecialistPlan) -> Iterator[Finding]:
    """Yield what is not refused yet, once goals are set or refusing is begun, and what the plan asks for unlawfully."""
    if plan.goals or plan.not_done:
        for rule, kinds in REFUSED_BY.items():
            missing = [REFUSALS_SAID[each] for each in kinds if blank(plan.not_done.get(each, ""))]
            if missing:
                said = Text("还没有写怎么拒绝：{which}。", "No words yet for refusing to: {which}.")
                mend = Text("写一句别人要你做时你会说的话。", "Write the sentence you will say when asked.")
                places = tuple(each for each in kinds if blank(plan.not_done.get(each, "")))
                yield Finding(f"specialist.{rule}", said.format(which=listed(missing, measure="件")), mend, places)
    yield from _asked_for(plan)


def _asked_for(plan: SpecialistPlan) -> Iterator[Finding]:
    texts = [each for goal in plan.goals for each in (goal.what, goal.evidence)]
    texts += [each for stretch in plan.days for each in (stretch.new_form, stretch.trained_by)]
    texts += [plan.hiring.task]
    for rule, pattern, mend in (
        (
            "watermarks-stay",
            WATERMARKS,
            Text("换成自己拍的、画的，或者有授权的。", "Use your own pictures, or licensed ones."),
        ),
        (
            "nothing-brushed",
            BRUSHING,
            Text("去掉；改成真读者看得到的一件事。", "Take it out; do something that real readers see."),
        ),
    ):
        found = meant(pattern, texts)
        if found:
            said = Text("计划里写着“{found}”。", "The plan says “{found}”.").format(found=found)
            yield Finding(f"specialist.{rule}", said, mend, ("days",))


def hiring(plan: SpecialistPlan) -> Iterator[Finding]:
    """Yield what is wrong with how one would hire; nothing as long as nothing is asked."""
    wanted = plan.hiring
    if not wanted.asks:
        return
    private = [ASKS_SAID[each] for each in PRIVATE if each in wanted.asks]
    if private:
        said = Text("招人时要：{which}。", "Applicants are asked for {which}.").format(which=listed(private))
        mend = Text(
            "第 4 篇那时照问；今天只问与这份工作直接相关的，请人当场做一件活儿。粉丝数买得到，说明不了什么。",
            "Article 4 saw it asked; today ask only what bears on the job, and have a piece of work done on the spot. "
            "Follower counts can be bought and show nothing.",
        )
        yield Finding("specialist.recruit-conditions", said, mend, ("hiring",))
    unfit = [ASKS_SAID[each] for each in UNFIT if each in wanted.asks]
    if unfit:
        said = Text("招人时要：{which}。", "Applicants are asked for {which}.").format(which=listed(unfit))
        mend = Text("去掉；与能不能做这份工作无关。", "Take it out; it does not bear on who can do the job.")
        yield Finding("specialist.asks-what-the-job-needs", said, mend, ("hiring",))
    if not wanted.weights_first:
        said = Text("评分办法没有在面试前定好。", "The scoring is not fixed before the interviews.")
        mend = Text("先写下各项占多少分，再见人。", "Write down what counts for how much before you meet anybody.")
        yield Finding("specialist.hiring-preferences", said, mend, ("hiring",))
    if blank(wanted.task) or "work-sample" not in wanted.asks:
        said = Text("面试时没有要做的活儿。", "The interview asks for no piece of work.")
        mend = Text(
            "比如：把一条私人口吻的微博改成公司号能发的。",
            "Set one, for example: rewrite a private-style post for the company’s account.",
        )
        yield Finding("specialist.interest-and-fit", said, mend, ("hiring",))
