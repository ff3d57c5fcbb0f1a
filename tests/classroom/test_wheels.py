"""Wheels for machines without a network: what the lock wants there, what a folder lacks, what is told of it."""

from __future__ import annotations

import hashlib
import importlib.util
import platform
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from classroom import wheels
from classroom.cli import main
from classroom.wheels import SYSTEMS, Target, check, fetch, wanted

PURE, OURS = "aa-1.0-py3-none-any.whl", "bb_b-2.0-cp312-cp312-win_amd64.whl"
FILES = {
    PURE: b"a wheel for everybody",
    OURS: b"a wheel for Windows",
    "bb_b-2.0-cp312-cp312-macosx_11_0_arm64.whl": b"a wheel for the Mac",
    "bb_b-2.0-cp39-abi3-manylinux_2_17_x86_64.whl": b"a wheel for Linux",
    "win_only-3.0-py3-none-any.whl": b"for Windows alone",
    "patchy-1.0-py3-none-any.whl": b"for the first releases of 3.11",
    "patchy-2.0-py3-none-any.whl": b"for the later ones",
}
NEEDED = ("aa==1.0", "bb-b==2.0", "win-only==3.0")


def hashed(*files: str) -> str:
    """Return what a lock says of the files."""
    return " ".join(f"--hash=sha256:{hashlib.sha256(FILES[file]).hexdigest()}" for file in files)


LOCK = f"""\
# a comment
aa==1.0 {hashed(PURE)}
    # via bb
bb-b==2.0 \\
    {hashed(*(file for file in FILES if file.startswith("bb_b")))}
patchy==1.0 ; python_full_version < '3.11.5' {hashed("patchy-1.0-py3-none-any.whl")}
patchy==2.0 ; python_version == '3.11' and python_full_version >= '3.11.5' {hashed("patchy-2.0-py3-none-any.whl")}
win-only==3.0 ; os_name == 'nt' and sys_platform == 'win32' {hashed("win_only-3.0-py3-none-any.whl")}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with every wheel of a small course."""
    home, full = tmp_path / "课程", tmp_path / "U 盘" / "wheels"
    home.mkdir()
    full.mkdir(parents=True)
    (home / "requirements.lock").write_text(LOCK)
    for name, data in FILES.items():
        (full / name).write_bytes(data)
    monkeypatch.setattr(wheels, "course_home", lambda: home)
    monkeypatch.setenv("COURSE_LANGUAGE", "en")
    return full


def target(system: str, python: str = "3.12") -> Target:
    """Return a system with a Python."""
    return Target(SYSTEMS[system], python)


@pytest.mark.parametrize(
    ("system", "python", "names"),
    [
        ("win", "3.12", NEEDED),
        ("mac", "3.13", NEEDED[:2]),
        ("linux", "3.11", ("aa==1.0", "bb-b==2.0", "patchy==1.0")),
        ("win", "3.11", ("aa==1.0", "bb-b==2.0", "patchy==1.0", "win-only==3.0")),
    ],
)
def test_conditions_are_asked_of_the_other_machine_not_of_this_one(
    folder: Path, system: str, python: str, names: Sequence[str]
) -> None:
    assert tuple(map(str, wanted(target(system, python), 0))) == names


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", ["3.11", "3.14"])
def test_every_wheel_of_the_courses_own_lock_has_a_hash(system: str, python: str) -> None:
    packages = wanted(target(system, python), 99)
    assert len(packages) > 100
    assert all(each.hashes for each in packages)


@pytest.mark.parametrize(("system", "count"), [("win", 3), ("mac", 2), ("linux", 2)])
def test_a_full_folder_is_ready_for_each_system(
    folder: Path, capsys: pytest.CaptureFixture[str], system: str, count: int
) -> None:
    (folder / "._aa-1.0-py3-none-any.whl").touch()  # a Mac leaves such files on a stick
    assert main(["wheels", str(folder), "--check", "--platform", system, "--python", "3.12"]) == 0
    assert f"Python 3.12: ready, {count} packages." in capsys.readouterr().err


def test_a_room_with_either_release_of_a_python_finds_its_wheel(folder: Path) -> None:
    (folder / "patchy-2.0-py3-none-any.whl").unlink()
    assert list(map(str, check(folder, target("linux", "3.11")).lacking)) == ["patchy==2.0"]


@pytest.mark.parametrize(("system", "python"), [("win", "3.13"), ("linux", "3.12")])
def test_a_wheel_for_another_machine_does_not_count(folder: Path, system: str, python: str) -> None:
    (folder / "bb_b-2.0-cp39-abi3-manylinux_2_17_x86_64.whl").unlink()
    assert list(map(str, check(folder, target(system, python)).lacking)) == ["bb-b==2.0"]


def test_what_is_lacking_and_what_is_damaged_is_named_with_what_to_do(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / PURE).unlink()
    (folder / OURS).write_bytes(FILES[OURS][:5])
    assert main(["wheels", str(folder), "--check", "--platform", "win", "--python", "3.12"]) == 1
    told = capsys.readouterr().err
    assert "Windows (64-bit), Python 3.12: lacking 1: aa==1.0" in told
    assert f"damaged 1, most likely half copied: {OURS}" in told
    assert "without --check" in told
    assert "ready" not in told


def test_a_folder_that_is_not_there_is_told(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["wheels", str(tmp_path / "no"), "--check"]) == 2
    assert "is no folder" in capsys.readouterr().err


class Pip:
    """Stands for pip: keeps what it was asked and puts the wheels there, or fails."""

    def __init__(self, says: str = "") -> None:
        self.asked: list[str] = []
        self.commands: list[Sequence[str]] = []
        self.says = says

    def __call__(self, command: Sequence[str], packages: int) -> None:
        """Take the place of what runs pip."""
        self.commands.append(command)
        lines = Path(command[command.index("-r") + 1]).read_text().splitlines()
        assert len(lines) == packages
        assert not any(";" in line for line in lines)  # pip would ask the conditions of this machine
        self.asked += [line.split()[0] for line in lines]
        if self.says:
            raise wheels.PipError(self.says)
        for name, data in FILES.items():
            (Path(command[-1]) / name).write_bytes(data)


def test_only_what_is_lacking_or_damaged_is_downloaded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pip = Pip()
    monkeypatch.setattr(wheels, "_watch", pip)
    fetch(folder, target("win"))
    assert pip.asked == []
    (folder / PURE).unlink()
    (folder / OURS).write_bytes(b"half")
    fetch(folder, target("win"))
    assert pip.asked == ["aa==1.0", "bb-b==2.0"]
    assert {"--platform=win_amd64", "--abi=cp312", "--require-hashes"} <= set(pip.commands[0])
    assert not check(folder, target("win")).needed


def test_an_empty_folder_is_made_and_filled_for_every_machine_asked_for(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pip, fresh = Pip(), tmp_path / "new" / "wheels"
    monkeypatch.setattr(wheels, "_watch", pip)
    asked = ["--platform", "win", "--platform", "linux", "--python", "3.12", "--python", "3.11"]
    # The Windows wheel of bb is for 3.12 alone.
    assert main(["wheels", str(fresh), *asked]) == 1
    told = capsys.readouterr().err
    assert "Windows (64-bit), Python 3.12: ready, 3 packages." in told
    assert "Windows (64-bit), Python 3.11: lacking 1: bb-b==2.0" in told
    assert "Linux (x86_64), Python 3.11: ready, 4 packages." in told


def test_two_versions_of_one_package_are_asked_for_apart_each_for_its_release(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pip = Pip()
    monkeypatch.setattr(wheels, "_watch", pip)
    for path in folder.glob("patchy*"):
        path.unlink()
    fetch(folder, target("linux", "3.11"))
    assert pip.asked == ["patchy==1.0", "patchy==2.0"]
    assert ["--python-version=3.11.0" in pip.commands[0], "--python-version=3.11.99" in pip.commands[1]] == [True, True]


def test_a_download_that_breaks_off_says_so_with_pips_own_words(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / PURE).unlink()
    monkeypatch.setattr(wheels, "_watch", Pip("ERROR: no route"))
    assert main(["wheels", str(folder), "--platform", "win", "--python", "3.12"]) == 2
    told = capsys.readouterr().err
    assert "did not finish" in told
    assert "ERROR: no route" in told


def test_pips_last_errors_are_what_is_told(tmp_path: Path) -> None:
    script = "print('Collecting a'); print('ERROR: first'); print('hint'); print('ERROR: last'); raise SystemExit(1)"
    with pytest.raises(wheels.PipError, match="ERROR: first\nERROR: last"):
        wheels._watch([sys.executable, "-c", script], 2)


def test_an_unknown_machine_asks_for_the_platform(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    assert main(["wheels", str(folder), "--check"]) == 2
    assert "win, mac, linux" in capsys.readouterr().err


def test_an_environment_without_pip_is_given_one(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[Sequence[str]] = []
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(subprocess, "run", lambda command, **rest: ran.append(command))
    assert main(["wheels", str(folder), "--platform", "win", "--python", "3.12"]) == 0
    assert ran[0][1:] == ["-m", "ensurepip"]
