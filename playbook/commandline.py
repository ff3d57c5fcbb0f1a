"""What the commands `playbook` and `classroom` share: the language, messages, and exit status.

0 done; 1 done, with findings or something left out; 2 could not be done; 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from playbook.language import LANGUAGES, Text
from playbook.rules import resolve

DONE, WITH_FINDINGS, COULD_NOT, INTERRUPTED = 0, 1, 2, 130
BOTH = "both"
LANGUAGE_HELP = Text("界面语言：zh 或 en", "language of messages: zh or en")
BOTH_HELP = Text("语言：zh、en，或者 both（先中文，后英文）", "language: zh, en, or both (Chinese first, then English)")


class CannotDo(Exception):  # noqa: N818 - it says what happened, not that it is an error
    """A command that could not be done; `args[0]` is a Text that says what to do next."""


def say(message: object) -> None:
    """Write a message for the person at the keyboard to standard error."""
    print(message, file=sys.stderr)  # noqa: T201 - a command speaks


def as_called(program: str) -> str:
    """Return how a command is begun at this keyboard: as it was typed, for it is on nobody's PATH."""
    typed = Path(sys.argv[0])
    return str(typed) if typed.stem == program else program


def run(build: Callable[[], argparse.ArgumentParser], arguments: Sequence[str] | None) -> int:
    """Parse and run a command. `--language` is looked at first, so that help speaks it too.

    The parser's sub-commands set `run`, a function of the parsed arguments that returns an exit status.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    _choose_language(given)
    _use_utf8()
    try:
        parsed = build().parse_args(given)
        return int(parsed.run(parsed))
    except KeyboardInterrupt:
        say(Text("已中断。", "Interrupted."))
        return INTERRUPTED
    except CannotDo as error:
        say(error.args[0])
        return COULD_NOT
    except OSError as error:
        where = error.filename or ""
        say(
            Text("做不成：{why} {where}", "Could not be done: {why} {where}").format(
                why=error.strerror or error, where=where
            )
        )
        return COULD_NOT


def parser(program: str, about: Text) -> argparse.ArgumentParser:
    """Return a parser that knows `--language`."""
    made = argparse.ArgumentParser(prog=program, description=str(about))
    _add_language(made)
    return made


def command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    about: Text,
    run_it: Callable[[argparse.Namespace], int],
    languages: Sequence[str] = LANGUAGES,
) -> argparse.ArgumentParser:
    """Add a sub-command and what runs it; `languages` is what its `--language` takes, BOTH perhaps among them."""
    made = commands.add_parser(name, help=str(about), description=str(about))
    made.set_defaults(run=run_it)
    _add_language(made, languages)
    return made


def later(name: str) -> Callable[[argparse.Namespace], int]:
    """Return what runs a `module:function` and imports it only then, so that other commands start soon."""
    return lambda given: int(resolve(name)(given))


def _add_language(to: argparse.ArgumentParser, languages: Sequence[str] = LANGUAGES) -> None:
    wanted = LANGUAGE_HELP if BOTH not in languages else BOTH_HELP
    to.add_argument("--language", choices=languages, default=argparse.SUPPRESS, help=str(wanted))


def _choose_language(given: list[str]) -> None:
    for place, word in enumerate(given):
        if word == "--language" and place + 1 < len(given) and given[place + 1] in LANGUAGES:
            os.environ["COURSE_LANGUAGE"] = given[place + 1]
        if word.startswith("--language=") and word.partition("=")[2] in LANGUAGES:
            os.environ["COURSE_LANGUAGE"] = word.partition("=")[2]


def _use_utf8() -> None:
    """Consoles of other encodings (Windows) must not break on a Chinese message."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
