"""The monthly report on a page: an account and a month to choose, and a file of it for whoever reads it."""

from __future__ import annotations

import re
from datetime import date
from html import escape
from pathlib import Path

import ipywidgets as widgets

from playbook.controls import wide
from playbook.facts import Facts
from playbook.language import Text
from playbook.metrics.plan import MetricsPlan
from playbook.metrics.report import monthly, months
from playbook.metrics.report_html import body, page
from playbook.offers import offered
from playbook.own import plans_folder
from playbook.places import write_safely
from playbook.planners import Desk, Planner
from playbook.rules import Finding

ACCOUNT, MONTH = Text("账号", "Account"), Text("月份", "Month")
SAVE = Text("存成一个文件", "Save it as a file")
SAVED_AS = Text("已存到 {path}。用浏览器打开，可以打印。", "Saved to {path}. Open it in a browser; it prints.")
NOT_SAVED = Text("没有存成：{why}。", "It could not be saved: {why}.")
NO_MONTH = Text(
    "这份数据不满一个月，还写不成月报。", "These data hold no whole month yet, so there is no report to write."
)


class ReportView(Planner[MetricsPlan]):
    """One page drawn from the data and the plan as it stands; it follows every change of the plan."""

    def __init__(
        self, desk: Desk[MetricsPlan], known: Facts, account: str | None = None, month: date | None = None
    ) -> None:
        self._folder = plans_folder()
        every = months(known)
        accounts = [each.id for each in known.company.accounts]
        shown = account or known.main  # posts may be of an account that nobody put on the card
        self.account = widgets.Dropdown(
            options=[(each.name, each.id) for each in known.company.accounts],
            value=shown if shown in accounts else accounts[0], description=str(ACCOUNT), **wide("initial"),
        )  # fmt: skip
        self.month = widgets.Dropdown(
            options=[(f"{each:%Y-%m}", each) for each in every],
            value=month if month in every else next(iter(every), None), description=str(MONTH), **wide("initial"),
        )  # fmt: skip
        self.save = widgets.Button(description=str(SAVE), layout=widgets.Layout(width="auto"))
        self.said, self._page = widgets.HTML(), widgets.HTML()
        super().__init__(desk, known, "report")
        bar = widgets.HBox([self.account, self.month, self.save], layout=widgets.Layout(flex_flow="row wrap"))
        self.children = (bar, self.said, self._page)
        for control in (self.account, self.month):
            control.observe(lambda _: self._refresh(), "value")
        self.save.on_click(lambda _: self._save())

    @property
    def path(self) -> Path:
        """Return the file of the chosen account and month."""
        name = re.sub(r"[^\w.-]", "_", self.account.value)
        return self._folder / f"report.{name}.{self.month.value:%Y-%m}.html"

    def _save(self) -> None:
        try:
            told = monthly(self._desk.latest(), self.account.value, self.month.value, self.facts)
            write_safely(self.path, page(told, self.plan, self.facts))
            said, link = SAVED_AS.format(path=self.path), offered(self.path)
        except OSError as error:
            said, link = NOT_SAVED.format(why=error.strerror or error), ""
        self.said.value = f'<p role="status">{escape(str(said))}</p>{link}'

    def _show(self, findings: list[Finding]) -> None:  # noqa: ARG002 - a report has none of its own
        self.said.value = ""
        self.save.disabled = self.month.value is None
        if self.month.value is None:
            self._page.value = f'<p class="planner-notice">{escape(str(NO_MONTH))}</p>'
            return
        told = monthly(self.plan, self.account.value, self.month.value, self.facts)
        self._page.value = body(told, self.plan, self.facts)
