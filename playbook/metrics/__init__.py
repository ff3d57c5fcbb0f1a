"""The system `metrics`: its rules, what the data say, what the company decides."""
