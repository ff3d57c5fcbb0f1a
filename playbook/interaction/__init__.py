"""The system `interaction`: its rules, what the data say, what the company decides."""
