"""What `playbook build` does: it refuses what cannot be, makes the four files, and says what they hold."""

from __future__ import annotations

import argparse
from pathlib import Path

from playbook.coherence import coherence
from playbook.commandline import BOTH, DONE, WITH_FINDINGS, CannotDo, say
from playbook.handbook.build import FILES, Built, build, build_sample
from playbook.handbook.held import PLANS
from playbook.language import LANGUAGES, Text, language
from playbook.posts import PostsError

NO_FOLDER = Text(
    "没有 {work} 这个文件夹。写计划所在的那个文件夹，例如 work 或 work/own；什么都没有写。",
    "There is no folder {work}. Name the one that has the plans, such as work or work/own. Nothing was written.",
)
TOO_DEEP = Text(
    "{work} 里面就是计划。请写它上面的那个文件夹：{parent}；什么都没有写。",
    "{work} holds the plans themselves. Name the folder above it: {parent}. Nothing was written.",
)
IS_FILE = Text(
    "{out} 是一个文件。-o 后面写一个文件夹，没有会新建；什么都没有写。",
    "{out} is a file. With -o, name a folder; it is made if it is not there. Nothing was written.",
)
SAID = Text(
    "手册编好了：一共 {count} 章，动过笔的 {written} 章；还没有解决的，计划里 {open} 个，计划之间 {between} 个。",
    "The handbook is made. Chapters begun: {written} of {count}. Issues still open within plans: {open}; "
    "contradictions between plans: {between}.",
)
ASIDE = Text(
    "上次编好以后有人改过一个文件，改过的那份保留为 {name}。表格里的改动，可以用 playbook read-back 读回计划。",
    "A file was edited since the last build and is kept as {name}. What was changed in a workbook can be read into the "
    "plans with playbook read-back.",
)


def run(given: argparse.Namespace) -> int:
    """Build, and return the exit status: 0, or 1 where a plan could not be read. Raises CannotDo."""
    _refuse(given.work, given.out)
    languages = LANGUAGES if getattr(given, "language", None) == BOTH else (language(),)
    try:
        if given.sample:
            built = build_sample(given.out, languages, given.first)
        else:
            built = build(given.work, given.out, languages, given.first)
    except PostsError as error:
        raise CannotDo(error.args[0]) from error
    return _sum_up(built, given.out)


def _refuse(work: Path | None, out: Path) -> None:
    """Raise CannotDo where the folders are not what they must be."""
    if work is not None and not work.is_dir():
        raise CannotDo(NO_FOLDER.format(work=work))
    if work is not None and not (work / "plans").is_dir() and any((work / f"{name}.json").is_file() for name in PLANS):
        raise CannotDo(TOO_DEEP.format(work=work, parent=work.resolve().parent))
    if out.exists() and not out.is_dir():
        raise CannotDo(IS_FILE.format(out=out))


def _sum_up(built: Built, out: Path) -> int:
    held = built.held
    for name in FILES:
        print(out / name)  # noqa: T201 - the result
    for path in built.aside:
        say(ASIDE.format(name=path.name))
    for error in held.unreadable.values():
        say(error)
    still_open = sum(map(len, held.findings.values()))
    between = len(coherence(held))
    say(SAID.format(count=len(PLANS), written=len(held.written), open=still_open, between=between))
    return WITH_FINDINGS if held.unreadable else DONE
