"""What the eight source articles advise on timing, side by side, and the days that it asks for."""

from __future__ import annotations

from typing import Literal, NamedTuple

from playbook.language import Text

Axis = Literal["posts", "gap", "hours", "days"]
AXES: dict[Axis, Text] = {
    "posts": Text("一天几条", "posts a day"),
    "gap": Text("间隔", "gap"),
    "hours": Text("钟点", "hours"),
    "days": Text("日子", "days"),
}
# Articles 2 and 7 say nothing on timing. Our own words; what an article leaves out is left out here.
ARTICLES: dict[int, dict[Axis, Text]] = {
    1: {
        "gap": Text("不连发", "no bursts"),
        "hours": Text(
            "工作日 18—23 点；周末 13—14 点、17—20 点", "workdays 18:00–23:00; weekends 13:00–14:00, 17:00–20:00"
        ),
        "days": Text("周三、周四最好", "Wed and Thu are best"),
    },
    3: {"hours": Text("看自己的数据", "by your own data")},
    4: {"posts": Text("7 条以上", "7 or more"), "hours": Text("看自己的数据", "by your own data")},
    5: {
        "posts": Text("5—10 条", "5 to 10"),
        "gap": Text("至少 1 小时", "at least 1 hour"),
        "hours": Text("上班、午休、16 点后、20 点", "start of work, lunch, after 16:00, 20:00"),
        "days": Text("每天", "every day"),
    },
    6: {
        "posts": Text("4—6 条", "4 to 6"),
        "gap": Text("至少 2 小时", "at least 2 hours"),
        "hours": Text("不信公式，看自己的粉丝", "no formula: your own followers"),
        "days": Text("每天", "every day"),
    },
    8: {
        "posts": Text("2 条；周三、周四 4 条", "2; 4 on Wed and Thu"),
        "gap": Text("1—6 小时", "1 to 6 hours"),
        "hours": Text(
            "10、11、14、17 点；活动 9:00 至 9:59 或 19 点后",
            "10:00, 11:00, 14:00, 17:00; campaigns 9:00–9:59 or after 19:00",
        ),
        "days": Text("周一到周五", "Mon to Fri"),
    },
}


class Pace(NamedTuple):
    """So many posts on a day, so many hours apart."""

    name: Text
    posts: int
    gap_hours: int

    @property
    def span(self) -> int:
        """Return the hours from the first post to the last."""
        return (self.posts - 1) * self.gap_hours


PACES = (
    Pace(Text("第 6 篇，4 条", "article 6, 4 posts"), 4, 2),
    Pace(Text("第 6 篇，6 条", "article 6, 6 posts"), 6, 2),
    Pace(Text("第 5 篇，5 条", "article 5, 5 posts"), 5, 1),
    Pace(Text("第 5 篇，10 条", "article 5, 10 posts"), 10, 1),
    Pace(Text("第 4 篇的条数，第 5 篇的间隔", "article 4’s posts, article 5’s gap"), 7, 1),
    Pace(Text("第 4 篇的条数，第 6 篇的间隔", "article 4’s posts, article 6’s gap"), 7, 2),
)
WINDOWS = {
    Text("第 1 篇的晚间 {hours} 小时", "article 1’s evening: {hours} hours"): 5,
    Text("第 8 篇的 10:00 至 17:59 {hours} 小时", "article 8’s 10:00 to 17:59: {hours} hours"): 8,
}
