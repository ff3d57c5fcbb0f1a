"""The two weeks as a table, and what became of a file’s rows. What a learner or a file says is escaped."""

from __future__ import annotations

from html import escape

from playbook.content import words
from playbook.content.calendar.back import IN_GBK, OUTCOMES, Brought, Told
from playbook.content.calendar.cells import HEADS, Names
from playbook.content.calendar.weeks import Calendar, Entry, Waiting
from playbook.content.draft import STATUSES, Draft
from playbook.language import Text
from playbook.shown import cut
from playbook.week import DAYS, clock

FIRST_WORDS = 60  # characters of a text in the table
STYLE = """<style>
.content-calendar { border-collapse: collapse; width: 100%; max-width: 46em; line-height: 1.45; }
.content-calendar th, .content-calendar td { text-align: left; vertical-align: top; padding: .2em .7em .2em 0; }
.content-calendar tr.day th { padding-top: .8em; border-bottom: 1px solid var(--jp-border-color1, #ccc); }
.content-calendar td { overflow-wrap: anywhere; }
.content-calendar td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
.content-calendar td:last-child { min-width: 4.5em; }
.content-report th, .content-report td:nth-child(-n + 3) { white-space: nowrap; }
</style>"""


def calendar_html(calendar: Calendar, names: Names, account: str | None = None) -> str:
    """Return two weeks as a table with a row an entry, and the drafts that wait; of one account, if it is given."""
    shown = [each for each in calendar.entries if account in {None, each.account}]
    waiting = [each for each in calendar.waiting if account in {None, each.draft.account}]
    empty = sum(each.draft is None for each in shown)
    said = words.TWO_WEEKS.format(first=f"{calendar.first:%Y-%m-%d}", slots=len(shown), empty=empty)
    head = _bold(said if shown else words.NO_WEEK if waiting else words.NO_QUEUE)
    weeks = _table(_head((words.WHEN, words.WHAT, words.STATE)) + _days(calendar, shown, names)) if shown else ""
    if not waiting:
        return STYLE + head + weeks
    apart = _bold(words.WAITING.format(count=len(waiting)))
    return STYLE + head + weeks + apart + _table("".join(map(_waiting_row, waiting)))


def report_html(name: str, brought: Brought) -> str:
    """Return what became of a file’s rows as a table; rows that changed nothing are counted."""
    told = [each for each in brought.told if each.outcome != "kept" or each.why == IN_GBK]
    heads = (words.LINE, HEADS["id"], words.FIELD, words.READ, words.WHY)
    said = escape(str(words.BROUGHT.format(name=name, said=brought.said) + words.BACK))
    table = _table(_head(heads) + "".join(map(_told_row, told)), "content-report") if told else ""
    kept = escape(str(words.ROW_KEPT.format(count=len(brought.told) - len(told))))
    return f'{STYLE}<p role="status">{said}</p>{table}<p class="planner-source">{kept}</p>'


def _days(calendar: Calendar, shown: list[Entry], names: Names) -> str:
    parts = []
    for day in calendar.days:
        own = [each for each in shown if each.at.date() == day]
        said = f"{DAYS[day.weekday()]} {day:%m-%d}" + ("" if own else f" · {words.NO_POSTS}")
        parts.append(f'<tr class="day"><th colspan="3" scope="rowgroup">{escape(said)}</th></tr>')
        parts += [_row(each, names) for each in own]
    return "".join(parts)


def _row(entry: Entry, names: Names) -> str:
    draft = entry.draft
    account = f"@{names.accounts.get(entry.account, entry.account)}"
    if draft is None:
        return _cells(entry, _quiet(account), escape(str(words.EMPTY_SLOT)))
    column = names.columns.get(draft.column, draft.column) or words.NO_COLUMN
    owner = names.people.get(draft.owner, draft.owner)
    state = escape(str(STATUSES[draft.status])) + (f"<br>{_quiet(owner)}" if owner else "")
    return _cells(entry, f"{_quiet(f'{account} · {column}')}<br>{_first_words(draft)}", state)


def _cells(entry: Entry, what: str, state: str) -> str:
    at = escape(str(clock(entry.at.hour, entry.at.minute)))
    return f"<tr><td>{at}</td><td>{what}</td><td>{state}</td></tr>"


def _waiting_row(waiting: Waiting) -> str:
    draft = waiting.draft
    said = f"{_first_words(draft)}<br>{_quiet(str(waiting.why))}"
    return f"<tr><td>{escape(draft.id)}</td><td>{said}</td></tr>"


def _told_row(told: Told) -> str:
    field = str(HEADS[told.field]) if told.field else ""
    cells = (str(told.line), told.draft, field, cut(told.read), f"{OUTCOMES[told.outcome]} · {told.why}")
    return "<tr>" + "".join(f"<td>{escape(each)}</td>" for each in cells) + "</tr>"


def _first_words(draft: Draft) -> str:
    return escape(cut(draft.text.strip(), FIRST_WORDS) or str(words.NO_WORDS))


def _head(heads: tuple[Text, ...]) -> str:
    return "<tr>" + "".join(f"<th>{escape(str(each))}</th>" for each in heads) + "</tr>"


def _table(rows: str, kind: str = "") -> str:
    return f'<table class="content-calendar {kind}">{rows}</table>'


def _bold(said: Text) -> str:
    return f"<p><b>{escape(str(said))}</b></p>"


def _quiet(said: str) -> str:
    return f'<span class="planner-source">{escape(said)}</span>'
