"""Learning it: lessons, exercises, answers as data, grading, pages. Imports playbook, never the other way round."""

from classroom.form import exercise, lesson

__all__ = ["exercise", "lesson"]
