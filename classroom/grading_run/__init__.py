"""A run of grading: who handed in what, judged in worker processes, and written down as it comes."""
