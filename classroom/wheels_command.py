"""The command `classroom wheels`: a folder from which machines without a network set the course up."""

from __future__ import annotations

import argparse
import importlib.util
import platform
import subprocess
import sys
from pathlib import Path

from classroom.wheels import PYTHONS, SYSTEMS, Checked, PipError, Target, check, fetch
from playbook.commandline import DONE, WITH_FINDINGS, CannotDo, command, say
from playbook.language import Text

ABOUT = Text(
    "装满一个文件夹，没有网络的电脑从它安装课程", "fill a folder from which machines without the internet set up"
)
PLATFORM = Text("房间里的电脑（可写多次；默认是这一台）", "the room’s machines (may be repeated; else this one)")
PYTHON = Text("它们的 Python（可写多次；默认和这里一样）", "their Python (may be repeated; else the one here)")
CHECK = Text("不下载，只检查这个文件夹齐不齐", "download nothing, only tell whether the folder is complete")
READY = Text("{target}：{n} 个软件包齐全，可以用。", "{target}: ready, {n} packages.")
LACKS = Text("{target}：缺 {n} 个：{names}", "{target}: lacking {n}: {names}")
DAMAGED = Text(
    "{target}：坏了 {n} 个，多半是没有拷完：{names}", "{target}: damaged {n}, most likely half copied: {names}"
)
MEND = Text(
    "请在有网络的电脑上再运行一次（不加 --check），只下载缺的和坏的；或者把这几个文件重新拷一遍。",
    "With the internet, run this again without --check: only what is lacking or damaged is downloaded. Or copy those "
    "files again.",
)
SIZE = Text("{folder} 共 {megabytes:.0f} MB。", "{folder} holds {megabytes:.0f} MB.")
FETCHING = Text("{target}：下载……", "{target}: downloading…")
NOT_FETCHED = Text(
    "{target}：没有下载完。请检查网络和磁盘，再运行一次，会接着下载。pip 最后说的是：\n{why}",
    "{target}: the download did not finish. Check the network and the disk and run this again; it carries on. "
    "The last that pip said:\n{why}",
)
NO_FOLDER = Text("{folder} 不是文件夹。请核对位置。", "{folder} is no folder. Check where it is.")
OTHER_MACHINE = Text(
    "这台电脑是 {read}，猜不出房间里的是哪一种。请写 --platform，可以是 {known}。",
    "This machine is {read}, which says nothing of the room’s. Give --platform: {known}.",
)
MACHINES = {("win32", "amd64"): "win", ("darwin", "arm64"): "mac", ("linux", "x86_64"): "linux"}


def add_wheels(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    filling = command(commands, "wheels", ABOUT, _wheels)
    filling.add_argument("folder", type=Path, metavar="FOLDER")
    filling.add_argument("--platform", action="append", choices=SYSTEMS, help=str(PLATFORM))
    filling.add_argument("--python", action="append", choices=PYTHONS, help=str(PYTHON))
    filling.add_argument("--check", action="store_true", help=str(CHECK))


def _wheels(given: argparse.Namespace) -> int:
    pythons = given.python or ["{}.{}".format(*sys.version_info)]
    targets = [Target(SYSTEMS[each], python) for each in given.platform or [_here()] for python in pythons]
    if given.check and not given.folder.is_dir():
        raise CannotDo(NO_FOLDER.format(folder=given.folder))
    if not given.check:
        given.folder.mkdir(parents=True, exist_ok=True)
        _fill(given.folder, targets)
    faults = [_tell(target, check(given.folder, target)) for target in targets]
    say(SIZE.format(folder=given.folder, megabytes=sum(each.stat().st_size for each in given.folder.iterdir()) / 1e6))
    if any(faults):
        say(MEND)
    return WITH_FINDINGS if any(faults) else DONE


def _here() -> str:
    machine = sys.platform, platform.machine().lower()
    if machine not in MACHINES:
        raise CannotDo(OTHER_MACHINE.format(read=" ".join(machine), known=", ".join(SYSTEMS)))
    return MACHINES[machine]


def _fill(folder: Path, targets: list[Target]) -> None:
    if importlib.util.find_spec("pip") is None:  # uv makes environments without it
        subprocess.run([sys.executable, "-m", "ensurepip"], check=True, capture_output=True)
    for target in targets:
        say(FETCHING.format(target=target))
        try:
            fetch(folder, target)
        except PipError as error:
            raise CannotDo(NOT_FETCHED.format(target=target, why=error)) from error


def _tell(target: Target, checked: Checked) -> bool:
    """Say what was found; tell whether anything is lacking or damaged."""
    if checked.lacking:
        say(LACKS.format(target=target, n=len(checked.lacking), names=", ".join(map(str, checked.lacking))))
    if checked.damaged:
        names = ", ".join(name for names in checked.damaged.values() for name in names)
        say(DAMAGED.format(target=target, n=len(checked.damaged), names=names))
    if not checked.needed:
        say(READY.format(target=target, n=checked.whole))
    return bool(checked.needed)
