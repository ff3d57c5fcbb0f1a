# Benchmarks; everything else is `python3 start.py` and `.ci/run`.
PYTHON ?= .venv/bin/python

.PHONY: bench
bench: ## rows a second of `playbook read`, how often the intervals of claims hold the truth, how long the best week takes, and a matrix; what alarms do in worlds they were not tuned in, and what ways of acting are worth in a drill
	$(PYTHON) tests/bench/exports.py
	$(PYTHON) tests/bench/claims.py
	$(PYTHON) tests/bench/suggest.py
	$(PYTHON) tests/bench/relay.py
	$(PYTHON) tests/bench/alarms.py
	$(PYTHON) tests/bench/drill.py
