"""What the data say on metrics: a module for each question; pure functions from facts or series to estimates.

All of them take weeks (by their Mondays) and leave out what nobody wrote down: it is missing, never zero.
"""
