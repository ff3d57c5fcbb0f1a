# Benchmarks; everything else is `python3 start.py` and `.ci/run`.
PYTHON ?= .venv/bin/python

.PHONY: bench
bench: ## rows a second of `playbook read`, how often the intervals of claims hold the truth, how long the best week takes, a matrix, and how often intervals of weeks hold the truth
	$(PYTHON) tests/bench/exports.py
	$(PYTHON) tests/bench/claims.py
	$(PYTHON) tests/bench/suggest.py
	$(PYTHON) tests/bench/relay.py
	$(PYTHON) tests/bench/effects.py
