"""Tone: greetings, slights, slang, and goods hung on a misfortune. The machine points and asks; a person judges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from playbook.content.draft import Draft
from playbook.content.reading.lists import Found, places, words
from playbook.content.reading.say import finding
from playbook.content.reading.seen import Seen
from playbook.content.reading.selling import offers
from playbook.language import Text
from playbook.rules import Finding

ASK_WHO = Text(
    (
        "问一句：被说到的那群人里，有我们的客人吗？他们读了会怎样？拿不准就换成只调侃自己的写法，"
        "或者请另一位同事看过再发。"
    ),
    (
        "Ask: are any of our customers among the people meant, and how will they read it? If in "
        "doubt, joke about ourselves alone, or have a colleague read it first."
    ),
)

# A team or a class chose its name itself.
NAMED_SO = re.compile(r"[”」』’]?(?:战队|小队|队(?![员长伍友])|班(?![长里会次车门])|组合)")
SLANG = {
    "crude": (
        Text("粗俗或贬人的网络用语：{words}。", "Crude or derogatory net slang: {words}."),
        Text(
            "换成平常话：从公司嘴里说出来，伤的是读者，留下的是截图。",
            "Say it in plain words: from a company it hurts readers, and the screenshot stays.",
        ),
    ),
    "stale": (
        Text("早已过时的网络用语：{words}。", "Long stale net slang: {words}."),
        Text(
            "这是提醒：问两位读者，这个词现在还说吗？不说了，就换成平常话。",
            "A reminder: ask two readers whether it is still said; if not, say it in plain words.",
        ),
    ),
}


def greeting(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001 - readers are alike
    """Find a good morning that is gloomy or pressing, and a greeting at the wrong time of what it says."""
    lists = words("tone")
    morning, night = lists["morning"].found(seen), lists["night"].found(seen)
    low = lists["gloomy"].found(seen) if morning else []
    if low:
        yield finding(
            "morning-evening-tone",
            Text("早安帖的调子低沉或催人：{words}。", "A good-morning post in a gloomy or pressing tone: {words}."),
            Text(
                "问一句：谁愿意这样开始一天？换成一件眼前的、带点盼头的小事；感慨留到晚安帖。",
                (
                    "Ask who would like to begin a day so. Tell a small, hopeful thing instead; keep "
                    "reflections for the night."
                ),
            ),
            places(low),
        )
    wrong = _wrong_time(seen, morning, night)
    if wrong:
        yield finding(
            "morning-evening-tone",
            Text("问候和说的时候对不上：{words}。", "The greeting does not fit the time of what it tells: {words}."),
            Text("改问候，或者换个钟点发。", "Change the greeting, or send it at another hour."),
            places(wrong),
        )


def belittling(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Find words that insult, and a group with a slight said of it in one clause."""
    found = words("tone")["insult"].found(seen) or _slighted(seen)
    if found:
        yield finding(
            "think-before-posting",
            Text("像是在贬低、嘲笑某一群人：{words}。", "It seems to mock or belittle a group of people: {words}."),
            ASK_WHO,
            places(found),
        )


def slang(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Find net slang: what is crude or derogatory has to go, what is long stale is a reminder."""
    for block, (what, mend) in SLANG.items():
        found = [each for each in words("tone")[block].found(seen) if not NAMED_SO.match(seen.plain, each.end)]
        if found:
            yield finding("humour-and-net-slang", what, mend, places(found))


def hung_on_misfortune(draft: Draft, seen: Seen, names: tuple[str, ...]) -> Iterator[Finding]:  # noqa: ARG001
    """Find goods, a discount or the brand on a disaster, deaths, illness, politics or a private misfortune."""
    lists = words("tone")
    event = lists["grave"].found(seen)
    goods = offers(seen) or lists["grave_brand"].found(seen) if event else []
    if goods:
        yield finding(
            "hot-event-filter",
            Text(
                "把商品、优惠或品牌挂在了不该借势的事上：{words}。",
                "Goods, a discount or the brand are tied to an event that is to be left alone: {words}.",
            ),
            Text(
                "这样的事上不卖东西：要么只说帮得上忙的（退改、热水、电话），要么不发。",
                "Sell nothing on it: say only what helps (refunds, hot water, a telephone number), or say nothing.",
            ),
            places([*event[:2], *goods[:1]]),
        )


def _wrong_time(seen: Seen, morning: list[Found], night: list[Found]) -> list[Found]:
    """Return greeting and sign of another time of day; a post that greets both ways is left alone."""
    lists = words("tone")
    if bool(morning) == bool(night):
        return []
    signs = lists["now_night" if morning else "now_morning"].found(seen)
    return [*(morning or night)[:1], *signs[:2]] if signs else []


def _slighted(seen: Seen) -> list[Found]:
    """Return a group and what is said of it in the same clause; riddles and detective stories are left alone."""
    lists = words("tone")
    if lists["puzzle"].pattern.search(seen.plain):
        return []
    groups = {seen.clause(each.start): each for each in reversed(lists["group"].found(seen))}
    slights = [(groups.get(seen.clause(each.start)), each) for each in lists["slight"].found(seen)]
    return [part for who, each in slights if who and who.end <= each.start for part in (who, each)]
