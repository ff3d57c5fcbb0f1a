"""A page drawn as a visitor sees it on a phone: our own sketch in HTML, every word of the learner's escaped."""

from __future__ import annotations

from html import escape

from playbook.company import Company
from playbook.image import words
from playbook.image.parts import Colour, Limits, Page, Slot
from playbook.language import COLON, Text, same
from playbook.microblog import length

SHADES: dict[Colour, str] = {  # white on each is read at 4.5 to 1
    "green": "#3f6b4f", "brown": "#7a4b2a", "red": "#a8382c", "blue": "#2d4f7c", "ink": "#3a3f44", "gold": "#7d6420",
}  # fmt: skip
MARKS = {"company": "✓", "person": "★"}


def preview(page: Page, company: Company, limits: Limits, *, fades: int = 0) -> str:
    """Return the sketch of a page as HTML; with `fades`, it is gone after so many seconds."""
    parts = [
        _cover(page),
        _head(page, company, limits),
        _tags(page),
        _pinned(page),
        _carousel(page),
        _ways(page, company),
    ]
    kind = "image-phone image-fades" if fades else "image-phone"
    shade, label = SHADES[page.colour], escape(str(words.SKETCH))
    style = f"--shade: {shade}; --fades: {fades}s"
    return (
        f'{STYLE}<div class="{kind}" role="group" aria-label="{label}" style="{style}">{"".join(parts)}</div>'
        f'<p class="planner-source">{label}</p>'
    )


def clipped(name: str, most: int) -> str:
    """Return the beginning of a nickname that the platform’s limit leaves room for; `…` where it was cut."""
    if length(name) <= most:
        return name
    return next(name[:end] for end in range(len(name) - 1, -1, -1) if length(name[:end]) <= most) + "…"


def _cover(page: Page) -> str:
    return f'<div class="image-cover">{_said(page.cover, words.NO_COVER)}</div>'


def _head(page: Page, company: Company, limits: Limits) -> str:
    name = page.nickname.strip()
    shown = clipped(name, limits.name_most)
    mark = MARKS.get(page.verified)
    said = escape(str(words.VERIFIED[page.verified]))
    badge = f'<span class="image-mark" title="{said}" aria-label="{said}">{mark}</span>' if mark else ""
    first = escape((name or company.account(page.account).name)[:1])
    tells = escape(str(words.AVATAR.format(says=page.avatar.strip()))) if page.avatar.strip() else ""
    line = f'<div class="image-line">{escape(page.verified_as)}</div>' if mark and page.verified_as.strip() else ""
    note = ""
    if shown != name:
        note = f'<p class="planner-notice">{escape(str(words.NAME_CUT.format(most=limits.name_most)))}</p>'
    buttons = "".join(f'<span class="image-button">{escape(str(each))}</span>' for each in (words.FOLLOW, words.WRITE))
    return (
        f'<div class="image-head"><div class="image-avatar" title="{tells}">{first}</div>'
        f'<div class="image-name">{_said(shown, words.NO_NAME)}{badge}</div></div>{note}'
        f'<div class="image-line">{tells}</div>{line}'
        f'<div class="image-bio">{_said(page.bio, words.NO_BIO)}</div>{buttons}'
    )


def _tags(page: Page) -> str:
    core = "".join(f'<span class="image-tag">{escape(each.word)}</span>' for each in page.tags if each.word.strip())
    turns = [
        f'<span class="image-tag image-slot">{escape(str(_slot(each)))}</span>' for each in page.slots if each.word
    ]
    return f"<div>{core}{''.join(turns)}</div>"


def _slot(slot: Slot) -> Text:
    if slot.until:
        return words.UNTIL.format(word=slot.word, day=slot.until)
    return words.FOLLOWS_TOPIC.format(word=slot.word)


def _pinned(page: Page) -> str:
    if not page.pinned.strip():
        return ""
    return f'<div class="image-post"><b>{escape(str(words.PINNED))}</b> {escape(page.pinned)}</div>'


def _carousel(page: Page) -> str:
    shown = "".join(
        f'<div class="image-picture">{escape(each.says)}</div>' for each in page.carousel if each.says.strip()
    )
    return f'<div class="image-strip">{shown}</div>' if shown else ""


def _ways(page: Page, company: Company) -> str:
    lines = [words.MODULES[each.name] + COLON + same(each.holds) for each in page.modules if each.holds.strip()]
    if page.entry.strip():
        lines.append(words.LABELS["entry"] + COLON + same(page.entry))
    if page.site.strip():
        lines.append(words.LABELS["site"] + COLON + same(page.site))
    if page.linked:
        named = " ".join(f"@{company.account(each).name}" for each in page.linked)
        lines.append(words.LABELS["linked"] + COLON + same(named))
    return "".join(f'<div class="image-line">{escape(str(each))}</div>' for each in lines)


def _said(text: str, absent: Text) -> str:
    return escape(text.strip()) if text.strip() else f'<i class="image-absent">{escape(str(absent))}</i>'


STYLE = """<style>
.image-phone { width: 100%; max-width: 340px; box-sizing: border-box; border: 1px solid #9a9a9a; border-radius: 14px;
  overflow: hidden; background: #fff; color: #222; padding: 0 12px 12px; line-height: 1.45;
  overflow-wrap: anywhere; }
.image-cover { margin: 0 -12px; padding: 26px 14px 34px; background: var(--shade); color: #fff; font-size: 1.15em; }
.image-cover .image-absent { color: #fff; }
.image-head { display: flex; align-items: flex-end; gap: 10px; margin-top: -24px; }
.image-avatar { flex: none; width: 56px; height: 56px; border-radius: 50%; border: 3px solid #fff;
  background: var(--shade);
  color: #fff; display: flex; align-items: center; justify-content: center; font-size: 1.5em; }
.image-name { font-weight: bold; font-size: 1.1em; min-width: 0; }
.image-mark { display: inline-block; margin-left: .3em; padding: 0 .3em; border-radius: .8em; background: #1d5fa8;
  color: #fff; font-size: .75em; }
.image-line { color: #555; font-size: .9em; }
.image-bio { margin: 6px 0; }
.image-absent { color: #6a6a6a; }
.image-button { display: inline-block; border: 1px solid #888; border-radius: 1em; padding: 0 .9em;
  margin: 0 .4em 6px 0; }
.image-tag { display: inline-block; background: #eee; border-radius: .3em; padding: 0 .5em; margin: 0 .3em .3em 0; }
.image-slot { background: #fff; border: 1px dashed #888; }
.image-post { border-top: 1px solid #ddd; padding: 6px 0; }
.image-strip { display: flex; flex-wrap: wrap; gap: 6px; margin-bottom: 6px; }
.image-picture { flex: 1 1 90px; background: #eee; border-left: 4px solid var(--shade); padding: 6px; font-size: .9em; }
.image-fades > * { animation: image-gone 0s linear var(--fades) forwards; }
.image-over { visibility: hidden; animation: image-comes 0s linear 5s forwards; }
@keyframes image-comes { to { visibility: visible; } }
@keyframes image-gone { to { visibility: hidden; } }
</style>"""
