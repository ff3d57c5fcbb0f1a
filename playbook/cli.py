"""The command `playbook`: read exports, build the handbook, show the rules, make the sample company's data."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from playbook.commandline import DONE, WITH_FINDINGS, command, parser, run, say
from playbook.conflicts import conflicts
from playbook.exports.command import add_reading
from playbook.handbook.command import add_building
from playbook.handbook.readback_command import add_reading_back
from playbook.language import Text
from playbook.places import write_safely
from playbook.rules import SYSTEMS, coverage, named
from playbook.sample import SEED, files

COVERED = Text(
    "{checked} 条规则逐条运行了正例和反例，{shown} 条只在课里演示；{failed} 条没有通过。",
    "Rules checked by running both examples: {checked}; shown in a lesson only: {shown}; failed: {failed}.",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    return run(_parser, arguments)


def _parser() -> argparse.ArgumentParser:
    made = parser(
        "playbook",
        Text(
            "企业微博运营手册：导入、手册、规则、示例数据",
            "The playbook of company Weibo accounts: exports, handbook, rules, sample data",
        ),
    )
    commands = made.add_subparsers(required=True, metavar="COMMAND")
    add_reading(commands)
    add_building(commands)
    add_reading_back(commands)
    ruling = command(
        commands,
        "rules",
        Text("列出规则、出处，以及在哪里检查或演示", "list rules, sources, and where each is checked or shown"),
        _rules,
    )
    ruling.add_argument("system", nargs="?", choices=SYSTEMS)
    ruling.add_argument(
        "--coverage", action="store_true", help=str(Text("逐条运行正例和反例", "run every example, good and bad"))
    )
    sampling = command(commands, "sample", Text("生成示例公司的数据", "make the sample company's data"), _sample)
    sampling.add_argument("--seed", type=int, default=SEED)
    sampling.add_argument("-o", "--out", type=Path, required=True)
    return made


def _rules(given: argparse.Namespace) -> int:
    systems, failed = [given.system] if given.system else SYSTEMS, 0
    covered = [pair for system in systems for pair in coverage(system)]
    for each, wrong in covered:
        print(f"{each.id}\t{named(each.id)}\t{each.checked_by or ''}\t{each.shown_in or ''}")  # noqa: T201 - the result
        if given.coverage and wrong:
            failed += 1
            say(f"{each.id}: {wrong}")
    for conflict in conflicts().values():
        if conflict.system in systems:
            held = " / ".join(str(position.named) for position in conflict.positions.values())
            print(f"{conflict.id}\t{conflict.question} {held}\t{conflict.decided}\t{conflict.shown_in}")  # noqa: T201
    if given.coverage:
        checked = sum(each.checked_by is not None for each, _ in covered)
        say(COVERED.format(checked=checked, shown=len(covered) - checked, failed=failed))
    return WITH_FINDINGS if failed else DONE


def _sample(given: argparse.Namespace) -> int:
    for name, text in files(given.seed).items():
        write_safely(given.out / name, text)
        say(given.out / name)
    return DONE
