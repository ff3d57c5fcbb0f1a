"""The planner of the voice card: who speaks, do and don't, and what changes when things are serious."""

from __future__ import annotations

from html import escape
from typing import Any

from playbook.fields import Kind, Several
from playbook.image import words
from playbook.image.parts import Change, Pair, Voice
from playbook.image.plan import ImagePlan
from playbook.image.sheet import Sheet
from playbook.language import COLON, Text, join, same
from playbook.part_form import Fields, Section
from playbook.planners import NOTHING_FOUND
from playbook.rules import Finding

VOICES = Several({each: said for each, said in words.PERSONAS.items() if each})
KINDS: dict[str, Kind] = {
    "voices": VOICES, "lead": words.PERSONAS, "voice": words.PERSONAS, "situation": words.SITUATIONS, "do": "text",
    "dont": "text", "stops": Several(words.HABITS),
}  # fmt: skip
SPEAKER = ("speaker", "sounds_like", "words", "lead", "says", "never", "voices")
CHANGES = ("voice", "stays", "speaker", "stops")
OTHER_SPEAKER = Text("换人说（不换就空着）", "somebody else (empty: the same)")


class VoicePlanner(Sheet):
    """The voice card."""

    OWN = ("voice",)
    VIEW = "voice"

    def _lay(self) -> dict[str, Section]:
        pairs = self._rows("pairs", Pair, _fields(("situation", "voice", "do", "dont")), words.ADDS["pairs"])
        changes = dict(_fields(CHANGES)) | {"speaker": (OTHER_SPEAKER, None)}
        made = {
            "speaker": [self._form("speaker", _fields(SPEAKER))],
            "pairs": [pairs],
            "complaint": [self._form("complaint", changes)],
            "crisis": [self._form("crisis", changes)],
        }
        return {name: Section(words.SECTIONS[name], each, opened=True) for name, each in made.items()}

    def _read(self, plan: ImagePlan, name: str) -> Any:  # noqa: ANN401 - a part or a list
        return plan.voice if name == "speaker" else getattr(plan.voice, name)

    def _put(self, plan: ImagePlan, name: str, value: Any) -> ImagePlan:  # noqa: ANN401 - a part or a list
        voice = value if name == "speaker" else plan.voice.model_copy(update={name: value})
        return plan.model_copy(update={"voice": voice})

    def _where(self, finding: Finding) -> str:
        part, _, field = (finding.at[0] if finding.at else "").partition("/")
        if part != "voice":
            return ""
        return field if field in {"pairs", "complaint", "crisis"} else "speaker"

    def _clear(self) -> Text:
        return words.EMPTY_VOICE if self.plan.voice == Voice() else NOTHING_FOUND

    def _draw(self) -> str:
        return card_html(self.plan.voice)


def card_html(voice: Voice) -> str:
    """Return the voice card as a writer pins it up, as HTML; all text is escaped."""
    lines = [(words.LABELS[each], same(getattr(voice, each))) for each in SPEAKER[:3]]
    if voice.lead:
        lines.append((words.LABELS["lead"], words.PERSONAS[voice.lead]))
    lines += [(words.LABELS[each], same(getattr(voice, each))) for each in ("says", "never")]
    for pair in voice.pairs:
        head = words.SITUATIONS[pair.situation]
        if pair.do.strip():
            lines.append((head + Text("，", ", ") + words.LABELS["do"], same(pair.do)))
        if pair.dont.strip():
            lines.append((head + Text("，", ", ") + words.LABELS["dont"], same(pair.dont)))
    for part in ("complaint", "crisis"):
        if said := _changed(getattr(voice, part)):
            lines.append((words.SECTIONS[part], said))
    rows = "".join(
        f"<tr><th>{escape(str(head))}</th><td>{escape(str(said))}</td></tr>" for head, said in lines if said.zh.strip()
    )
    return f'<b>{escape(str(words.SAYS_CARD))}</b><table class="planner-reasons">{rows}</table>' if rows else ""


def _changed(change: Change) -> Text | None:
    told = [words.PERSONAS[change.voice]] if change.voice else []
    if change.stops:
        told.append(words.LABELS["stops"] + COLON + join([words.HABITS[each] for each in change.stops]))
    if change.stays.strip():
        told.append(same(change.stays))
    return join(told, "；", "; ") if told else None


def _fields(names: tuple[str, ...]) -> Fields:
    return {each: (words.LABELS[each], KINDS.get(each)) for each in names}
