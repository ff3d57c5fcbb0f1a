"""The course as a learner meets it: JupyterLab in a real browser."""
