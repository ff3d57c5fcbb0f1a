"""`python -m classroom` is the command `classroom`."""

import sys

from classroom.cli import main

sys.exit(main())
