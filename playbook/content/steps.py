"""The six steps of a draft: who moves it there, and what is done by then (our own division of the work)."""

from __future__ import annotations

from playbook.content.draft import Status
from playbook.language import Text

STEPS: dict[Status, tuple[Text, Text]] = {
    "idea": (
        Text("谁都可以", "anybody"),
        Text("一句话写下来，排在队列里", "one line, waiting in the queue"),
    ),
    "draft": (
        Text("写的人", "the writer"),
        Text("写好正文，配好图，勾好声明", "text, picture and declarations are there"),
    ),
    "review": (
        Text("写的人", "the writer"),
        Text("请没写过它的人看、打分", "somebody who did not write it reads and marks it"),
    ),
    "approved": (
        Text("看的人", "the reader"),
        Text("问题都改了，凭据存好了", "every issue mended, every proof kept"),
    ),
    "published": (
        Text("值班的人", "whoever is on duty"),
        Text("发出去，守着第一个小时", "sent, and watched for the first hour"),
    ),
    "archived": (
        Text("负责人", "the owner"),
        Text("一周后看回应，记一笔，收起来", "a week later: the response noted, the post put away"),
    ),
}
