"""What the planner of campaigns says: its list, its buttons, the announcement with what is missing, and the outlook."""

from __future__ import annotations

from html import escape

from playbook.campaign.brief import Brief
from playbook.campaign.forms import FORMS
from playbook.campaign.particulars import PARTICULARS, announcement, missing, to_publish
from playbook.company import Company
from playbook.facts import Facts
from playbook.language import Text, join, language, same
from playbook.rules import rule
from playbook.shown import cut

LIST = "campaign-briefs"
STYLE = f"""<style>
.{LIST} {{ height: auto; max-height: 15em; overflow-y: auto; }}
.{LIST} label {{ display: flex; gap: .5em; height: auto; padding: 2px 0; line-height: 1.45; white-space: normal;
  overflow-wrap: anywhere; }}
.{LIST} label input {{ order: -1; flex: none; align-self: flex-start; float: none; height: auto;
  margin: .25em 0 0 1px; }}
.campaign-text {{ white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; padding: .5em .7em;
  border: 1px solid var(--jp-border-color2, #ccc); border-radius: 4px; margin: .3em 0; }}
</style>"""
FIRST_WORDS = 24  # characters of a name in the list
BUTTONS = {
    "add": Text("添一份活动方案", "Add a brief"),
    "copy": Text("照这份再写一份", "Copy this one"),
    "remove": Text("删掉", "Remove"),
    "undo": Text("撤销", "Undo"),
    "redo": Text("重做", "Redo"),
}
TAKE_HANDED = Text("拿交来的那份来改", "Load the brief we were handed")
BRIEFS = Text("活动方案（{count} 份）", "Briefs ({count})")
EMPTY = Text("还没有活动方案。先添一份。", "There is no brief yet. Add one first.")
SO_FAR = Text("到目前没有问题，还差 {missing} 份。", "No issues so far; briefs still to write: {missing}.")
FULL = Text("最多 {most} 份。", "{most} briefs at most.")
UNNAMED = Text("还没有名称", "no name yet")
NO_FORM = Text("形式未定", "form not decided")
FOUND = Text("有 {count} 处问题", "issues: {count}")
CLEAR = Text("没有问题", "no issues")
GOES_OUT = Text("要发布的文字（照表写的）", "What goes out (made from the form; in Chinese, as on Weibo)")
OWN_TEXT = Text("要发布的文字（自己写的）", "What goes out (your own text)")
ENGLISH = Text("英文大意", "In English")
NOTHING_YET = Text("填了表，公告就写在这里。", "As you fill in the form, the announcement is written here.")
LACKS = Text("开始以前必须公布的 {all} 项，还缺 {count} 项：{which}。",
             "Of {all} particulars to publish before it begins, these are missing ({count}): {which}.")  # fmt: skip
WHOLE = Text("✓ 必须公布的 {all} 项都有了。", "✓ All {all} particulars are there.")
NO_PRIZE = Text("没有奖，不必公布有奖活动的 {all} 项。",
                "There is nothing to win, so the {all} particulars need not be published.")  # fmt: skip
EXPECT = Text("可以指望多少", "What to expect")


def entry(brief: Brief, facts: Facts, issues: int) -> Text:
    """Return a brief as the list shows it, on one line: its name, account, form, and how much is found in it."""
    name = cut(brief.name.strip(), FIRST_WORDS)
    parts = [
        same(name) if name else UNNAMED,
        *([same(f"@{facts.company.account(brief.account).name}")] if brief.account else []),
        FORMS[brief.form].name if brief.form else NO_FORM,
        FOUND.format(count=issues) if issues else CLEAR,
    ]
    return join(parts, " · ", " · ")


def announced_html(brief: Brief, company: Company) -> str:
    """Return the text that goes out, escaped, and which of the particulars it lacks, read aloud as it changes."""
    text, own = to_publish(brief, company), bool(brief.text.strip())
    shown = f'<div class="campaign-text" lang="zh">{escape(text.zh)}</div>' if text.zh else _line(NOTHING_YET)
    if language() == "en" and not own and text.zh:
        gloss = escape(announcement(brief, company).en)
        shown += f"<details><summary>{escape(str(ENGLISH))}</summary>"
        shown += f'<div class="campaign-text" lang="en">{gloss}</div></details>'
    head = f"<b>{escape(str(OWN_TEXT if own else GOES_OUT))}</b>"
    return f'{head}{shown}<div role="status">{_lacks(brief, company)}</div>'


def outlook_html(expected: Text) -> str:
    """Return what a brief may expect, in words."""
    return f"<b>{escape(str(EXPECT))}</b>{_line(expected)}"


def _lacks(brief: Brief, company: Company) -> str:
    count = len(PARTICULARS)
    if not brief.gives:
        return _line(NO_PRIZE.format(all=count))
    lacks = missing(brief, company)
    if not lacks:
        return f'<p class="planner-clear">{escape(str(WHOLE.format(all=count)))}</p>'
    which = join([each.name for each in lacks])
    source = rule(f"campaign.publish-{lacks[0].id}").source.name
    said = escape(str(LACKS.format(all=count, count=len(lacks), which=which)))
    return f'<p class="planner-notice">{said}</p><p class="planner-source">{escape(str(source))}</p>'


def _line(text: Text) -> str:
    return f'<p class="planner-mend">{escape(str(text))}</p>'
