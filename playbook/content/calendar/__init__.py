"""The queue laid into the slots of two weeks, shown on a page, saved as a file for the team, and read back."""
