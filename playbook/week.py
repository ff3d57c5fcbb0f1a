"""How the week is said: the names of days and hours, in both languages."""

from __future__ import annotations

from collections.abc import Iterable

from playbook.language import Text, join

DAYS = (
    Text("周一", "Mon"),
    Text("周二", "Tue"),
    Text("周三", "Wed"),
    Text("周四", "Thu"),
    Text("周五", "Fri"),
    Text("周六", "Sat"),
    Text("周日", "Sun"),
)
SHOWN = 5  # places named in a sentence before "and more"


def clock(hour: int, minute: int = 0) -> Text:
    """Return a time of day: `15 点` or `15:30` in Chinese, `15:00` in English."""
    return Text(f"{hour} 点" if minute == 0 else f"{hour}:{minute:02}", f"{hour}:{minute:02}")


def moment(day: int, hour: int, minute: int = 0) -> Text:
    """Return a time of the week; `day` is 1 (Monday) to 7."""
    return DAYS[day - 1] + Text(" ", " ") + clock(hour, minute)


def listed(texts: Iterable[Text], shown: int = SHOWN, measure: str = "处") -> Text:
    """Return the first few texts, and how many there are in all when there are more; Chinese counts by its measure."""
    every = list(texts)
    if len(every) <= shown + 1:  # "and 1 more" would be as long as the one
        return join(every)
    return join(every[:shown]) + Text(" 等 {count} {measure}", " and {rest} more").format(
        count=len(every), rest=len(every) - shown, measure=measure
    )


def listed_days(days: list[int]) -> Text:
    """Return weekdays (1 = Monday … 7, ascending): three or more in a row as a span."""
    first, last = days[0], days[-1]
    if len(days) > 2 and last - first == len(days) - 1:  # noqa: PLR2004 - two days are named
        return DAYS[first - 1] + Text("到", " to ") + DAYS[last - 1]
    return join([DAYS[day - 1] for day in days])
