"""The system `campaign`: which activity, for whom, at what threshold and cost, and what must be published up front."""
