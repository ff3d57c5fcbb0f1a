"""The system `strategy`: its rules, what the data say, what the company decides."""
