"""Pages that tests run start their kernels warm: most of what a page costs is what every page imports."""

import os
from collections.abc import Iterator

import pytest

from classroom.pages.warm import warm_kernels
from playbook.facts import VARIANT

os.environ.update(warm_kernels())


@pytest.fixture(autouse=True)
def _no_variant_stays() -> Iterator[None]:
    """Take away the variant that an exercise page shows in its own process, which here is that of all tests."""
    yield
    os.environ.pop(VARIANT, None)
