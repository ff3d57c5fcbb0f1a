"""Start JupyterLab at the first page: one document at a time, in the reader's language, with one Run button."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from classroom.pages.open import give_out, pages_folder
from playbook.language import Language, Text, language
from playbook.places import course_home, course_work, write_safely

RUN = Text("▶ 运行本页", "▶ Run page")
RUN_CAPTION = Text("从头运行本页：图表和题目随即出现", "Run this page from the top: charts and questions appear")
LARGEST_UPLOAD = (
    512 * 1024 * 1024
)  # bytes of an export chosen on the first page; the usual 10 MB would cut the connection


def start(port: int, *, browser: bool) -> int:
    """Give out the pages, start JupyterLab, and return its exit status when it ends."""
    for path in give_out():
        print(_ASIDE.format(name=path.name), file=sys.stderr)  # noqa: T201 - a command speaks
    print(_STARTED.format(work=course_work()), file=sys.stderr)  # noqa: T201
    starting, surroundings = command(port, browser=browser), environment()
    if sys.platform == "win32":
        return subprocess.run(starting, env=surroundings, check=False).returncode  # noqa: S603 - our own command
    return os.execve(starting[0], starting, surroundings)  # noqa: S606 - so that whoever stops this stops the server


def command(port: int, *, browser: bool) -> list[str]:
    """Return the command that starts JupyterLab on the learner's pages and nowhere else."""
    return [
        sys.executable, "-m", "jupyter", "lab", f"--ServerApp.root_dir={pages_folder()}", f"--port={port}",
        f"--LabApp.default_url=/doc/tree/{language()}/start.ipynb", "--ServerApp.ip=127.0.0.1",
        "--KernelManager.transport_encryption=auto", "--Application.log_level=WARN",
        f"--ServerApp.tornado_settings={{'websocket_max_message_size': {LARGEST_UPLOAD}}}",
        *([] if browser else ["--no-browser"]),
        *(["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
    ]  # fmt: skip


def environment() -> dict[str, str]:
    """Return the environment of the server and its kernels: the places, and settings that touch no other Jupyter."""
    config = course_work() / ".jupyter"
    write_safely(
        config / "labconfig" / "default_setting_overrides.json", json.dumps(settings(language()), ensure_ascii=False)
    )
    own = {
        "COURSE_HOME": str(course_home()),
        "COURSE_WORK": str(course_work()),
        "JUPYTER_CONFIG_DIR": str(config),
        "JUPYTER_DATA_DIR": str(config / "data"),
        "JUPYTER_PATH": str(Path(__file__).parent),  # where `labextensions/` lies
        "JUPYTERLAB_SETTINGS_DIR": str(config / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(config / "workspaces"),
        "JUPYTER_PLATFORM_DIRS": "1",
    }
    kept = {name: value for name, value in os.environ.items() if name not in {"COURSE_LANGUAGE", "JUPYTER_CONFIG_PATH"}}
    return kept | own  # no COURSE_LANGUAGE: a page speaks the language of its folder


def settings(reader: Language) -> dict[str, object]:
    """Return JupyterLab's settings for a reader who is no programmer."""
    run = {
        "name": "run-page",
        "command": "course:run-page",  # our own, in `labextensions/`
        "label": RUN.in_language(reader),
        "caption": RUN_CAPTION.in_language(reader),
        "rank": 0,
    }
    others = ["insert", "cut", "copy", "paste", "run", "interrupt", "restart", "restart-and-run", "cellType"]
    hidden = [{"name": name, "disabled": True} for name in others]
    overrides: dict[str, object] = {
        "@jupyterlab/notebook-extension:panel": {"toolbar": [run, *hidden]},
        "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    }
    if reader == "zh":
        overrides["@jupyterlab/translation-extension:plugin"] = {"locale": "zh_CN"}
    return overrides


_STARTED = Text(
    "课程正在打开浏览器。学习时请不要关这个窗口；要结束，在这里按 Ctrl+C，再确认一次。\n你的作答和计划都在：{work}",
    "The course opens in your browser. Keep this window open while you learn; to stop, press Ctrl+C here and confirm.\n"
    "Your answers and plans are in: {work}",
)
_ASIDE = Text(
    "课程更新了一页；你改过的那一份保留为 {name}。",
    "The course renewed a page; the copy you had changed is kept as {name}.",
)
