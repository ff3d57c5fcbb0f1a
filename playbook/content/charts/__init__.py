"""What the data on content look like: each function answers one question with one chart."""

from playbook.account_charts import NO_COUNTS, NO_HOURS, NO_POSTS, ChartOfAccount
from playbook.content.charts.by_kind import NO_LEDGER, columns, forms, rankings
from playbook.content.charts.mix import mix_over_time
from playbook.content.charts.questions import NO_INBOX, asked
from playbook.content.charts.texts import endings, forms_trap, lengths

__all__ = [
    "NO_COUNTS",
    "NO_HOURS",
    "NO_INBOX",
    "NO_LEDGER",
    "NO_POSTS",
    "ChartOfAccount",
    "asked",
    "columns",
    "endings",
    "forms",
    "forms_trap",
    "lengths",
    "mix_over_time",
    "rankings",
]
