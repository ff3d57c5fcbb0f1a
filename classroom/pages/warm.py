"""Kernels that start at once: forked from a process that has imported the course already.

Starting a kernel and importing pandas, matplotlib and the playbook is most of what running a page costs. Whoever runs
many pages sets the variable of `warm_kernels()`; papermill, nbval and JupyterLab take it from there, as they are.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

LAUNCHER = "ipykernel_launcher"
NAME = "forking-provisioner"  # as in the entry points of pyproject.toml
TOLD_BY = ("COURSE_HOME", "PYTHONPATH")  # what a process has imported and read depends on these


def warm_kernels() -> dict[str, str]:
    """Return the variable that makes Jupyter start kernels this way; on systems other than Linux, none.

    macOS and Windows cannot fork a process that has loaded so much; kernels start there as ever.
    """
    return {"JUPYTER_DEFAULT_PROVISIONER_NAME": NAME} if sys.platform == "linux" else {}


class ForkingProvisioner(LocalProvisioner):
    """Starts Python kernels by a fork, and any other kernel as its base class does."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:  # noqa: ANN401 - of Popen
        """Start a kernel; return how to reach it. Raises OSError if the process to fork from cannot be had."""
        if LAUNCHER not in cmd:
            return await super().launch_kernel(cmd, **kwargs)
        env = dict(kwargs.get("env") or os.environ)
        forker = _forker(cmd[0], tuple(env.get(name, "") for name in TOLD_BY))
        self.cwd = kwargs.get("cwd") or Path.cwd()
        arguments = cmd[cmd.index(LAUNCHER) + 1 :]
        forked = forker.fork({"arguments": arguments, "env": env, "cwd": str(self.cwd)})
        self.process = forked  # type: ignore[assignment]  # has what is asked of a Popen
        self.pid = self.pgid = forked.pid
        return self.connection_info


class Forked:
    """A kernel that another process has forked for us, with what a provisioner asks of `subprocess.Popen`."""

    stdin = stdout = stderr = None

    def __init__(self, report: socket.socket) -> None:
        self._report = report
        self.pid = int(report.recv(64))
        self.returncode: int | None = None
        report.setblocking(False)

    def poll(self) -> int | None:
        """Return the exit status; None while the kernel runs."""
        if self.returncode is None:
            try:
                said = self._report.recv(64)
            except BlockingIOError:
                return None
            self.returncode = int(said or -signal.SIGKILL)  # nothing: the process it was forked from is gone
            self._report.close()
        return self.returncode

    def wait(self) -> int:
        """Return the exit status once `poll` has told it."""
        assert self.returncode is not None  # noqa: S101 - a provisioner waits by polling
        return self.returncode

    def send_signal(self, number: int) -> None:
        """Send a signal; one that is no longer there gets none."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """End the kernel at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask the kernel to end."""
        self.send_signal(signal.SIGTERM)


class Forker:
    """The process that kernels are forked from. It ends with us, and they with it."""

    def __init__(self, python: str) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                [python, "-m", "classroom.pages.forker", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )
        atexit.register(self.close)

    def close(self) -> None:
        """Ask for no more kernels: the process ends, and with it those that still run."""
        self._control.close()
        self._process.wait()

    def fork(self, request: dict[str, Any]) -> Forked:
        """Return a kernel started as `request` says: `arguments`, `env`, `cwd`."""
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            socket.send_fds(self._control, [json.dumps(request).encode()], [theirs.fileno()])
        return Forked(ours)


@cache
def _forker(python: str, _told_by: tuple[str, ...]) -> Forker:
    return Forker(python)
