"""What a company decides about its Weibo accounts: rules, data, plans and their planners."""

import os

# Our matrices have a hundred rows or two: to share one among threads takes longer than to work it out, and much longer
# where other processes want the cores. numpy reads this when it is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
