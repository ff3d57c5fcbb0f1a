"""Wheels for machines without a network: those that the lock wants on a system, fetched into a folder and checked.

pip asks the machine it runs on which lines of a lock apply, also when it downloads for another one; so the lines are
chosen here, for the other machine, and pip gets them without their conditions.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename
from packaging.version import Version
from tqdm import tqdm

from playbook.language import Text, same
from playbook.places import course_home

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PATCHES = (0, 99)  # the lock tells some patch releases of one Python apart; the room may have either


@dataclass(frozen=True, slots=True)
class System:
    """A kind of machine: what the lock's conditions ask of it, and the platforms whose wheels it takes."""

    name: Text
    os_name: str
    sys_platform: str
    platforms: tuple[str, ...]


SYSTEMS = {
    "win": System(Text("Windows（64 位）", "Windows (64-bit)"), "nt", "win32", ("win_amd64",)),
    "mac": System(  # from macOS 12 on
        Text("Mac（苹果芯片）", "Mac (Apple silicon)"), "posix", "darwin", tuple(mac_platforms((12, 0), "arm64"))
    ),
    "linux": System(  # glibc 2.28 (2018) or newer
        Text("Linux（x86_64）", "Linux (x86_64)"),
        "posix",
        "linux",
        (*(f"manylinux_2_{minor}_x86_64" for minor in range(28, 4, -1)), "manylinux2014_x86_64", "linux_x86_64"),
    ),
}


@dataclass(frozen=True, slots=True)
class Target:
    """One system with one Python, such as 3.12."""

    system: System
    python: str

    def __str__(self) -> str:
        return str(self.system.name + Text("，", ", ") + same(f"Python {self.python}"))

    @property
    def abi(self) -> str:
        """Return what compiled wheels call this Python."""
        return "cp" + self.python.replace(".", "")

    def tags(self) -> set[Tag]:
        """Return the tags of every wheel that can be installed there."""
        major, minor = map(int, self.python.split("."))
        platforms = self.system.platforms
        return {
            *cpython_tags((major, minor), [self.abi], platforms),
            *compatible_tags((major, minor), self.abi, platforms),
        }

    def environment(self, patch: int) -> dict[str, str]:
        """Return what conditions in a lock ask for."""
        return {
            "os_name": self.system.os_name,
            "sys_platform": self.system.sys_platform,
            "python_version": self.python,
            "python_full_version": f"{self.python}.{patch}",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
        }


@dataclass(frozen=True, slots=True)
class Locked:
    """One package of the lock: its canonical name, its version, and the sha256 of each file that may be installed."""

    name: str
    version: Version
    hashes: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name}=={self.version}"


@dataclass(slots=True)
class Checked:
    """What a folder holds for a target: how many packages whole, which not at all, which in damaged files alone."""

    whole: int
    lacking: list[Locked]
    damaged: dict[Locked, list[str]]

    @property
    def needed(self) -> list[Locked]:
        """Return what must still be fetched."""
        return [*self.lacking, *self.damaged]


class PipError(Exception):
    """pip could not fetch the wheels; holds the last lines it wrote."""


def wanted(target: Target, patch: int) -> list[Locked]:
    """Return what the lock wants on a machine with this patch release of its Python."""
    return [
        Locked(canonicalize_name(asked.name), Version(next(iter(asked.specifier)).version), hashes)
        for asked, hashes in _lines()
        if asked.marker is None or asked.marker.evaluate(target.environment(patch))
    ]


def _lines() -> Iterator[tuple[Requirement, tuple[str, ...]]]:
    lock = (course_home() / "requirements.lock").read_text(encoding="utf-8")
    for line in lock.replace("\\\n", " ").splitlines():
        asked, *_ = re.split(r" --hash=|#", line, maxsplit=1)
        if asked.strip():
            yield Requirement(asked.strip()), tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", line))


def fetch(folder: Path, target: Target) -> None:
    """Download what the folder lacks for the target, or holds damaged. Raises PipError."""
    needed = set(check(folder, target).needed)
    for patch in PATCHES:  # apart, since pip takes one version of a package at a time
        rest = [each for each in wanted(target, patch) if each in needed]
        if rest:
            _download(folder, target, patch, rest)
        needed.difference_update(rest)


def _download(folder: Path, target: Target, patch: int, packages: Sequence[Locked]) -> None:
    platforms = [f"--platform={platform}" for platform in target.system.platforms]
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--require-hashes"]
    command += ["--implementation=cp", f"--python-version={target.python}.{patch}", f"--abi={target.abi}"]
    with TemporaryDirectory() as aside:
        lines = [f"{each} {' '.join(f'--hash=sha256:{value}' for value in each.hashes)}\n" for each in packages]
        asked = Path(aside) / "wheels.txt"
        asked.write_text("".join(lines), encoding="utf-8")
        _watch([*command, *platforms, "--progress-bar=off", "-r", str(asked), "-d", str(folder)], len(packages))


def _watch(command: Sequence[str], packages: int) -> None:
    """Run pip with a bar that moves at every package. Raises PipError."""
    said: list[str] = []
    with (
        subprocess.Popen(  # noqa: S603 - our own pip
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace"
        ) as pip,
        tqdm(total=packages, delay=2, unit="wheel") as bar,
    ):
        for line in pip.stdout or ():
            said.append(line)
            bar.update(line.startswith(("Collecting", "Processing")))  # from the network, from a folder
    if pip.returncode:
        errors = [line for line in said if line.startswith("ERROR")] or said
        raise PipError("".join(errors[-3:]).strip())


def check(folder: Path, target: Target) -> Checked:
    """Tell whether the folder holds, whole, a wheel for everything that the lock wants on the target."""
    here = _wheels(folder, target.tags())
    checked = Checked(0, [], {})
    for each in dict.fromkeys(each for patch in PATCHES for each in wanted(target, patch)):
        paths = here.get((each.name, each.version), [])
        if not paths:
            checked.lacking.append(each)
        elif any(_sha256(path) in each.hashes for path in paths):
            checked.whole += 1
        else:
            checked.damaged[each] = [path.name for path in paths]
    return checked


def _wheels(folder: Path, tags: set[Tag]) -> dict[tuple[str, Version], list[Path]]:
    """Return the wheels with one of the tags, by what they install."""
    found: dict[tuple[str, Version], list[Path]] = {}
    for path in sorted(folder.glob("*.whl")):
        try:
            name, version, _, fits = parse_wheel_filename(path.name)
        except InvalidWheelFilename:  # a stray, such as the ._ files that a Mac leaves on a stick
            continue
        if fits & tags:
            found.setdefault((name, version), []).append(path)
    return found


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
