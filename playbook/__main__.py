"""`python -m playbook` is the command `playbook`."""

import sys

from playbook.cli import main

sys.exit(main())
