"""start.py: what it makes, when it leaves things alone, and what it says; without a network, in a folder of its own."""

import ast
import os
import shutil
import string
import subprocess
import sys
from importlib.machinery import ModuleSpec
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import IO

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "start.py"


class Course:
    """A copy of the course's files with start.py loaded for it, whose commands are only written down."""

    def __init__(self, module: ModuleType, root: Path) -> None:
        self.start, self.root = module, root
        self.real_run, self.real_hand_over = module.run, module.hand_over
        self.commands: list[list[str]] = []
        self.children: list[list[str]] = []
        self.fails_at = ""
        self.says = ""

    def run(self, command: list[str], log: IO[bytes]) -> int:
        """Stand for venv, pip and uv: leave a Python where they would, or fail at the command with the given word."""
        self.commands.append(command)
        if self.fails_at and self.fails_at in command:
            log.write(self.says.encode())
            log.flush()
            return 1
        if "venv" in command:
            python = self.start.python_of(Path(command[-1]))
            python.parent.mkdir(parents=True)
            python.touch()
        return 0

    def hand_over(self, command: list[str]) -> int:
        """Stand for the course or its tests."""
        self.children.append(command)
        return 0

    def begin(self, *arguments: str) -> int:
        """Start as from the command line; return the exit status and forget earlier commands."""
        self.commands.clear()
        sys.argv[1:] = arguments
        status: int = self.start.main()
        return status

    @property
    def stamp(self) -> Path:
        """Where the stamp of the environment is."""
        return self.root / ".venv" / "start.txt"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A course that was just unpacked, in a folder whose name has a space and Chinese in it."""
    root = tmp_path / "微博 课程"
    root.mkdir()
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml"):
        (root / name).write_text(name)
    spec = spec_from_file_location("start", SCRIPT)
    assert isinstance(spec, ModuleSpec)
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    made = Course(module, root)
    places = {"ROOT": root, "LOG": root / "work" / "start.log", "WHEELS": root / "wheels"}
    for name, value in {**places, "run": made.run}.items():
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(module, "hand_over", made.hand_over)
    monkeypatch.setattr(module.shutil, "which", lambda name: None)
    monkeypatch.setattr(sys, "argv", ["start.py"])
    monkeypatch.setenv("COURSE_LANGUAGE", "en")
    return made


def words_of(commands: list[list[str]]) -> list[str]:
    """Tell which of the three steps each command is."""
    kinds = {"venv": "make", "--require-hashes": "packages", "-e": "course"}
    return [next(kind for word, kind in kinds.items() if word in command) for command in commands]


def test_the_first_start_makes_the_environment_installs_the_lock_and_opens_the_course(course: Course) -> None:
    assert course.begin("--port", "8890") == 0
    assert words_of(course.commands) == ["make", "packages", "course"]
    assert course.commands[1][-2:] == ["-r", "requirements.lock"]
    assert course.children[0][1:] == ["-m", "classroom", "start", "--port", "8890"]
    assert course.children[0][0].startswith(str(course.root / ".venv"))


def test_the_second_start_runs_the_course_and_nothing_else(course: Course) -> None:
    course.begin()
    stamp = course.stamp.read_text()
    assert course.begin() == 0
    assert course.commands == []
    assert course.stamp.read_text() == stamp
    assert len(course.children) == 2


def test_what_was_made_for_the_tests_serves_the_course_too(course: Course) -> None:
    assert course.begin("test", "-k", "one") == 0
    assert course.commands[1][-2:] == ["-r", "requirements-dev.lock"]
    assert course.children[0][1:] == ["-m", "pytest", *course.start.IN_PARALLEL, "-k", "one"]
    course.begin()
    assert course.commands == []


def test_what_was_made_for_the_course_is_completed_for_the_tests(course: Course) -> None:
    course.begin()
    course.begin("test")
    assert words_of(course.commands) == ["packages", "course"]


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_a_changed_lock_is_installed_over_what_is_there(course: Course, name: str) -> None:
    course.begin()
    kept = course.root / ".venv" / "kept"
    kept.touch()
    (course.root / name).write_text("changed")
    course.begin()
    assert words_of(course.commands) == ["packages", "course"]
    assert kept.exists()


@pytest.mark.parametrize("step", ["venv", "--require-hashes", "-e"])
def test_a_half_made_environment_is_made_again_from_nothing(course: Course, step: str) -> None:
    course.fails_at = step
    assert course.begin() == 2
    assert course.stamp.read_text() == ""
    assert course.children == []
    half = course.root / ".venv" / "lib" / "half"
    half.parent.mkdir()
    half.touch()
    course.fails_at = ""
    assert course.begin() == 0
    assert words_of(course.commands) == ["make", "packages", "course"]
    assert not half.exists()


def test_an_update_that_was_cut_off_is_made_again_from_nothing(course: Course) -> None:
    course.begin()
    (course.root / "requirements.lock").write_text("changed")
    course.fails_at = "-e"
    course.begin()
    course.fails_at = ""
    course.begin()
    assert words_of(course.commands) == ["make", "packages", "course"]


def test_an_environment_whose_python_has_gone_is_made_again(course: Course) -> None:
    course.begin()
    course.start.python_of(course.root / ".venv").unlink()
    course.begin()
    assert words_of(course.commands) == ["make", "packages", "course"]


def test_an_environment_of_another_python_is_made_again(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    course.begin()
    monkeypatch.setattr(course.start.sys, "version", "3.99.0 (of another day)")
    course.begin()
    assert words_of(course.commands) == ["make", "packages", "course"]


def test_an_environment_that_was_moved_is_made_again(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    course.begin()
    moved = course.root.rename(course.root.with_name("moved"))
    monkeypatch.setattr(course.start, "ROOT", moved)
    monkeypatch.setattr(course.start, "LOG", moved / "work" / "start.log")
    course.begin()
    assert words_of(course.commands) == ["make", "packages", "course"]


def test_clearing_keeps_the_mark_that_the_folder_is_ours(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    course.begin()
    (course.root / ".venv" / "lib").mkdir()

    def killed(folder: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(course.start.shutil, "rmtree", killed)
    with pytest.raises(KeyboardInterrupt):
        course.start.clear(course.root / ".venv")
    assert course.stamp.read_text() == ""
    assert course.start.environment_folder() == course.root / ".venv"


def test_an_environment_of_somebody_else_is_left_alone(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    theirs = course.root / ".venv" / "pyvenv.cfg"
    theirs.parent.mkdir()
    theirs.write_text("theirs")
    assert course.begin() == 0
    assert theirs.read_text() == "theirs"
    assert len(list(theirs.parent.iterdir())) == 1
    assert course.children[0][0].startswith(str(course.root / ".venv-course"))
    assert ".venv-course" in capsys.readouterr().out


def test_uv_is_used_when_there_is_one(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(course.start.shutil, "which", lambda name: "/tools/uv")
    assert course.begin() == 0
    assert {command[0] for command in course.commands} == {"/tools/uv"}


def test_pip_takes_over_from_the_beginning_when_uv_fails(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(course.start.shutil, "which", lambda name: "/tools/uv")
    course.fails_at = "/tools/uv"
    assert course.begin() == 0
    assert words_of(course.commands) == ["make", "make", "packages", "course"]
    assert all("/tools/uv" not in command for command in course.commands[1:])


def test_when_uv_fails_at_an_update_pip_starts_from_nothing(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    course.begin()
    monkeypatch.setattr(course.start.shutil, "which", lambda name: "/tools/uv")
    (course.root / "requirements.lock").write_text("changed")
    course.fails_at = "/tools/uv"
    assert course.begin() == 0
    assert words_of(course.commands) == ["packages", "make", "packages", "course"]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder of wheels, whose name has a space and Chinese in it."""
    folder = tmp_path / "U 盘" / "wheels"
    folder.mkdir(parents=True)
    (folder / "one-1.0-py3-none-any.whl").touch()
    return folder


@pytest.mark.parametrize("tool", [None, "/tools/uv"])
def test_from_a_folder_of_wheels_the_lock_is_installed_and_no_index_is_asked(
    course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stick: Path, tool: str | None
) -> None:
    monkeypatch.setattr(course.start.shutil, "which", lambda name: tool)
    assert course.begin("--wheels", str(stick), "--no-browser") == 0
    assert words_of(course.commands) == ["make", "packages", "course"]
    assert course.commands[1][-3:] == ["--no-index", "--find-links", str(stick)]
    assert course.children[0][1:] == ["-m", "classroom", "start", "--no-browser"]
    assert f"without the internet, from {stick}" in capsys.readouterr().out


def test_a_folder_of_wheels_is_found_from_where_the_command_was_given(
    course: Course, monkeypatch: pytest.MonkeyPatch, stick: Path
) -> None:
    monkeypatch.chdir(stick.parent)
    assert course.begin("--wheels", "wheels") == 0
    assert course.commands[1][-1] == str(stick)


def test_wheels_beside_the_course_are_taken_without_being_named(course: Course, stick: Path) -> None:
    shutil.copytree(stick, course.root / "wheels")
    course.begin()
    assert course.commands[1][-1] == str(course.root / "wheels")


@pytest.mark.parametrize("made", [True, False])
def test_an_empty_folder_beside_the_course_changes_nothing(course: Course, made: bool) -> None:
    if made:
        (course.root / "wheels").mkdir()
    course.begin()
    assert "--no-index" not in course.commands[1]


@pytest.mark.parametrize("made", [True, False])
def test_a_folder_without_wheels_is_told_before_anything_is_changed(
    course: Course, tmp_path: Path, capsys: pytest.CaptureFixture[str], made: bool
) -> None:
    wrong = tmp_path / "wrong"
    if made:
        wrong.mkdir()
    assert course.begin("--wheels", str(wrong)) == 2
    told = capsys.readouterr().err
    assert str(wrong) in told
    assert "--fill-wheels FOLDER" in told
    assert not (course.root / ".venv").exists()


def test_once_set_up_the_course_opens_without_the_folder_it_came_from(course: Course, stick: Path) -> None:
    course.begin("--wheels", str(stick))
    shutil.rmtree(stick)
    assert course.begin("--wheels", str(stick)) == 0
    assert course.commands == []


def test_a_wheel_that_is_lacking_is_named_with_the_line_that_fetches_it(
    course: Course, capsys: pytest.CaptureFixture[str], stick: Path
) -> None:
    course.fails_at = "--require-hashes"
    course.says = "ERROR: No matching distribution found for anyio==4.16.0\n"  # as pip 23 to 26 say it
    assert course.begin("--wheels", str(stick)) == 2
    told = capsys.readouterr().err
    assert f"{stick} lacks anyio==4.16.0" in told
    kind = {"win32": "win", "darwin": "mac"}.get(sys.platform, "linux")
    assert f"--fill-wheels FOLDER --python 3.{sys.version_info.minor} --platform {kind}\n" in told
    assert "network" not in told


def test_a_half_copied_wheel_is_named(course: Course, capsys: pytest.CaptureFixture[str], stick: Path) -> None:
    course.fails_at = "--require-hashes"
    course.says = (
        "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n"
        "    babel==2.18.0 from file:///U%20%E7%9B%98/wheels/babel-2.18.0-py3-none-any.whl (from -r a.lock (line 2)):\n"
        "        Expected sha256 b80b\n"
        "             Got        86bd\n"
    )
    assert course.begin("--wheels", str(stick)) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"babel-2.18.0-py3-none-any.whl in {stick} is not the file")
    assert "Copy the folder again" in told


def test_another_fault_without_a_network_is_not_put_down_to_the_network(
    course: Course, capsys: pytest.CaptureFixture[str], stick: Path
) -> None:
    course.fails_at, course.says = "-e", "error: setuptools failed\n"
    assert course.begin("--wheels", str(stick)) == 2
    told = capsys.readouterr().err
    assert "setuptools failed" in told
    assert "network" not in told


def test_a_full_disk_is_told_as_such_without_a_network_too(
    course: Course, capsys: pytest.CaptureFixture[str], stick: Path
) -> None:
    course.fails_at, course.says = "--require-hashes", "OSError: [Errno 28] No space left on device\n"
    assert course.begin("--wheels", str(stick)) == 2
    assert "disk is full" in capsys.readouterr().err


def test_filling_a_folder_sets_the_course_up_from_the_network_and_hands_over(course: Course, stick: Path) -> None:
    shutil.copytree(stick, course.root / "wheels")  # half filled perhaps: nothing to install from
    assert course.begin("--fill-wheels", str(course.root / "wheels"), "--platform", "win") == 0
    assert "--no-index" not in course.commands[1]
    assert course.children[0][1:] == ["-m", "classroom", "wheels", str(course.root / "wheels"), "--platform", "win"]


@pytest.mark.parametrize("option", ["--wheels", "--fill-wheels"])
def test_an_option_without_its_folder_shows_how_to_ask(
    course: Course, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    assert course.begin(option) == 2
    assert "--wheels FOLDER" in capsys.readouterr().err
    assert course.commands == []


def test_a_missing_ensurepip_names_the_line_that_mends_it(
    course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(course.start.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(course.start, "PYTHON", str(SCRIPT))  # anything that is not the system's Python
    assert course.begin() == 2
    assert f"sudo apt install python3.{sys.version_info.minor}-venv\n" in capsys.readouterr().err
    assert not (course.root / ".venv").exists()


@pytest.mark.skipif(not Path("/usr/bin/python3").exists(), reason="the system has no Python of its own")
def test_for_the_systems_own_python_the_package_has_no_version(
    course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(course.start.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(course.start, "PYTHON", "/usr/bin/python3")
    assert course.begin() == 2
    assert "sudo apt install python3-venv\n" in capsys.readouterr().err


def test_a_failed_installation_tells_what_to_do_and_where_the_log_is(
    course: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    course.fails_at, course.says = "--require-hashes", "Temporary failure in name resolution\n"
    assert course.begin() == 2
    told = capsys.readouterr().err
    assert "network" in told
    assert "start again" in told
    assert "Temporary failure in name resolution" in told
    assert str(course.root / "work" / "start.log") in told


def test_a_full_disk_is_told_as_such(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    course.fails_at, course.says = "--require-hashes", "OSError: [Errno 28] No space left on device\n"
    assert course.begin() == 2
    assert "disk is full" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PermissionError(13, "Permission denied"), "cannot be written"),
        (OSError(28, "No space left on device"), "disk is full"),
    ],
)
def test_a_folder_that_cannot_be_written_is_told_as_such(
    course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: OSError, told: str
) -> None:
    def refused(folder: Path) -> None:
        raise error

    monkeypatch.setattr(course.start, "clear", refused)
    assert course.begin() == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml"])
def test_start_py_alone_asks_for_the_whole_course(
    course: Course, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (course.root / name).unlink()
    assert course.begin() == 2
    told = capsys.readouterr().err
    assert name in told
    assert "ZIP" in told
    assert not (course.root / ".venv").exists()


def test_an_interruption_ends_with_130_and_a_word(
    course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(command: list[str], log: IO[bytes]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(course.start, "run", interrupted)
    assert course.begin() == 130
    assert "Start again" in capsys.readouterr().err
    assert course.stamp.read_text() == ""


@pytest.mark.parametrize("version", [(3, 6), (3, 10)])
def test_an_older_python_is_told_the_version_it_needs(
    course: Course, capsys: pytest.CaptureFixture[str], version: tuple[int, int]
) -> None:
    with pytest.raises(SystemExit) as left:
        course.start.check_python(version)
    assert left.value.code == 2
    told = capsys.readouterr().err
    for words in ("需要 Python 3.11", "needs Python 3.11", f"{version[0]}.{version[1]}"):
        assert words in told


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_a_python_that_will_do_passes(course: Course, version: tuple[int, int]) -> None:
    course.start.check_python(version)


def test_an_older_python_can_read_the_script_as_far_as_its_message() -> None:
    tree = ast.parse(SCRIPT.read_text(encoding="utf-8"), feature_version=(3, 6))
    calls = [node for node in tree.body if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)]
    first = tree.body.index(calls[0])
    assert ast.unparse(calls[0]).startswith("check_python(")
    for node in tree.body[:first]:  # what stands before the check is evaluated by the older Python
        if isinstance(node, ast.FunctionDef):
            assert all(isinstance(each.annotation, ast.Constant) for each in node.args.args)
    with pytest.raises(SyntaxError):
        ast.parse("if (a := 1): pass", feature_version=(3, 6))


def places(saying: str) -> set[str | None]:
    """Return the names of the places that are to be filled in a saying."""
    return {name for _, name, _, _ in string.Formatter().parse(saying)}


def test_every_saying_is_there_in_both_languages_with_the_same_places(course: Course) -> None:
    sayings: dict[str, str] = course.start.SAYINGS
    keys = {name.rpartition(".")[0] for name in sayings}
    assert sayings.keys() == {f"{key}.{language}" for key in keys for language in ("zh", "en")}
    for key in keys:
        assert places(sayings[f"{key}.zh"]) == places(sayings[f"{key}.en"]), key


@pytest.mark.parametrize(
    ("chosen", "set_to", "locale_name", "wanted"),
    [
        (["--language", "en"], "zh", "zh_CN.UTF-8", "en"),
        (["--language=zh"], "en", "en_US.UTF-8", "zh"),
        ([], "en", "zh_CN.UTF-8", "en"),
        ([], "", "en_GB.UTF-8", "en"),
        ([], "", "English_United States.1252", "en"),
        ([], "", "C.UTF-8", "zh"),
        ([], "fr", "fr_FR.UTF-8", "zh"),
    ],
)
def test_the_language_is_the_one_asked_for_else_the_locales_else_chinese(
    course: Course,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    chosen: list[str],
    set_to: str,
    locale_name: str,
    wanted: str,
) -> None:
    monkeypatch.setenv("COURSE_LANGUAGE", set_to)
    monkeypatch.setattr(course.start.locale, "setlocale", lambda category: locale_name)
    course.begin(*chosen)
    assert course.start.SAYINGS[f"opening.{wanted}"] in capsys.readouterr().out
    assert course.children[0][1:] == ["-m", "classroom", "start"]
    assert os.environ["COURSE_LANGUAGE"] == (wanted if chosen else set_to)


@pytest.mark.parametrize("words", [["--language", "fr"], ["--language"]])
def test_an_unknown_language_shows_how_to_ask(
    course: Course, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert course.begin(*words) == 2
    assert "[--language zh|en]" in capsys.readouterr().err
    assert course.commands == []


def test_help_installs_nothing(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    assert course.begin("--help") == 0
    assert "start.py test" in capsys.readouterr().out
    assert course.commands == []


def test_a_child_does_not_inherit_what_leads_its_python_elsewhere(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET"):
        monkeypatch.setenv(name, "elsewhere")
    monkeypatch.setenv("COURSE_HOME", "kept")
    child = course.start.child_environment()
    assert "elsewhere" not in child.values()
    assert child["COURSE_HOME"] == "kept"


def test_a_windows_environment_keeps_its_python_under_scripts(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(course.start.sys, "platform", "win32")
    assert course.start.python_of(Path("here")) == Path("here/Scripts/python.exe")


def test_on_windows_the_exit_status_of_the_course_is_waited_for(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course.root)  # put back afterwards
    monkeypatch.setattr(course.start.sys, "platform", "win32")
    assert course.real_hand_over([sys.executable, "-c", "raise SystemExit(7)"]) == 7


def test_a_command_leaves_its_output_in_the_log_and_its_exit_status(course: Course) -> None:
    speak = "import sys; print('装'); print('trouble', file=sys.stderr); sys.exit(3)"
    with course.start.one_at_a_time() as log:
        assert course.real_run([sys.executable, "-c", speak], log) == 3
    assert {line.strip() for line in course.start.log_tail(2).splitlines()} == {"装", "trouble"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the environment otherwise")
def test_a_second_window_waits_for_the_first_and_uses_what_it_made(
    course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    course.begin()
    finished = course.stamp.read_text()
    course.stamp.write_text("")
    held = course.start.one_at_a_time()
    held.__enter__()

    def finish_first(key: str, **values: object) -> str:
        if key == "waiting":
            course.stamp.write_text(finished)
            held.__exit__(None, None, None)
        return key

    monkeypatch.setattr(course.start, "saying", finish_first)
    assert course.begin() == 0
    assert capsys.readouterr().out.split()[-2:] == ["waiting", "opening"]
    assert course.commands == []


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for the environment's Python is a shell script")
@pytest.mark.parametrize("status", [0, 7])
def test_the_exit_status_of_the_course_is_passed_on(course: Course, status: int) -> None:
    shutil.copy(SCRIPT, course.root)
    folder = course.root / ".venv"
    python = course.start.python_of(folder)
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\necho "$@" in "$PWD"\nexit {status}\n')
    python.chmod(0o755)
    course.stamp.write_text(course.start.describe(folder, "course"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(course.root / "start.py"), "--no-browser"], capture_output=True, text=True, check=False
    )
    assert done.returncode == status, done.stderr
    assert f"-m classroom start --no-browser in {course.root}\n" in done.stdout


def test_the_windows_launcher_is_in_the_form_that_cmd_reads() -> None:
    lines = SCRIPT.with_name("start.bat").read_bytes().split(b"\r\n")
    assert not any(b"\n" in line for line in lines)
    switch = lines.index(b"chcp 65001 >nul")  # from here on the file is read as UTF-8
    assert all(line.isascii() for line in lines[:switch])
    assert all(line.isascii() or line.startswith(b"echo ") for line in lines)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no executable bit")
def test_the_other_launcher_can_be_executed() -> None:
    assert os.access(SCRIPT.with_name("start.command"), os.X_OK)
