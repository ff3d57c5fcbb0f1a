"""A draft of a post: what it says, and what its writer has ticked beside it. `reading` finds what is wrong with it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from playbook.language import Text
from playbook.plans import Id, Part, Reason

LONGEST = 2000  # characters the platform takes since 2016; a text may be longer while it is being written
Body = Annotated[str, StringConstraints(max_length=4 * LONGEST)]
Line = Annotated[str, StringConstraints(max_length=200)]
Status = Literal["idea", "draft", "review", "approved", "published", "archived"]
Origin = Literal["own", "licensed", "unknown"]
Element = Literal["text", "image", "video", "audio", "link", "mention", "hashtag", "app", "emoji"]

STATUSES: dict[Status, Text] = {
    "idea": Text("点子", "idea"),
    "draft": Text("草稿", "draft"),
    "review": Text("待审", "under review"),
    "approved": Text("通过", "approved"),
    "published": Text("已发", "published"),
    "archived": Text("归档", "archived"),
}
ORIGINS: dict[Origin, Text] = {
    "own": Text("自己做的", "our own"),
    "licensed": Text("别人的，已获许可并署名", "somebody else’s, with permission and a name"),
    "unknown": Text("不清楚是谁的", "not known whose"),
}


class Draft(Part):
    """One post in the making. `column` is a column of the plan; `score` holds a person's marks by quality dimension.

    `source` names who made what is not our own; `event` is what the post hangs on, if it does; `notes` are the team's.
    """

    id: Id
    account: Id
    column: Line = ""
    text: Body = ""
    repost: bool = False
    has_image: bool = False
    has_video: bool = False
    made_with_ai: bool = False
    ai_declared: bool = False
    ad_marked: bool = False
    origin: Origin = "own"
    source: Line = ""
    event: Line = ""
    owner: Line = ""
    status: Status = "draft"
    score: dict[Id, Annotated[int, Field(ge=0, le=2)]] = Field(default_factory=dict, max_length=10)
    notes: Reason = ""
