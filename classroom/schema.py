"""The tables of a cohort's record. See `store.py`, which alone reads and writes them."""

from __future__ import annotations

FORMAT = 1  # of the tables; a record of another cannot be read
TABLES = """
-- The record of a cohort. What people decide from is never overwritten: a new verdict or mark is a new line.
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- whom and what the latest run graded
CREATE TABLE IF NOT EXISTS learners (learner TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS exercises (
  exercise TEXT PRIMARY KEY, place INTEGER NOT NULL, most INTEGER NOT NULL, version TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS strays (sender TEXT NOT NULL, message INTEGER NOT NULL);
-- what came in, and when, in Beijing time: the first time that these bytes were seen there
CREATE TABLE IF NOT EXISTS received (
  learner TEXT, place TEXT, sha256 TEXT, size INTEGER NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (learner, place, sha256)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, zh TEXT NOT NULL, en TEXT NOT NULL, UNIQUE (zh, en));
-- a verdict for each version of the spec and each state of what the learner handed in
CREATE TABLE IF NOT EXISTS verdicts (
  id INTEGER PRIMARY KEY, learner TEXT NOT NULL, exercise TEXT NOT NULL, version TEXT NOT NULL,
  evidence TEXT NOT NULL, status TEXT NOT NULL, said TEXT NOT NULL,
  UNIQUE (learner, exercise, version, evidence));
CREATE TABLE IF NOT EXISTS items (
  verdict INTEGER, place INTEGER, question TEXT NOT NULL, outcome TEXT NOT NULL, points REAL, most INTEGER NOT NULL,
  message INTEGER NOT NULL, first TEXT, mistake INTEGER,
  PRIMARY KEY (verdict, place)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS words (
  verdict INTEGER, question TEXT, field TEXT, text TEXT NOT NULL,
  PRIMARY KEY (verdict, question, field)) WITHOUT ROWID;
-- which verdict counts now, and which counted before this run changed the version
CREATE TABLE IF NOT EXISTS stands (
  learner TEXT, exercise TEXT, verdict INTEGER NOT NULL, PRIMARY KEY (learner, exercise)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS earlier (
  learner TEXT, exercise TEXT, verdict INTEGER NOT NULL, PRIMARY KEY (learner, exercise)) WITHOUT ROWID;
-- what a person gave; `outcome` and `beneath` are the course's own verdict at that time, `of` what it was given for
CREATE TABLE IF NOT EXISTS marks (
  id INTEGER PRIMARY KEY, learner TEXT NOT NULL, exercise TEXT NOT NULL, question TEXT NOT NULL, points REAL NOT NULL,
  by TEXT NOT NULL, at TEXT NOT NULL, comment TEXT NOT NULL, outcome TEXT NOT NULL, beneath REAL,
  of TEXT NOT NULL);
-- what each learner wrote, whole, in the answer that counts
CREATE VIEW IF NOT EXISTS written AS
SELECT stands.learner, stands.exercise, words.question, group_concat(words.field || ' ' || words.text, char(10)) AS said
FROM stands JOIN words USING (verdict) GROUP BY stands.learner, stands.exercise, words.question;
-- the latest mark of each answer, and what stands there now
CREATE VIEW IF NOT EXISTS given AS
SELECT marks.*, stands.verdict, coalesce(written.said, '') AS said
FROM marks LEFT JOIN stands USING (learner, exercise) LEFT JOIN written USING (learner, exercise, question)
WHERE marks.id IN (SELECT max(id) FROM marks GROUP BY learner, exercise, question);
-- what counts although another version of the course gave it
CREATE VIEW IF NOT EXISTS outdated AS
SELECT stands.* FROM stands JOIN verdicts ON verdicts.id = stands.verdict
JOIN exercises ON exercises.exercise = stands.exercise WHERE verdicts.version != exercises.version;
"""

# Each learner and exercise with its verdict, if it has one, and the items of it.
STANDING = """
SELECT learners.learner, exercises.exercise, verdicts.id, status, said, question, outcome, points, items.most, first,
  mistake, zh, en
FROM learners CROSS JOIN exercises
LEFT JOIN stands ON stands.learner = learners.learner AND stands.exercise = exercises.exercise
LEFT JOIN verdicts ON verdicts.id = stands.verdict
LEFT JOIN items ON items.verdict = verdicts.id
LEFT JOIN messages ON messages.id = items.message
ORDER BY learners.learner, exercises.place, items.place
"""
# The same of what counted before, as far as there is any.
EARLIER = STANDING.replace("LEFT JOIN stands", "JOIN stands").replace("stands", "earlier")
MARKED = "INSERT INTO marks VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

# What counted until now moves there, unless something that people saw before it does already.
SET_ASIDE = "INSERT OR IGNORE INTO earlier SELECT * FROM outdated"
OUTDATED = "DELETE FROM stands WHERE verdict IN (SELECT verdict FROM outdated)"
# What needs not be graded again, for a learner and an evidence.
DONE = """
SELECT verdicts.exercise, id FROM verdicts JOIN exercises USING (exercise, version)
WHERE learner = ? AND evidence = ? AND NOT EXISTS (SELECT * FROM items WHERE verdict = id AND outcome = 'error')
"""
# The number of a verdict; one that failed is given again under its old number.
FOUND = """
INSERT INTO verdicts SELECT NULL, new.learner, new.exercise, version, evidence, status, said
FROM (SELECT ? AS status, ? AS said, ? AS learner, ? AS exercise, ? AS evidence) AS new
JOIN exercises ON exercises.exercise = new.exercise WHERE TRUE
ON CONFLICT DO UPDATE SET status = excluded.status, said = excluded.said RETURNING id
"""
