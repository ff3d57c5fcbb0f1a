"""Set the course up and open it (`python3 start.py`), or set it up and run its tests (`python3 start.py test`).

Only the standard library is used, for nothing else is there yet. The course gets an environment of its own in `.venv`.
A stamp is put into it before anything else, empty, and filled in last of all: an empty stamp is a set-up that was cut
off and is made again, a full one says what is installed, and a folder without one is not ours and is left alone.
The syntax is that of Python 3.6, so that an older Python gets as far as saying what is missing.
"""

import argparse
import contextlib
import hashlib
import importlib.util
import io
import locale
import os
import platform
import re
import shutil
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import IO

if sys.platform != "win32":
    import fcntl

SAYINGS = {
    "usage.zh": "打开课程：python3 start.py [--port N] [--no-browser] [--language zh|en]\n"
    "运行测试：python3 start.py test [pytest 的参数]\n"
    "没有网络：python3 start.py --wheels 文件夹（事先在有网络的电脑上装满它：python3 start.py --fill-wheels 文件夹）",
    "usage.en": "Open the course: python3 start.py [--port N] [--no-browser] [--language zh|en]\n"
    "Run its tests:   python3 start.py test [what pytest takes]\n"
    "No internet:     python3 start.py --wheels FOLDER (filled where there is: python3 start.py --fill-wheels FOLDER)",
    "old_python.zh": "这门课需要 Python 3.11 或更新的版本，这里的是 {version}。\n"
    "请到 python.org 下载新版，装好后再启动。",
    "old_python.en": "The course needs Python 3.11 or newer; this is {version}.\n"
    "Install a newer one from python.org, then start again.",
    "alone.zh": "start.py 旁边缺少课程的文件：{missing}。\n"
    "请下载整门课程的 ZIP，完整解压到一个文件夹，再从那里启动。",
    "alone.en": "A file of the course is missing beside start.py: {missing}.\n"
    "Download the ZIP of the whole course, unpack all of it into a folder, and start from there.",
    "foreign.zh": "这里的 .venv 不是本程序建的，不去动它；课程装在 {place}。",
    "foreign.en": "This program did not make the .venv that is here and leaves it alone; the course goes into {place}.",
    "waiting.zh": "另一个窗口还在安装，等它结束……（按 Ctrl+C 就不等了）",
    "waiting.en": "Another window is still setting up; waiting for it to end… (Ctrl+C stops waiting)",
    "again.zh": "现有的环境没有装完，或者是别的 Python、在别的文件夹里建的：从头再装，下载过的尽量沿用。",
    "again.en": "The environment is unfinished, or was made by another Python or in another folder:\n"
    "making it anew from what is already downloaded, as far as that goes.",
    "make.zh": "建立课程自己的 Python 环境：{place}",
    "make.en": "Making the course's own Python environment: {place}",
    "packages.zh": "安装软件包；第一次要下载，网速一般时需要几分钟",
    "packages.en": "Installing packages; the first time they are downloaded, which takes a few minutes",
    "packages_from.zh": "安装软件包，不用网络，来自 {wheels}",
    "packages_from.en": "Installing packages without the internet, from {wheels}",
    "course.zh": "安装课程本身",
    "course.en": "Installing the course itself",
    "done.zh": "装好了，用时 {seconds:.0f} 秒。",
    "done.en": "Done in {seconds:.0f} seconds.",
    "with_pip.zh": "uv 没有装成，改用 pip 从头安装。",
    "with_pip.en": "uv could not do it: starting over with pip.",
    "opening.zh": "正在打开课程……（按 Ctrl+C 结束）",
    "opening.en": "Opening the course… (Ctrl+C ends it)",
    "testing.zh": "正在运行测试……",
    "testing.en": "Running the tests…",
    "no_venv.zh": "这里的 Python 缺少建立环境用的部件（venv 和 ensurepip）。\n"
    "在 Debian 或 Ubuntu 上，请运行下面这一行，再启动一次；在别的系统上，请安装 python.org 的 Python。\n\n"
    "    sudo apt install {package}\n",
    "no_venv.en": "This Python lacks the parts that make an environment (venv and ensurepip).\n"
    "On Debian or Ubuntu, run the line below and start again; elsewhere, install Python from python.org.\n\n"
    "    sudo apt install {package}\n",
    "full.zh": "磁盘空间不够，没有装完。请腾出至少 1 GB，再启动一次，会接着装。",
    "full.en": "The disk is full, so the set-up did not finish. Free at least 1 GB and start again: it carries on.",
    "denied.zh": "写不进课程的文件夹：{place}\n（{error}）\n"
    "请先关掉开着课程的其他窗口。如果课程还在 ZIP 里，或者在只读的地方，\n"
    "请把整个文件夹放到“文档”这样自己能写的位置，再启动一次。",
    "denied.en": "The folder of the course cannot be written: {place}\n({error})\n"
    "First close other windows that have the course open. If the course is still inside the ZIP or in a\n"
    "read-only place, put the whole folder where you may write, such as Documents, and start again.",
    "failed.zh": "没有装完，多半是网络问题：请检查网络，再启动一次，会接着装，下载过的尽量沿用。\n"
    "公司若有自己的软件包镜像，请先设给 pip：pip config set global.index-url 镜像地址\n"
    "在 Windows 上，也可能是路径太长：请把整个文件夹移到短一些的位置，例如 C:\\weibo。\n"
    "还是不行，就把完整的记录发给能帮忙的人：{log}\n记录的最后几行：\n\n{tail}\n",
    "failed.en": "The set-up did not finish. Most often it is the network: check it and start again;\n"
    "the set-up carries on and keeps what it can of its downloads.\n"
    "If your company has a package mirror of its own, give it to pip first: pip config set global.index-url ADDRESS\n"
    "On Windows, the path may be too long: move the whole folder somewhere shorter, such as C:\\weibo.\n"
    "If it still fails, send the full log to whoever can help: {log}\nIts last lines:\n\n{tail}\n",
    "no_wheels.zh": "{wheels} 里没有安装用的 .whl 文件，什么都没有动。请核对文件夹的位置；\n"
    "还没有装满的，在有网络的电脑上运行：python3 start.py --fill-wheels 文件夹",
    "no_wheels.en": "There are no .whl files to install from in {wheels}; nothing was changed. Check where it is.\n"
    "If it was never filled, run this where there is the internet: python3 start.py --fill-wheels FOLDER",
    "lacks.zh": "{wheels} 里缺少 {name}（这里是 {system}，Python {version}），没有装完。\n"
    "请在有网络的电脑上运行下面这一行，把补齐的文件夹带过来，再启动一次：\n\n"
    "    python3 start.py --fill-wheels 文件夹 --python {version} --platform {platform}\n\n"
    "这台电脑自己有网络的话，不必用这个文件夹：去掉 --wheels，或者把它移走，再启动一次。",
    "lacks.en": "{wheels} lacks {name} for {system}, Python {version}, so the set-up did not finish.\n"
    "Run the line below where there is the internet, bring the folder back and start again:\n\n"
    "    python3 start.py --fill-wheels FOLDER --python {version} --platform {platform}\n\n"
    "If this machine has the internet, do without the folder: leave out --wheels, or move it away, and start again.",
    "damaged.zh": "{wheels} 里的 {name} 和课程要的不一样，多半是没有拷完，没有装完。\n"
    "请重新拷一次这个文件夹，再启动一次。",
    "damaged.en": "{name} in {wheels} is not the file that the course wants; most likely it was not fully copied.\n"
    "The set-up did not finish. Copy the folder again and start again.",
    "failed_here.zh": "没有装完。请再启动一次；还是不行，就把完整的记录发给能帮忙的人：{log}\n"
    "在 Windows 上，也可能是路径太长：请把整个文件夹移到短一些的位置，例如 C:\\weibo。\n记录的最后几行：\n\n{tail}\n",
    "failed_here.en": "The set-up did not finish. Start again; if it still fails, send the full log to whoever\n"
    "can help: {log}\n"
    "On Windows, the path may be too long: move the whole folder somewhere shorter, such as C:\\weibo.\n"
    "The last lines of the log:\n\n{tail}\n",
    "interrupted.zh": "已中断。再启动一次，会接着来。",
    "interrupted.en": "Interrupted. Start again to carry on.",
}  # fmt: skip


def check_python(version: "tuple[int, int]") -> None:
    """Leave with exit status 2, saying why in both languages, if this Python is too old for the course."""
    if version < (3, 11):
        for key in ("old_python.zh", "old_python.en"):
            print(SAYINGS[key].format(version="{}.{}".format(*version)), file=sys.stderr)
        sys.exit(2)


check_python(sys.version_info[:2])  # before the annotations below, which an older Python cannot evaluate

ROOT = Path(__file__).resolve().parent
LOG = ROOT / "work" / "start.log"
# One test process a core; the tests of a file stay together, for they share what takes long to open.
IN_PARALLEL = ("--numprocesses=auto", "--dist=loadfile")
# Beside this file, it is taken without being named: a course that is copied with it needs no network.
WHEELS = ROOT / "wheels"
# What pip says of a folder that it installs from.
LACKING = re.compile(r"No matching distribution found for ([^\s;]+)")
DAMAGED = re.compile(r"^ +\S+ from file:\S*/([^\s/#]+)", re.MULTILINE)
LOCKS = {"course": "requirements.lock", "dev": "requirements-dev.lock"}
NO_SPACE = ("No space left on device", "not enough space on the disk")
# The Python outside any environment, so that `.venv` is never built from itself.
PYTHON = str(getattr(sys, "_base_executable", sys.executable))


class SetUpError(Exception):
    """The set-up cannot go on; holds what to tell the learner."""


def saying(key: str, **values: object) -> str:
    """Return one saying in the reader's language: COURSE_LANGUAGE decides, else the locale, else Chinese."""
    wanted = os.environ.get("COURSE_LANGUAGE", "")[:2].lower()
    if wanted not in ("zh", "en"):
        # Not getlocale(), which makes en_US of the C locale, where nobody has said what they read.
        wanted = locale.setlocale(locale.LC_CTYPE)[:2].lower()
    return SAYINGS[f"{key}.{'en' if wanted == 'en' else 'zh'}"].format(**values)


def say(key: str, **values: object) -> None:
    """Print one saying at once, so that it stands before whatever a child prints."""
    print(saying(key, **values), flush=True)


def environment_folder() -> Path:
    """Return `.venv`, or a folder of another name if a `.venv` is there that this program did not make."""
    folder = ROOT / ".venv"
    if not folder.is_dir() or stamp_of(folder).exists() or not any(folder.iterdir()):
        return folder
    say("foreign", place=ROOT / ".venv-course")
    return ROOT / ".venv-course"


def python_of(folder: Path) -> Path:
    """Return where the Python of an environment is."""
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def stamp_of(folder: Path) -> Path:
    """Return where the stamp of an environment is."""
    return folder / "start.txt"


def read_stamp(folder: Path) -> str:
    """Return what the stamp says, or nothing if the set-up was cut off or its Python has gone."""
    whole = stamp_of(folder).exists() and python_of(folder).exists()
    return stamp_of(folder).read_text(encoding="utf-8") if whole else ""


def describe(folder: Path, which: str) -> str:
    """Return what the stamp of a complete environment says: on one line whose it is, on the next what is in it.

    The place counts, for an environment that was moved or copied still points to where it was made.
    """
    content = hashlib.sha256()
    for name in (LOCKS[which], "pyproject.toml"):
        if not (ROOT / name).exists():
            raise SetUpError(saying("alone", missing=name))
        content.update((ROOT / name).read_bytes())
    return f"{sys.version.split()[0]} {sys.base_prefix} {folder}\n{which} {content.hexdigest()}\n"


def clear(folder: Path) -> None:
    """Empty our folder but for its stamp, so that it is known as ours even if this is cut off."""
    folder.mkdir(exist_ok=True)
    stamp_of(folder).write_text("", encoding="utf-8")
    # First, because Windows refuses it while another window works with this environment: nothing is lost then.
    python_of(folder).unlink(missing_ok=True)
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry != stamp_of(folder):
            entry.unlink()
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")


def commands(folder: Path, which: str, uv: str | None, wheels: Path | None) -> dict[str, list[str]]:
    """Return the commands that make and fill the environment, each under the saying that announces it."""
    python = str(python_of(folder))
    if uv:
        make, install = [uv, "venv", "--allow-existing", "--python", PYTHON], [uv, "pip", "install", "--python", python]
    else:
        make, install = [PYTHON, "-m", "venv"], [python, "-m", "pip", "install", "--progress-bar=off"]
    packages = [*install, "--require-hashes", "-r", LOCKS[which]]
    return {
        "make": [*make, str(folder)],
        **({"packages_from": [*packages, *without_network(wheels)]} if wheels else {"packages": packages}),
        "course": [*install, "--no-deps", "--no-build-isolation", "-e", "."],
    }


def without_network(wheels: Path) -> list[str]:
    """Return what tells pip and uv alike to take a folder's wheels and ask nobody else."""
    return ["--no-index", "--find-links", str(wheels)]


def wheels_beside() -> Path | None:
    """Return the folder of wheels that lies beside this file, if there is one and it is not empty."""
    return WHEELS if any(WHEELS.glob("*.whl")) else None


def why_failed(wheels: Path | None) -> str:
    """Return what to tell of a set-up that did not finish, from what its log says."""
    said = LOG.read_text("utf-8", "replace")
    if any(words in said for words in NO_SPACE):
        return saying("full")
    if wheels is None:
        return saying("failed", tail=log_tail(3), log=LOG)
    lacking, damaged = LACKING.search(said), DAMAGED.search(said)
    if damaged:
        return saying("damaged", wheels=wheels, name=urllib.parse.unquote(damaged[1]))
    if lacking:
        kind = {"win32": "win", "darwin": "mac"}.get(sys.platform, "linux")
        here = {"system": f"{platform.system()} {platform.machine()}", "version": "{}.{}".format(*sys.version_info)}
        return saying("lacks", wheels=wheels, name=lacking[1], platform=kind, **here)
    return saying("failed_here", tail=log_tail(3), log=LOG)


def child_environment() -> dict[str, str]:
    """Return the variables for a child: without what would lead its Python elsewhere, and in UTF-8 on Windows too."""
    strays = ("PYTHONPATH", "PYTHONHOME", "__PYVENV_LAUNCHER__", "VIRTUAL_ENV", "PIP_USER", "PIP_TARGET", "PIP_PREFIX")
    return {**{name: value for name, value in os.environ.items() if name not in strays}, "PYTHONUTF8": "1"}


def log_tail(count: int) -> str:
    """Return the last lines of the log, indented."""
    return "\n".join("     " + line for line in LOG.read_text("utf-8", "replace").rstrip().splitlines()[-count:])


def show(words: str) -> None:
    """In a terminal, write the words over one line, for as long as a command runs."""
    if sys.stdout.isatty():
        print(f"{words[:75]:75}", end="\r", flush=True)


def run(command: list[str], log: IO[bytes]) -> int:
    """Run one command of the set-up with its output in the log; return its exit status."""
    began = time.monotonic()
    with subprocess.Popen(
        command, cwd=ROOT, env=child_environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
    ) as child:
        try:
            while child.poll() is None:
                show(f"{time.monotonic() - began:4.0f} s{log_tail(1)}")
                with contextlib.suppress(subprocess.TimeoutExpired):
                    child.wait(timeout=0.5)
        finally:
            child.terminate()  # at Ctrl-C; does nothing to a command that has ended
            show("")
    return child.returncode


@contextlib.contextmanager
def one_at_a_time() -> Iterator[IO[bytes]]:
    """Open the log for one set-up alone; wait while another has it.

    The lock belongs to the open file, and so to the children that write to it: if a set-up is killed, the next waits
    for the pip that was left behind. Windows has no such lock; there, `clear` is refused instead.
    """
    LOG.parent.mkdir(exist_ok=True)
    with LOG.open("ab") as log:
        if sys.platform != "win32":
            try:
                fcntl.flock(log, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                say("waiting")
                fcntl.flock(log, fcntl.LOCK_EX)
        log.truncate(0)
        yield log


def require_venv() -> None:
    """Stop if this Python cannot make environments, naming Debian's package for its own Python or for another one."""
    found = [importlib.util.find_spec(name) for name in ("venv", "ensurepip")]
    if not all(spec and spec.origin for spec in found):  # without an origin it is an empty folder, left by a removal
        system = Path("/usr/bin/python3")
        version = "3" if system.exists() and system.samefile(PYTHON) else f"3.{sys.version_info[1]}"
        raise SetUpError(saying("no_venv", package=f"python{version}-venv"))


def install(todo: dict[str, list[str]], folder: Path, log: IO[bytes], wheels: Path | None) -> bool:
    """Make the environment anew and fill it, or install over what is there; tell whether every command succeeded."""
    if "make" in todo:
        clear(folder)
    stamp_of(folder).write_text("", encoding="utf-8")
    for key, command in todo.items():
        say(key, place=folder, wheels=wheels)
        if run(command, log) != 0:
            return False
    return True


def build(folder: Path, which: str, log: IO[bytes], wheels: Path | None) -> None:
    """Bring the environment to what is wanted, with uv if there is one, else or if it fails with pip; then stamp it."""
    began, wanted = time.monotonic(), describe(folder, which)
    if wheels and not any(wheels.glob("*.whl")):
        raise SetUpError(saying("no_wheels", wheels=wheels))
    # The same Python in the same place: only what is installed has changed, so nothing needs to be taken away.
    over = read_stamp(folder).splitlines()[:1] == wanted.splitlines()[:1]
    if stamp_of(folder).exists() and not over:
        say("again")
    uv = shutil.which("uv")
    for tool in [uv, None] if uv else [None]:
        if not (tool or over):
            require_venv()
        todo = commands(folder, which, tool, wheels)
        if over:
            del todo["make"]
        if install(todo, folder, log, wheels):
            stamp_of(folder).write_text(wanted, encoding="utf-8")
            say("done", seconds=time.monotonic() - began)
            return
        if tool:
            say("with_pip")
        over = False
    raise SetUpError(why_failed(wheels))


def set_up(which: str, wheels: Path | None) -> Path:
    """Return the folder of an environment that holds what is wanted; what the tests need holds all the course needs."""

    def complete() -> bool:
        return read_stamp(folder) in (describe(folder, which), describe(folder, "dev"))

    folder = environment_folder()
    if not complete():
        with one_at_a_time() as log:
            if not complete():  # another window may have done it meanwhile
                build(folder, which, log, wheels)
    return folder


def hand_over(command: list[str]) -> int:
    """Become the course or its tests, so that Ctrl-C and the exit status are theirs; on Windows, wait for them."""
    os.chdir(ROOT)
    if sys.platform != "win32":
        os.execve(command[0], command, child_environment())
    with subprocess.Popen(command, env=child_environment()) as child:
        while child.poll() is None:
            with contextlib.suppress(KeyboardInterrupt):  # the child has heard it too, and ends by itself
                child.wait()
    return child.returncode


def take_options(arguments: list[str]) -> tuple[dict[str, Path | None], list[str]]:
    """Return the folders that `--wheels` and `--fill-wheels` name, and the other arguments.

    `--language` becomes COURSE_LANGUAGE, which the child reads as well. Folders become absolute, for the child works
    in the folder of the course; a network drive keeps its letter.
    """
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    for option in ("--language", "--wheels", "--fill-wheels"):
        parser.add_argument(option, nargs="?", const="")
    found, rest = parser.parse_known_args(arguments)
    if found.language not in (None, "zh", "en") or "" in (found.wheels, found.fill_wheels):
        raise SetUpError(saying("usage"))
    if found.language:
        os.environ["COURSE_LANGUAGE"] = found.language
    given = {"wheels": found.wheels, "fill": found.fill_wheels}
    return {name: Path(folder).absolute() if folder else None for name, folder in given.items()}, rest


def start(arguments: list[str]) -> int:
    """Do what the words of the command line ask for; return the exit status."""
    folders, arguments = take_options(arguments)
    if arguments[:1] in (["-h"], ["--help"]):
        say("usage")
        return 0
    testing = arguments[:1] == ["test"]
    if folders["fill"]:  # where there is the internet; a folder that is being filled is nothing to install from
        folder = set_up("course", None)
        return hand_over([str(python_of(folder)), "-m", "classroom", "wheels", str(folders["fill"]), *arguments])
    folder = set_up("dev" if testing else "course", folders["wheels"] or wheels_beside())
    say("testing" if testing else "opening")
    words = ["pytest", *IN_PARALLEL, *arguments[1:]] if testing else ["classroom", "start", *arguments]
    return hand_over([str(python_of(folder)), "-m", *words])


def main() -> int:
    """Run `start` and turn what can go wrong into words and an exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a Windows console of another code page must not stop the course
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return start(sys.argv[1:])
    except SetUpError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        full = any(words in str(error) for words in NO_SPACE)
        print(saying("full") if full else saying("denied", place=ROOT, error=error), file=sys.stderr)
    except KeyboardInterrupt:
        print(saying("interrupted"), file=sys.stderr)
        return 130
    return 2


if __name__ == "__main__":
    sys.exit(main())
