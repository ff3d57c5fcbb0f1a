"""The report on a drill as HTML; what the learner wrote is escaped."""

from __future__ import annotations

from html import escape

from playbook.crisis import drill_words as words
from playbook.crisis.drill.report import MOMENTS, Report
from playbook.crisis.drill.scenarios import scenarios
from playbook.language import Text
from playbook.planners import STYLE, findings_html

TABLES = """<style>
.drill-report td, .drill-report th { padding: .1em .9em .1em 0; vertical-align: top; }
.drill-who { white-space: nowrap; }
</style>"""


def report_html(of: Report, *, planned: bool) -> str:
    """Return the report; `planned` tells whether there was a plan to hold it against."""
    parts = [
        STYLE + TABLES,
        f"<h4>{_said(words.REPORT)}</h4>",
        _line(words.SCORED.format(**of.parts, rival=of.rival)),
        _line(words.MENTIONS.format(mentions=of.mentions, alone=of.alone)),
        _line(words.FROM_FIRST.format(minutes=scenarios()[of.log.scenario].before)),
        _head(words.TIMES),
        _moments(of),
        _head(words.TIMELINE),
        _timeline(of),
        _head(words.AGAINST),
        _against(of) if planned else _line(words.NO_PLAN),
        _head(words.WRONG),
        findings_html(of.findings, words.NO_FAULT),
        _head(words.ASK),
        "<ol>" + "".join(f"<li>{_said(each)}</li>" for each in of.questions) + "</ol>",
    ]
    return '<div class="drill-report">' + "".join(parts) + "</div>"


def _said(text: Text) -> str:
    return escape(str(text))


def _line(text: Text) -> str:
    return f"<p>{_said(text)}</p>"


def _head(text: Text) -> str:
    return f"<p><b>{_said(text)}</b></p>"


def _moments(of: Report) -> str:
    rows = "".join(
        f"<tr><th>{_said(MOMENTS[name])}</th>"
        f"<td>{_said(words.NEVER_WAS) if of.minutes[name] is None else of.minutes[name]}</td></tr>"
        for name in words.ORDER
    )
    return f'<table class="planner-reasons">{rows}</table>'


def _timeline(of: Report) -> str:
    rows = "".join(
        f'<tr><th>{row.minute}</th><td class="drill-who">{_said(words.OURS if row.ours else words.THEIRS)}</td>'
        f"<td>{_said(row.what)}{f'<br>{escape(row.said)}' if row.said else ''}</td></tr>"
        for row in of.rows
    )
    return f'<table class="planner-reasons">{rows}</table>'


def _against(of: Report) -> str:
    rows = "".join(f"<li>{_said((words.KEPT if each.kept else words.MISSED) + each.said)}</li>" for each in of.against)
    return f"<ul>{rows}</ul>"
