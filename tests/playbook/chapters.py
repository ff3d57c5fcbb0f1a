"""What the tests of chapters share: what a chapter says, and a plan in which every text one can type is marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, TypeGuard, TypeVar, get_args, get_origin

from pydantic import BaseModel

from playbook.handbook.blocks import Block, Chapter, Grid, Listing, Para
from playbook.plans import Plan, read_plan

P = TypeVar("P", bound=Plan)
OURS = {"position", "seen", "system", "id"}  # what no learner types


def said(chapter: Chapter) -> str:
    """Return all that a chapter says in the reader's language, a line for each piece."""
    return "\n".join(map(str, (chapter.title, *_pieces(chapter.blocks))))


def grids(blocks: Iterable[Block]) -> list[Grid]:
    """Return all tables of some blocks, those of sections among them."""
    found: list[Grid] = []
    for block in blocks:
        if isinstance(block, Grid):
            found.append(block)
        elif not isinstance(block, Para | Listing):
            found += grids(block.blocks)
    return found


def shape(chapter: Chapter) -> list[list[str]]:
    """Return which marks stand in which piece of a chapter: alike in all languages if only our words differ."""
    return [re.findall("〔[0-9]+〕", str(piece)) for piece in (chapter.title, *_pieces(chapter.blocks))]


def _pieces(blocks: Iterable[Block]) -> Iterator[object]:
    for block in blocks:
        if isinstance(block, Para):
            yield block.says
        elif isinstance(block, Listing):
            yield from block.says
        elif isinstance(block, Grid):
            yield block.title
            yield from block.head
            yield from (cell for row in block.rows for cell in row)
        else:
            yield block.title
            yield from _pieces(block.blocks)


def marked(plan: P, skipped: Iterable[str] = ()) -> tuple[P, list[str]]:
    """Return a plan in which every text that can be typed is a mark of its own (`〔3〕{x}<b>`), and the marks.

    Fields of a name in `skipped` stay as they are.
    """
    marks: list[str] = []
    data = _marked(type(plan), plan.model_dump(mode="json"), marks, OURS | set(skipped))
    return read_plan(type(plan), data), marks


def _marked(model: type[BaseModel], data: dict[str, object], marks: list[str], kept: set[str]) -> dict[str, object]:
    fields = model.model_fields
    return {
        name: value if name in kept else _of(fields[name].annotation, value, marks, kept)
        for name, value in data.items()
    }


def _of(annotation: object, value: object, marks: list[str], kept: set[str]) -> object:
    """Mark a value by what it may be; what is chosen from a list, and what is no text, stays."""
    if isinstance(value, list):
        return [_of(get_args(annotation)[0], each, marks, kept) for each in value]
    if isinstance(value, dict) and get_origin(annotation) is dict:
        return {key: _of(get_args(annotation)[1], each, marks, kept) for key, each in value.items()}
    if isinstance(value, dict):
        model = next(each for each in (annotation, *get_args(annotation)) if _is_model(each))
        return _marked(model, value, marks, kept)
    if isinstance(value, str) and str in _plain(annotation):
        marks.append(f"〔{len(marks)}〕{{x}}%s<i>")
        return marks[-1]
    return value


def _is_model(kind: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _plain(annotation: object) -> list[object]:
    """Return the plain types that a value may have; a date, or a choice from a list, is none."""
    if get_origin(annotation) is Literal:
        return []
    inner = get_args(annotation)
    return [each for part in inner for each in _plain(part)] if inner else [annotation]


def enum_words(model: type[BaseModel]) -> set[str]:
    """Return every word that a choice of a model is saved as, those of its parts too."""
    found: set[str] = set()
    for field in model.model_fields.values():
        found |= _choices(field.annotation)
    return found


def _choices(annotation: object) -> set[str]:
    if get_origin(annotation) is Literal:
        return {each for each in get_args(annotation) if isinstance(each, str)}
    if _is_model(annotation):
        return enum_words(annotation)
    return {each for part in get_args(annotation) for each in _choices(part)}


def stand_as_words(text: str, words: Iterable[str]) -> set[str]:
    """Return those of some words that stand in a text as words of their own."""
    return {each for each in words if re.search(rf"(?<![A-Za-z0-9_-]){re.escape(each)}(?![A-Za-z0-9_-])", text)}
