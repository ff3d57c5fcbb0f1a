"""What is wrong with how the company judges itself: seven maturity steps, and the steps of the operating model."""

from __future__ import annotations

from collections.abc import Iterator

from playbook.language import Text
from playbook.rules import Finding, rule
from playbook.strategy.models import EVIDENCE, RUNGS, STEPS
from playbook.strategy.parts import Diagnosis, Maturity
from playbook.strategy.plan import StrategyPlan, goal_said
from playbook.strategy.raised import about, blank, lacking, raised, those


def standing(plan: StrategyPlan) -> Iterator[Finding]:
    """Yield what is wrong with the levels claimed and with the diagnosis."""
    if plan.maturity != Maturity():
        yield from _level(plan)
    if plan.diagnosis != Diagnosis():
        yield from _diagnosed(plan.diagnosis)


def _level(plan: StrategyPlan) -> Iterator[Finding]:
    reached = plan.maturity.reached
    names = list(RUNGS)
    if plan.maturity.level != reached and reached < len(names):
        step = names[reached]
        yield raised(
            "seven-maturity-steps",
            (
                Text(
                    "写的是第 {level} 级，凭据只到第 {reached} 级：“{step}”没有凭据。",
                    "The level says {level}, the evidence reaches {reached}: there is none for “{step}”.",
                ),
                Text(
                    "级数写到凭据接得上的那一级；要再上一级，先有：{evidence}。",
                    "Write the level that unbroken evidence reaches; for the next one, first have: {evidence}.",
                ).format(evidence=EVIDENCE[step]),
            ),
            "maturity",
            level=plan.maturity.level,
            reached=reached,
            step=RUNGS[step],
        )
    elif plan.maturity.level != reached:
        yield raised(
            "seven-maturity-steps",
            (
                Text(
                    "七步都有凭据，级数却写着 {level}。", "All seven steps have evidence, and the level says {level}."
                ),
                Text("改成 7。", "Make it 7."),
            ),
            "maturity",
            level=plan.maturity.level,
        )
    needed = rule("strategy.two-explorations").values["level"]
    if reached < needed:
        money = those("goals", plan.goals, lambda goal: bool(goal.known and goal.known.money), goal_said)
        yield from about(
            "two-explorations",
            money,
            (
                Text(
                    "平常的运营还没有到“互动”这一级，就探索盈利：{names}。",
                    "Profit is explored before normal operation has reached “interact”: {names}.",
                ),
                Text("先把规划、倾听、参与、互动做实。", "First plan, listen, participate and interact."),
            ),
        )


def _diagnosed(diagnosis: Diagnosis) -> Iterator[Finding]:
    states = {name: getattr(diagnosis, name) for name in STEPS}
    open_ = [STEPS[name] for name, state in states.items() if state is None]
    yield from lacking(
        "five-step-operating-model",
        open_,
        (
            Text("运营模式里还没有看的：{lacks}。", "Steps of the operating model not judged yet: {lacks}."),
            Text("五步和三项一直做的，都写上强弱。", "Judge all five, and the three that go on."),
        ),
        "diagnosis",
    )
    weakest = diagnosis.weakest
    weak = [name for name, state in states.items() if state == "weak"]
    if weak and weakest not in weak:
        yield raised(
            "three-failure-causes",
            (
                Text(
                    "有弱的一步，却没有指出是哪一步：判断不出哪里出了问题，是做不好的三个原因之一。",
                    "A step is weak, and the plan does not point to it: not to see which step fails is one of three "
                    "causes of failure.",
                ),
                Text("在弱的几步里指出最弱的。", "Point to the weakest among the weak ones."),
            ),
            "diagnosis",
        )
    if weakest and blank(diagnosis.mend):
        yield raised(
            "model-as-diagnostic",
            (
                Text("最弱的是“{step}”，没有写怎么补。", "The weakest is “{step}”, and nothing says what is mended."),
                Text("写一件这个月做的事。", "Write one thing to do this month."),
            ),
            "diagnosis",
            step=STEPS[weakest],
        )
