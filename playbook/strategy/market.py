"""Market figures, each with its year and who says so: a number without a year is not a number."""

from __future__ import annotations

from typing import NamedTuple

from playbook.language import Text


class Figure(NamedTuple):
    """A figure: what it is of, what was said, of which year (None: not told), and by whom."""

    what: Text
    said: Text
    year: int | None
    source: Text


FIGURES = (
    Figure(
        Text("开了微博的企业", "companies with an account"),
        Text("1251 份问卷里，77% 以上", "over 77% of 1,251 asked"), 2011,
        Text("来源文章第 3 篇，引美通社", "source article 3, from PR Newswire"),
    ),
    Figure(
        Text("用手机上网的用户", "users on phones"), Text("大约 40%", "about 40%"), None,
        Text("来源文章第 1 篇", "source article 1"),
    ),
    Figure(
        Text("冲着折扣关注的", "who follow for discounts"), Text("三四成", "30% to 40%"), None,
        Text("来源文章第 2 篇", "source article 2"),
    ),
    Figure(
        Text("微博用户", "users of Weibo"), Text("超过 3 亿", "over 300 million"), None,
        Text("来源文章第 4 篇", "source article 4"),
    ),
    Figure(
        Text("微博月活跃用户", "monthly active users of Weibo"),
        Text("据报道，5.88 亿", "588 million, as reported"), 2025,
        Text("转载的二季度财报消息，没有核对原件", "a reprint of the second quarter’s report; original not checked"),
    ),
)  # fmt: skip
