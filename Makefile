# Benchmarks; everything else is `python3 start.py` and `.ci/run`.
PYTHON ?= .venv/bin/python

.PHONY: bench
bench: ## how fast exports are read and weeks found; how often intervals hold the truth; what relays, alarms and ways of a drill do in many worlds; what a cohort costs to grade
	$(PYTHON) tests/bench/exports.py
	$(PYTHON) tests/bench/claims.py
	$(PYTHON) tests/bench/suggest.py
	$(PYTHON) tests/bench/relay.py
	$(PYTHON) tests/bench/alarms.py
	$(PYTHON) tests/bench/drill.py
	$(PYTHON) tests/bench/effects.py
	$(PYTHON) tests/bench/incentive.py
	$(PYTHON) tests/bench/cohort.py
	$(PYTHON) tests/bench/pages.py

.PHONY: faults
faults: ## every fault that grading a cohort must survive: its number, what it is, passed or why it cannot happen
	$(PYTHON) -m tests.faults.table
