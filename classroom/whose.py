"""Which company the pages show, said on every page that could show another, and one click to the other."""

from __future__ import annotations

import ipywidgets as widgets

from classroom.controls import line
from playbook.facts import company
from playbook.language import Text
from playbook.own import show_own, show_sample, shows_own

OWN = Text(
    "这里显示的是{name}，你们自家的数据和计划；正文和题目里的数字仍是示例公司的。",
    "You are looking at {name}: your own company’s data and plans. The numbers in the text and in the questions are "
    "still the sample company’s.",
)
SAMPLE = Text(
    "这里显示的是示例公司{name}（虚构）；你们自家的数据和计划都还在。",
    "You are looking at the sample company, {name} (invented). Your own data and plans are kept.",
)
TO_SAMPLE = Text("改看示例公司", "Show the sample company")
TO_OWN = Text("改看自家公司", "Show my own company")
CHANGED = Text("已改成{name}，请点“▶ 运行本页”。", "Changed to {name}: press “▶ Run page”.")


def company_switch() -> widgets.Widget:
    """Say which company pages show, and offer the other."""
    own = shows_own()
    told = widgets.HTML(line("hint", (OWN if own else SAMPLE).format(name=company().name)))
    button = widgets.Button(description=str(TO_SAMPLE if own else TO_OWN), layout=widgets.Layout(width="auto"))

    def pressed(_: widgets.Button) -> None:
        (show_sample if own else show_own)()
        button.disabled = True
        told.value = line("hint", CHANGED.format(name=company().name))

    button.on_click(pressed)
    return widgets.VBox([told, button])
