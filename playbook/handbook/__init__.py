"""The handbook: the plans of all systems as one document, a spreadsheet and a calendar that a team works from."""
