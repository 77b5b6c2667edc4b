/**
 * Facts as data: entries, promises and the history state in columns what they had in words, the history names rows by
 * uid, and the file knows which device it belongs to. `fillFacts` takes the facts out of the words; before that, the
 * words of an entry are data that decides nothing.
 */
export const sql = `
ALTER TABLE entries ADD COLUMN data TEXT CHECK (json_valid(data));
UPDATE entries SET data = json_object('words', remark) WHERE remark IS NOT NULL;
ALTER TABLE entries DROP COLUMN remark;
CREATE INDEX entries_nothing_next ON entries (contact_id) WHERE data ->> '$.nothingNext' IS NOT NULL;

ALTER TABLE promises ADD COLUMN from_call_log INTEGER NOT NULL DEFAULT 0 CHECK (from_call_log IN (0, 1));

ALTER TABLE identity ADD COLUMN origin TEXT;
ALTER TABLE identity ADD COLUMN fingerprint TEXT;
UPDATE identity SET origin = device;

ALTER TABLE journal RENAME TO journal_3;
CREATE TABLE journal (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uid       TEXT    NOT NULL UNIQUE,
  device    TEXT    NOT NULL,
  command   TEXT    NOT NULL,
  title     TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  at_offset INTEGER NOT NULL,
  undoes    TEXT    REFERENCES journal (uid),
  data      TEXT    CHECK (json_valid(data))
) STRICT;
INSERT INTO journal
  SELECT j.id, j.uid, j.device, j.command, j.title, j.at, j.at_offset, u.uid, NULL
  FROM journal_3 j LEFT JOIN journal_3 u ON u.id = j.undoes ORDER BY j.id;

DROP INDEX journal_changes_by_row;
ALTER TABLE journal_changes RENAME TO journal_changes_3;
CREATE TABLE journal_changes (
  journal_id INTEGER NOT NULL REFERENCES journal (id),
  seq        INTEGER NOT NULL,
  kind       TEXT    NOT NULL CHECK (kind IN ('contacts', 'promises', 'entries', 'settings', 'plans', 'plan_runs')),
  row_uid    TEXT    NOT NULL,
  before     TEXT    CHECK (json_valid(before)),
  after      TEXT    CHECK (json_valid(after)),
  PRIMARY KEY (journal_id, seq),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO journal_changes SELECT * FROM journal_changes_3;
DROP TABLE journal_changes_3;
DROP TABLE journal_3;
CREATE INDEX journal_changes_by_row ON journal_changes (row_uid);
`
