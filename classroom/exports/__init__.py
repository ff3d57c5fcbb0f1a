"""Gradebooks as other systems read them: Canvas, Moodle, nbgrader.

All are UTF-8 without a byte-order mark: none of the three needs one, and where a reader does not take it away, the
first column has another name. Names that a spreadsheet would run are refused, not changed: a changed name matches
nobody.
"""
