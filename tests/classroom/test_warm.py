"""A kernel that was forked is a kernel like any other: its own place and language, interrupted, ended, missed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager, start_new_kernel

from classroom.pages.warm import NAME, warm_kernels
from tests.browser.course import until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux alone")
Kernel = tuple[KernelManager, BlockingKernelClient]


@pytest.fixture(scope="module")
def start() -> Iterator[Callable[..., Kernel]]:
    """Return a starter of kernels that ends them all."""
    started: list[Kernel] = []

    def one(**env: str) -> Kernel:
        kernel: Kernel = start_new_kernel(kernel_name="python3", env=os.environ | env)
        started.append(kernel)
        return kernel

    yield one
    for manager, client in started:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def said(client: BlockingKernelClient, code: str) -> str:
    """What a kernel prints when it runs the code."""
    heard: list[str] = []
    client.execute_interactive(
        code, timeout=30, output_hook=lambda message: heard.append(message["content"].get("text", ""))
    )
    return "".join(heard).strip()


def test_kernels_are_forked_in_these_tests() -> None:
    assert warm_kernels() == {"JUPYTER_DEFAULT_PROVISIONER_NAME": NAME}
    assert os.environ["JUPYTER_DEFAULT_PROVISIONER_NAME"] == NAME


def test_each_kernel_has_a_language_and_chances_of_its_own(start: Callable[..., Kernel]) -> None:
    kernels = [start(COURSE_LANGUAGE=language)[1] for language in ("zh", "en")]
    code = (
        "import sys, numpy; from playbook.language import language; "
        "print(language(), 'pandas' in sys.modules, numpy.random.rand())"
    )
    words = [said(client, code).split() for client in kernels]
    assert [each[:2] for each in words] == [["zh", "True"], ["en", "True"]]
    assert words[0][2] != words[1][2]


def test_one_is_interrupted_and_goes_on(start: Callable[..., Kernel]) -> None:
    manager, client = start()
    client.execute("import time\ntry:\n    time.sleep(60)\nexcept KeyboardInterrupt:\n    stopped = True")
    until(lambda: client.get_iopub_msg(timeout=30)["msg_type"] == "execute_input", "the cell at work")
    manager.interrupt_kernel()
    assert said(client, "print(stopped)") == "True"


def test_one_that_dies_is_missed(start: Callable[..., Kernel]) -> None:
    manager, client = start()
    assert manager.is_alive()
    client.execute("import os; os._exit(3)")
    until(lambda: not manager.is_alive(), "the news that the kernel is gone")


def test_kernels_end_with_whoever_had_them_forked(tmp_path: Path) -> None:
    code = """
import os, sys
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="python3")
print(manager.provisioner.pid, flush=True)
os._exit(0)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    kernel = int(done.stdout)
    until(lambda: not Path(f"/proc/{kernel}").exists(), "the end of the kernel", 20)
