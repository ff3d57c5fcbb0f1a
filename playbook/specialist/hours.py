"""The hours of a week as bars, against the lawful week and the hours on duty."""

from __future__ import annotations

from html import escape

from playbook.facts import Facts
from playbook.language import Text
from playbook.specialist.plan import WORKS, SpecialistPlan
from playbook.specialist.words import WORKS_SAID
from playbook.specialist.working import duty_hours, normal_week

TOTAL = Text(
    "一周 {total:g} 小时；标准 {normal:g} 小时{duty}。", "{total:g} hours a week; the norm is {normal:g}{duty}."
)
DUTY = Text("，照排班在岗 {hours} 小时，午休算在内", ", on duty by the rota {hours}, meals included")
HOURS = Text("{hours:g} 小时", "{hours:g} h")
BAR = (
    '<div style="display:flex;gap:.5em;align-items:center;line-height:1.5"><span style="flex:0 0 45%">{name}</span>'
    '<span style="flex:1;background:var(--jp-layout-color2,#eee)"><span style="display:block;height:.8em;'
    'width:{share:.0f}%;background:var(--jp-brand-color1,#1976d2)"></span></span>'
    '<span style="flex:0 0 4.5em">{hours}</span></div>'
)


def hours_html(plan: SpecialistPlan, facts: Facts) -> str:
    """Return one bar for each kind of work, as wide as its share of the lawful week, and the total in words."""
    normal, duty = normal_week(), duty_hours(plan, facts)
    known = DUTY.format(hours=duty) if duty is not None else Text("", "")
    said = TOTAL.format(total=plan.week.total, normal=normal, duty=known)
    bars = "".join(
        BAR.format(
            name=escape(str(WORKS_SAID[work])),
            share=min(100, 100 * hours / normal),
            hours=escape(str(HOURS.format(hours=hours))),
        )
        for work in WORKS
        if (hours := plan.week.hours.get(work, 0.0))
    )
    return f'<p class="planner-count">{escape(str(said))}</p>{bars}'
