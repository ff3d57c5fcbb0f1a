"""Which company a learner's exercises are asked of: the sample, or, with a course code, a variant of it.

A course code such as `6-k7m2qx` says how many variants there are and which. A learner's variant follows from
the code and the learner's id alone, so that a page and the instructor's grading agree without asking each other.
It keeps neighbours from sharing numbers, and nothing secret: who has the course and the code can compute it all.
"""

from __future__ import annotations

import os
import re
import secrets
import tomllib
from functools import lru_cache
from hashlib import sha256
from importlib import resources

from classroom.exercise import SAMPLE, Spec
from classroom.gradebook import same_spelling
from playbook.facts import VARIANT, Facts, variant_facts
from playbook.language import Text

SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is read as another: no i, l, o, 0, 1
MOST = 20  # variants: each costs the grader some seconds
_CODE = rf"([1-9]\d?)-[{SIGNS}]{{6}}"
CODE = re.compile(_CODE)
NAME = re.compile(rf"(?P<code>{_CODE})/(?P<seed>[1-9]\d*)")
NO_CODE = Text(
    "读到课程代码 {read}；应像 6-k7m2qx：变体数（1 到 {most}）、一横、六个小写字母或数字。请照老师给的再填一次。",
    "The course code reads {read}; wanted: one such as 6-k7m2qx, the number of variants (1 to {most}), a hyphen and "
    "six small letters or digits. Enter it again as your instructor gave it.",
)
NO_VARIANT = Text(
    "没有叫 {read} 的变体：变体由课程代码和学号得出。", "There is no variant {read}: a course code and an id give one."
)


class VariantError(ValueError):
    """A code or a variant that cannot be; `args[0]` is a Text."""

    def __str__(self) -> str:
        return str(self.args[0])


def new_code(variants: int) -> str:
    """Return a fresh course code for this many variants, 1 to MOST."""
    return read_code(f"{variants}-{''.join(secrets.choice(SIGNS) for _ in range(6))}")


def read_code(typed: str) -> str:
    """Return a course code as it is meant, however it was typed. Raises VariantError."""
    code = same_spelling(typed)
    found = CODE.fullmatch(code)
    if not found or int(found[1]) > MOST:
        raise VariantError(NO_CODE.format(read=repr(typed[:40]), most=MOST))
    return code


def variant_of(code: str, learner: str, spec: Spec) -> str:
    """Return the name of a learner's variant of an exercise, `6-k7m2qx/207`. Raises VariantError.

    It is the sample's without a code, and where the spec says that it does not vary. The name ends in the seed: should
    another version of the course deal other seeds, answers made for the former are told apart from those wanted.
    """
    if not code or not spec.varies:
        return SAMPLE
    read, who = read_code(code), same_spelling(learner)
    return f"{read}/{min(_dealt(read), key=lambda seed: _number(f'{read}/{who}/{seed}'))}"


def seed_of(variant: str) -> int | None:
    """Return the seed of a variant by its name, None for the sample. Raises VariantError for any other name."""
    if variant == SAMPLE:
        return None
    found = NAME.fullmatch(variant)
    if not found or int(found[2]) > MOST or int(found["seed"]) not in _dealt(found["code"]):
        raise VariantError(NO_VARIANT.format(read=repr(variant[:40])))
    return int(found["seed"])


@lru_cache(maxsize=64)  # a grader asks for each answer file
def _dealt(code: str) -> list[int]:
    """Return the seeds that a code deals out, as many as it says: each code others."""
    many = int(code.partition("-")[0])
    return sorted(seeds(), key=lambda seed: _number(f"{code}/{seed}"))[:many]


def seeds() -> list[int]:
    """Return the seeds of all variants there are: in each, every exercise that varies holds."""
    told = resources.files(__package__).joinpath("variants.toml").read_text("utf-8")
    known: list[int] = tomllib.loads(told)["seeds"]
    return known


def data_for(variant: str) -> Facts:
    """Return what a variant's questions are asked of, made once for each. Raises VariantError."""
    return variant_facts(seed_of(variant))


def show_variant(variant: str) -> None:
    """Let the charts of this page show a variant, or the sample. Raises VariantError."""
    seed = seed_of(variant)
    if seed is None:
        os.environ.pop(VARIANT, None)
    else:
        os.environ[VARIANT] = str(seed)


def _number(words: str) -> int:
    return int.from_bytes(sha256(words.encode()).digest()[:8])
