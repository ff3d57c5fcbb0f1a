"""Which company the pages show, said on every page that could show another, and a button to the other."""

from __future__ import annotations

import ipywidgets as widgets

from classroom.controls import line
from playbook.facts import company
from playbook.language import Text
from playbook.own import show_own, show_sample, shows_own

OWN = Text(
    "图、表和计划表是你们自家的（{name}）。正文和题目讲的仍是示例公司，和这些图对不上；要跟着课文做，先换回示例公司。",
    "Charts, tables and planner are your own company’s ({name}). The text and the questions still speak of "
    "the sample company and do not fit these charts; to follow the text, go back to the sample first.",
)
SAMPLE = Text(
    "这里显示的是示例公司{name}（虚构）；你们自家的数据和计划都还在。",
    "You are looking at the sample company, {name} (invented). Your own data and plans are kept.",
)
TO_SAMPLE = Text("改看示例公司", "Show the sample company")
TO_OWN = Text("改看自家公司", "Show my own company")
CHANGED = Text(
    "下次运行本页，就换成{name}；现在看到的还是原来的。请点“▶ 运行本页”。",
    "From its next run this page shows {name}; what you see now is still the other. Press “▶ Run page”.",
)


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
