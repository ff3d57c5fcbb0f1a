"""Pages that tests run start their kernels warm: most of what a page costs is what every page imports."""

import os

from classroom.pages.warm import warm_kernels

os.environ.update(warm_kernels())
