"""The system `governance`: its rules, what the data say, what the company decides."""
