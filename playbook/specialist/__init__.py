"""The system `specialist`: its rules, what the data say, what the company decides."""
