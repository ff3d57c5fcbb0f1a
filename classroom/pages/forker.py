"""The process that warm kernels are forked from: imports what every page imports, then forks at each request.

Nothing here may start a thread or open a socket of ZeroMQ: neither lives through a fork.
"""

from __future__ import annotations

import gc
import json
import os
import random
import select
import signal
import socket
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

PATIENCE = 0.05  # seconds between two looks for kernels that have ended
LARGEST = 1 << 20  # bytes of a request: an environment is some kilobytes
Reports = dict[int, socket.socket]


def main() -> None:
    """Serve until whoever started this is gone; in each fork, become a kernel."""
    control = socket.socket(fileno=int(sys.argv[1]))
    prepare()
    request = serve(control)
    if request:
        become_kernel(request)


def prepare() -> None:
    """Import what pages import and read the sample company, so that each fork finds it in its memory."""
    os.environ["MPLBACKEND"] = "module://matplotlib_inline.backend_inline"  # as a kernel sets it, but before the import
    import_module("ipykernel.kernelapp")
    for planner in sorted(Path(import_module("playbook").__path__[0]).glob("*/planner.py")):
        import_module(f"playbook.{planner.parent.name}.planner")
    import_module("classroom")
    import_module("playbook.facts").sample_facts()
    # pandas looks at its import whether it is in a terminal, which this is not, though no kernel is there yet.
    pd.set_option("display.max_columns", 20)
    gc.freeze()  # what is here for good need not be looked through, and copied, by every fork


def serve(control: socket.socket) -> dict[str, Any] | None:
    """Fork at each request. Return None in this process, when nobody asks any more; the request in each fork."""
    reports: Reports = {}
    while True:
        _tell_who_ended(reports)
        if not select.select([control], [], [], PATIENCE)[0]:
            continue
        message, handles, _, _ = socket.recv_fds(control, LARGEST, 1)
        if not message:
            for pid in reports:
                with suppress(ProcessLookupError):
                    os.killpg(pid, signal.SIGTERM)
            return None
        report, request = socket.socket(fileno=handles[0]), json.loads(message)
        pid = os.fork()
        if not pid:
            for each in (control, report, *reports.values()):
                each.close()
            return dict(request)
        reports[pid] = report
        report.send(str(pid).encode())


def _tell_who_ended(reports: Reports) -> None:
    while reports:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if not pid:
            return
        with reports.pop(pid) as report, suppress(BrokenPipeError):
            report.send(str(os.waitstatus_to_exitcode(status)).encode())


def become_kernel(request: dict[str, Any]) -> None:
    """Turn this fork into the kernel that was asked for, in a session and with chances of its own."""
    # What a kernel does when these are imported: it reads who its parent is, with whom it ends, and widgets tell it
    # that the browser may ask for them.
    told = [f"--IPKernelApp.parent_handle={os.getppid()}", "--IPKernelApp.extra_extensions=ipywidgets"]
    os.setsid()
    os.chdir(request["cwd"])
    os.environ.clear()
    os.environ.update(request["env"])
    random.seed()
    np.random.seed(None)  # noqa: NPY002 - the state that a fork shares is this one
    import_module("ipykernel.kernelapp").launch_new_instance([*request["arguments"], *told])


if __name__ == "__main__":
    main()
