"""Other tools' exports to the posts table: known by their columns, mended where that is safe, every row accounted for.

`read_exports(paths)` reads; `report_csv(reading.report)` writes the report, one row or more for each row read.
`batches(paths)` does the same piece by piece. A new layout is a table in `layouts.toml`.
"""

from playbook.exports.batch import Batch
from playbook.exports.read import Reading, batches, read_exports
from playbook.exports.refusals import ExportError
from playbook.exports.report import report_csv
from playbook.exports.tally import Tally

__all__ = ["Batch", "ExportError", "Reading", "Tally", "batches", "read_exports", "report_csv"]
