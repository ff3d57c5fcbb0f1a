"""The sheets of `handbook.xlsx` as data: what stands in each cell, and where a change of it goes in the plans."""
