"""The system `image`: its rules, what the data say, what the company decides."""
