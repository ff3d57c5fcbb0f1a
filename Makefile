# Benchmarks; everything else is `python3 start.py` and `.ci/run`.
PYTHON ?= .venv/bin/python

.PHONY: bench
bench: ## rows a second of `playbook read`, and how often the intervals of claims hold the truth
	$(PYTHON) tests/bench/exports.py
	$(PYTHON) tests/bench/claims.py
