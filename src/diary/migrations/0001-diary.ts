/**
 * The first diary: contacts, promises, entries, settings, and the journal of every change to them.
 *
 * What is looked up by is kept by the database itself: each contact carries its keys in `lookup`, and triggers
 * spread them over `contact_keys` and the search tables, so that no change, and no undo of one, can leave them behind.
 */
export const sql = `
CREATE TABLE contacts (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  uid            TEXT    NOT NULL UNIQUE,
  name           TEXT    NOT NULL CHECK (trim(name) <> ''),
  company        TEXT,
  nick           TEXT,
  kind           TEXT,
  channel        TEXT,
  phones         TEXT    NOT NULL CHECK (json_valid(phones)),
  emails         TEXT    NOT NULL CHECK (json_valid(emails)),
  addresses      TEXT    NOT NULL CHECK (json_valid(addresses)),
  met            TEXT,
  source_word    TEXT,
  from_id        INTEGER REFERENCES contacts (id),
  every          TEXT,
  time_zone      TEXT,
  best_time      TEXT,
  tags           TEXT    NOT NULL CHECK (json_valid(tags)),
  note           TEXT,
  do_not_contact TEXT    CHECK (json_valid(do_not_contact)),
  added_at       INTEGER NOT NULL,
  added_offset   INTEGER NOT NULL,
  lookup         TEXT    NOT NULL CHECK (json_valid(lookup))
) STRICT;
CREATE INDEX contacts_from ON contacts (from_id) WHERE from_id IS NOT NULL;

CREATE TABLE plans (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  uid     TEXT    NOT NULL UNIQUE,
  name    TEXT    NOT NULL,
  steps   TEXT    NOT NULL CHECK (json_valid(steps)),
  set_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE plan_runs (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  contact_id INTEGER NOT NULL REFERENCES contacts (id),
  plan       TEXT    NOT NULL,
  steps      TEXT    NOT NULL CHECK (json_valid(steps)),
  what       TEXT    NOT NULL,
  stopped    TEXT
) STRICT;
CREATE INDEX plan_runs_by_contact ON plan_runs (contact_id);

CREATE TABLE promises (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  uid            TEXT    NOT NULL UNIQUE,
  contact_id     INTEGER NOT NULL REFERENCES contacts (id),
  about_id       INTEGER REFERENCES contacts (id),
  owner          TEXT    NOT NULL CHECK (owner IN ('mine', 'theirs')),
  what           TEXT    NOT NULL CHECK (trim(what) <> ''),
  channel        TEXT,
  kind           TEXT    NOT NULL,
  hot            INTEGER NOT NULL CHECK (hot IN (0, 1)),
  due_day        TEXT    NOT NULL,
  due_time       TEXT,
  promised_day   TEXT    NOT NULL,
  promised_time  TEXT,
  snoozed_until  TEXT,
  trigger        TEXT,
  plan           TEXT,
  run_id         INTEGER REFERENCES plan_runs (id),
  step_index     INTEGER,
  window_until   TEXT,
  made_at        INTEGER NOT NULL,
  made_offset    INTEGER NOT NULL,
  status         TEXT    NOT NULL CHECK (status IN ('open', 'kept', 'dropped')),
  closed_at      INTEGER,
  closed_offset  INTEGER,
  outcome        TEXT,
  reason         TEXT,
  note           TEXT,
  CHECK ((status = 'open') = (closed_at IS NULL)),
  CHECK ((closed_at IS NULL) = (closed_offset IS NULL)),
  CHECK ((status = 'kept') = (outcome IS NOT NULL)),
  CHECK (status <> 'dropped' OR reason IS NOT NULL),
  CHECK ((run_id IS NULL) = (step_index IS NULL))
) STRICT;
CREATE INDEX promises_open_by_day     ON promises (due_day)    WHERE status = 'open';
CREATE INDEX promises_open_by_contact ON promises (contact_id) WHERE status = 'open';
CREATE INDEX promises_by_contact      ON promises (contact_id);
CREATE INDEX promises_about           ON promises (about_id)   WHERE about_id IS NOT NULL;
CREATE INDEX promises_by_run          ON promises (run_id)     WHERE run_id IS NOT NULL;
CREATE INDEX promises_closed          ON promises (closed_at)  WHERE closed_at IS NOT NULL;

CREATE TABLE entries (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  at         INTEGER NOT NULL,
  at_offset  INTEGER NOT NULL,
  contact_id INTEGER NOT NULL REFERENCES contacts (id),
  promise_id INTEGER REFERENCES promises (id),
  act        TEXT    NOT NULL,
  direction  TEXT    CHECK (direction IN ('in', 'out')),
  channel    TEXT,
  outcome    TEXT,
  text       TEXT,
  feedback   TEXT,
  offer      TEXT,
  remark     TEXT
) STRICT;
CREATE INDEX entries_by_contact ON entries (contact_id, at);
CREATE INDEX entries_by_promise ON entries (promise_id) WHERE promise_id IS NOT NULL;
CREATE INDEX entries_by_time    ON entries (at);

CREATE TABLE settings (
  uid   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uid       TEXT    NOT NULL UNIQUE,
  device    TEXT    NOT NULL,
  command   TEXT    NOT NULL,
  title     TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  at_offset INTEGER NOT NULL,
  undoes    INTEGER REFERENCES journal (id)
) STRICT;

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
CREATE INDEX journal_changes_by_row ON journal_changes (row_uid);

CREATE TABLE identity (
  device TEXT NOT NULL
) STRICT;

CREATE TABLE contact_keys (
  kind       TEXT    NOT NULL,
  key        TEXT    NOT NULL,
  contact_id INTEGER NOT NULL,
  PRIMARY KEY (kind, key, contact_id)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE contact_search USING fts5 (
  name, numbers, rest, content = '', contentless_delete = 1, tokenize = 'trigram'
);
CREATE VIRTUAL TABLE promise_search USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1'
);
CREATE VIRTUAL TABLE entry_search USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1'
);

INSERT INTO contact_search (contact_search, rank) VALUES ('secure-delete', 1);
INSERT INTO promise_search (promise_search, rank) VALUES ('secure-delete', 1);
INSERT INTO entry_search (entry_search, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER contacts_inserted AFTER INSERT ON contacts BEGIN
  INSERT OR IGNORE INTO contact_keys
    SELECT value ->> 0, value ->> 1, new.id FROM json_each(new.lookup, '$.keys');
  INSERT INTO contact_search (rowid, name, numbers, rest)
    VALUES (new.id, new.lookup ->> '$.name', new.lookup ->> '$.numbers', new.lookup ->> '$.rest');
END;
CREATE TRIGGER contacts_deleted AFTER DELETE ON contacts BEGIN
  DELETE FROM contact_keys
    WHERE (kind, key, contact_id) IN (SELECT value ->> 0, value ->> 1, old.id FROM json_each(old.lookup, '$.keys'));
  DELETE FROM contact_search WHERE rowid = old.id;
END;
CREATE TRIGGER contacts_updated AFTER UPDATE ON contacts WHEN new.lookup <> old.lookup BEGIN
  DELETE FROM contact_keys
    WHERE (kind, key, contact_id) IN (SELECT value ->> 0, value ->> 1, old.id FROM json_each(old.lookup, '$.keys'));
  DELETE FROM contact_search WHERE rowid = old.id;
  INSERT OR IGNORE INTO contact_keys
    SELECT value ->> 0, value ->> 1, new.id FROM json_each(new.lookup, '$.keys');
  INSERT INTO contact_search (rowid, name, numbers, rest)
    VALUES (new.id, new.lookup ->> '$.name', new.lookup ->> '$.numbers', new.lookup ->> '$.rest');
END;

CREATE TRIGGER promises_inserted AFTER INSERT ON promises BEGIN
  INSERT INTO promise_search (rowid, text)
    VALUES (new.id, concat_ws(' ', new.what, new.trigger, new.reason, new.note));
END;
CREATE TRIGGER promises_deleted AFTER DELETE ON promises BEGIN
  DELETE FROM promise_search WHERE rowid = old.id;
END;
CREATE TRIGGER promises_updated AFTER UPDATE OF what, trigger, reason, note ON promises BEGIN
  DELETE FROM promise_search WHERE rowid = old.id;
  INSERT INTO promise_search (rowid, text)
    VALUES (new.id, concat_ws(' ', new.what, new.trigger, new.reason, new.note));
END;

CREATE TRIGGER entries_inserted AFTER INSERT ON entries BEGIN
  INSERT INTO entry_search (rowid, text) VALUES (new.id, concat_ws(' ', new.text, new.offer));
END;
CREATE TRIGGER entries_deleted AFTER DELETE ON entries BEGIN
  DELETE FROM entry_search WHERE rowid = old.id;
END;
CREATE TRIGGER entries_updated AFTER UPDATE OF text, offer ON entries BEGIN
  DELETE FROM entry_search WHERE rowid = old.id;
  INSERT INTO entry_search (rowid, text) VALUES (new.id, concat_ws(' ', new.text, new.offer));
END;

`
