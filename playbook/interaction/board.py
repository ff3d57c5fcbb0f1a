"""What the replay of the inbox looks like beside the rules: held or missed by kind, waits, load, and the misses."""

from __future__ import annotations

import math
from html import escape
from typing import Any

import pandas as pd

from playbook.facts import Facts
from playbook.interaction import words
from playbook.interaction.kinds import MESSAGES, message_said
from playbook.interaction.plan import InteractionPlan
from playbook.interaction.replay import HANDING, OUTCOMES, TO_ANSWER, Replay, outside, replay
from playbook.language import Text, language, same
from playbook.shown import cut
from playbook.week import clock, listed

SHOWN, LONGEST, HOUR = 4, 36, 60
STYLE = """<style>
.replay { border-collapse: collapse; line-height: 1.4; font-variant-numeric: tabular-nums; }
.replay th, .replay td { padding: .1em .6em .1em 0; text-align: right; vertical-align: top; }
.replay th:first-child, .replay td:first-child { text-align: left; }
.replay-bars { display: flex; align-items: flex-end; gap: 1px; height: 46px; max-width: 320px; }
.replay-bars span { flex: 1; min-height: 1px; background: var(--jp-brand-color1, #0b5561); }
.replay-hours { display: flex; justify-content: space-between; max-width: 320px; font-size: .85em; }
</style>"""


def replayed_html(
    plan: InteractionPlan, facts: Facts, kinds: pd.Series | None = None, head: Text = words.REPLAYED
) -> str:
    """Return the replay of a plan as a table, the load and the longest waits; a sentence where there is none.

    `kinds` are read in place of what the desk noted, and `head` says so.
    """
    played = replay(plan, facts, kinds)
    if played is None:
        return _line(words.NO_INBOX)
    if not played.items["outcome"].isin(TO_ANSWER).any():
        return _line(words.NOTHING_TO_REPLAY)
    assumed = {kind: entry.minutes for kind, entry in MESSAGES.items()}
    parts = [
        _line(head), _table(played.by_kind), _outside(plan, facts), _load(played, facts), _misses(played, facts),
        _line(words.ASSUMED.format(**assumed), "planner-source"),
    ]  # fmt: skip
    return STYLE + "".join(parts)


def waited_said(minutes: float) -> Text:
    """Return a wait in minutes, or in hours from two on; that it never ended."""
    if math.isinf(minutes):
        return words.NOT_REACHED
    if minutes < 2 * HOUR:
        return words.MINUTES.format(value=minutes)
    return words.HOURS.format(value=minutes / HOUR)


def _line(text: Text, name: str = "planner-count") -> str:
    return f'<p class="{name}">{escape(str(text))}</p>'


def _table(by_kind: pd.DataFrame) -> str:
    head = "".join(f"<th>{escape(str(each))}</th>" for each in words.HEADS)
    rows = "".join(
        _row(str(kind), dict(zip(by_kind.columns, row, strict=True)))
        for kind, row in zip(by_kind.index, by_kind.to_numpy(dtype=float).tolist(), strict=True)
    )
    return f'<table class="replay"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(kind: str, row: dict[str, float]) -> str:
    name, came = escape(str(message_said(kind))), int(row["came"])
    if not any(row[each] for each in TO_ANSWER):
        said = words.LEFT_ALONE if row[OUTCOMES[3]] else words.UNDECIDED
        return f'<tr><td>{name}</td><td>{came}</td><td colspan="4">{escape(str(said))}</td></tr>'
    cells = [*(str(int(row[each])) for each in TO_ANSWER), str(waited_said(row["median"]))]
    return f"<tr><td>{name}</td><td>{came}</td>{''.join(f'<td>{escape(each)}</td>' for each in cells)}</tr>"


def _outside(plan: InteractionPlan, facts: Facts) -> str:
    """Return who answers without standing on the card, and what the replay takes for granted of them."""
    names = [same(f"“{cut(name, LONGEST)}”") for name in outside(plan, facts)]
    if not names:
        return ""
    return _line(words.OUTSIDE.format(names=listed(names, SHOWN, "个"), minutes=HANDING), "planner-source")


def _load(played: Replay, facts: Facts) -> str:
    """Return how much of the time on duty answering takes, by person, and the day's hours as bars."""
    names: dict[Any, str] = {each.id: each.name for each in facts.company.people}
    lines = [
        _line(words.LOAD.format(name=names[who], share=worked / on))
        for who, worked, on in zip(played.load.index, played.load.sum(axis=1), played.duty, strict=True)
        if on > 0
    ]
    hours = played.load.sum()
    if not hours.max() > 0:
        return "".join(lines)
    said = words.BUSIEST.format(hour=clock(int(hours.to_numpy().argmax())), minutes=hours.max())
    bars = "".join(f'<span style="height:{value / hours.max():.0%}"></span>' for value in hours)
    scale = "".join(f"<span>{hour}</span>" for hour in range(0, 25, 6))
    picture = f'<div class="replay-bars" role="img" aria-label="{escape(str(said))}">{bars}</div>'
    title = _line(words.BARS, "planner-source")
    return "".join(lines) + f'{title}{picture}<div class="replay-hours" aria-hidden="true">{scale}</div>{_line(said)}'


def _misses(played: Replay, facts: Facts) -> str:
    missed = played.misses.head(SHOWN)
    if missed.empty or facts.comments is None:
        return ""
    texts = facts.comments.set_index("id")["text_en" if language() == "en" else "text"]
    shown = zip(missed["id"], missed["at"], missed["kind"], missed["waited"], strict=True)
    items = "".join(f"<li>{escape(str(_miss(texts[name], *rest)))}</li>" for name, *rest in shown)
    return f'{_line(words.MISSED)}<ul class="planner-findings">{items}</ul>'


def _miss(text: str, at: pd.Timestamp, kind: str, waited: float) -> Text:
    said = words.NEVER if math.isinf(waited) else words.WAITED.format(time=waited_said(waited))
    return words.MISS.format(when=f"{at:%m-%d %H:%M}", kind=message_said(kind), waited=said, text=cut(text, LONGEST))
