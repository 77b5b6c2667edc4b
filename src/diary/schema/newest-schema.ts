/**
 * The schema that the migrations produce: each object with its type, its name, its table and its SQL, sorted by type
 * and name. A test compares it with the migrations.
 */
export const newestSchema = `index contacts_by_every contacts CREATE INDEX contacts_by_every ON contacts (every) WHERE every IS NOT NULL
index contacts_by_kind contacts CREATE INDEX contacts_by_kind  ON contacts (kind)  WHERE kind IS NOT NULL
index contacts_from contacts CREATE INDEX contacts_from ON contacts (from_id) WHERE from_id IS NOT NULL
index entries_by_contact entries CREATE INDEX entries_by_contact ON entries (contact_id, at)
index entries_by_promise entries CREATE INDEX entries_by_promise ON entries (promise_id) WHERE promise_id IS NOT NULL
index entries_by_time entries CREATE INDEX entries_by_time    ON entries (at)
index entries_nothing_next entries CREATE INDEX entries_nothing_next ON entries (contact_id) WHERE data ->> '$.nothingNext' IS NOT NULL
index journal_changes_by_row journal_changes CREATE INDEX journal_changes_by_row ON journal_changes (row_uid)
index journal_changes_renaming journal_changes CREATE INDEX journal_changes_renaming ON journal_changes (row_uid)
  WHERE kind = 'contacts' AND CASE WHEN json_valid(before) AND json_valid(after) THEN before ->> '$.name' <> after ->> '$.name' END
index journal_merging journal CREATE INDEX journal_merging ON journal (id) WHERE CASE WHEN json_valid(data) THEN data ->> '$.gone' END IS NOT NULL
index plan_runs_by_contact plan_runs CREATE INDEX plan_runs_by_contact ON plan_runs (contact_id)
index promises_about promises CREATE INDEX promises_about           ON promises (about_id)   WHERE about_id IS NOT NULL
index promises_by_contact promises CREATE INDEX promises_by_contact      ON promises (contact_id)
index promises_by_run promises CREATE INDEX promises_by_run          ON promises (run_id)     WHERE run_id IS NOT NULL
index promises_closed promises CREATE INDEX promises_closed          ON promises (closed_at)  WHERE closed_at IS NOT NULL
index promises_open_by_contact promises CREATE INDEX promises_open_by_contact ON promises (contact_id) WHERE status = 'open'
index promises_open_by_day promises CREATE INDEX promises_open_by_day     ON promises (due_day)    WHERE status = 'open'
index sqlite_autoindex_contacts_1 contacts
index sqlite_autoindex_entries_1 entries
index sqlite_autoindex_journal_1 journal
index sqlite_autoindex_plan_runs_1 plan_runs
index sqlite_autoindex_plans_1 plans
index sqlite_autoindex_promises_1 promises
table blocked blocked CREATE TABLE blocked (
  hash TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID
table contact_keys contact_keys CREATE TABLE contact_keys (
  kind       TEXT    NOT NULL,
  key        TEXT    NOT NULL,
  contact_id INTEGER NOT NULL,
  PRIMARY KEY (kind, key, contact_id)
) STRICT, WITHOUT ROWID
table contact_search contact_search CREATE VIRTUAL TABLE contact_search USING fts5 (
  name, numbers, rest, content = '', contentless_delete = 1, tokenize = 'trigram'
)
table contact_search_config contact_search_config CREATE TABLE 'contact_search_config'(k PRIMARY KEY, v) WITHOUT ROWID
table contact_search_data contact_search_data CREATE TABLE 'contact_search_data'(id INTEGER PRIMARY KEY, block BLOB)
table contact_search_docsize contact_search_docsize CREATE TABLE 'contact_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER)
table contact_search_idx contact_search_idx CREATE TABLE 'contact_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID
table contacts contacts CREATE TABLE contacts (
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
, title         TEXT, department    TEXT, name_prefix   TEXT, given_name    TEXT, middle_name   TEXT, family_name   TEXT, name_suffix   TEXT, birthday      TEXT CHECK (birthday GLOB '[-0-9]*-[0-1][0-9]-[0-3][0-9]'), anniversaries TEXT CHECK (json_type(anniversaries) = 'array'), links         TEXT CHECK (json_type(links) = 'array'), extra         TEXT CHECK (json_type(extra) = 'array')) STRICT
table copies copies CREATE TABLE copies (
  path        TEXT    PRIMARY KEY,
  made_at     INTEGER NOT NULL,
  made_offset INTEGER NOT NULL
) STRICT, WITHOUT ROWID
table entries entries CREATE TABLE entries (
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
  data TEXT CHECK (json_valid(data))) STRICT
table entry_search entry_search CREATE VIRTUAL TABLE entry_search USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1'
)
table entry_search_config entry_search_config CREATE TABLE 'entry_search_config'(k PRIMARY KEY, v) WITHOUT ROWID
table entry_search_data entry_search_data CREATE TABLE 'entry_search_data'(id INTEGER PRIMARY KEY, block BLOB)
table entry_search_docsize entry_search_docsize CREATE TABLE 'entry_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER)
table entry_search_idx entry_search_idx CREATE TABLE 'entry_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID
table forgetting forgetting CREATE TABLE forgetting (
  uid TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID
table identity identity CREATE TABLE identity (
  device TEXT NOT NULL
, block_key TEXT, origin TEXT, fingerprint TEXT) STRICT
table journal journal CREATE TABLE journal (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  uid       TEXT    NOT NULL UNIQUE,
  device    TEXT    NOT NULL,
  command   TEXT    NOT NULL,
  title     TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  at_offset INTEGER NOT NULL,
  undoes    TEXT    REFERENCES journal (uid),
  data      TEXT    CHECK (json_valid(data))
) STRICT
table journal_changes journal_changes CREATE TABLE journal_changes (
  journal_id INTEGER NOT NULL REFERENCES journal (id),
  seq        INTEGER NOT NULL,
  kind       TEXT    NOT NULL CHECK (kind IN ('contacts', 'promises', 'entries', 'settings', 'plans', 'plan_runs')),
  row_uid    TEXT    NOT NULL,
  before     TEXT    CHECK (json_valid(before)),
  after      TEXT    CHECK (json_valid(after)),
  PRIMARY KEY (journal_id, seq),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT, WITHOUT ROWID
table plan_runs plan_runs CREATE TABLE plan_runs (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  uid        TEXT    NOT NULL UNIQUE,
  contact_id INTEGER NOT NULL REFERENCES contacts (id),
  plan       TEXT    NOT NULL,
  steps      TEXT    NOT NULL CHECK (json_valid(steps)),
  what       TEXT    NOT NULL,
  stopped    TEXT
) STRICT
table plans plans CREATE TABLE plans (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  uid     TEXT    NOT NULL UNIQUE,
  name    TEXT    NOT NULL,
  steps   TEXT    NOT NULL CHECK (json_valid(steps)),
  set_at  INTEGER NOT NULL
) STRICT
table promise_search promise_search CREATE VIRTUAL TABLE promise_search USING fts5 (
  text, content = '', contentless_delete = 1, tokenize = 'trigram remove_diacritics 1'
)
table promise_search_config promise_search_config CREATE TABLE 'promise_search_config'(k PRIMARY KEY, v) WITHOUT ROWID
table promise_search_data promise_search_data CREATE TABLE 'promise_search_data'(id INTEGER PRIMARY KEY, block BLOB)
table promise_search_docsize promise_search_docsize CREATE TABLE 'promise_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER)
table promise_search_idx promise_search_idx CREATE TABLE 'promise_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID
table promises promises CREATE TABLE promises (
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
  note           TEXT, from_call_log INTEGER NOT NULL DEFAULT 0 CHECK (from_call_log IN (0, 1)), repeat    TEXT    CHECK (json_valid(repeat)), from_mail INTEGER NOT NULL DEFAULT 0 CHECK (from_mail IN (0, 1)),
  CHECK ((status = 'open') = (closed_at IS NULL)),
  CHECK ((closed_at IS NULL) = (closed_offset IS NULL)),
  CHECK ((status = 'kept') = (outcome IS NOT NULL)),
  CHECK (status <> 'dropped' OR reason IS NOT NULL),
  CHECK ((run_id IS NULL) = (step_index IS NULL))
) STRICT
table settings settings CREATE TABLE settings (
  uid   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID
table sqlite_sequence sqlite_sequence CREATE TABLE sqlite_sequence(name,seq)
trigger contacts_deleted contacts CREATE TRIGGER contacts_deleted AFTER DELETE ON contacts BEGIN
  DELETE FROM contact_keys
    WHERE (kind, key, contact_id) IN (SELECT value ->> 0, value ->> 1, old.id FROM json_each(old.lookup, '$.keys'));
  DELETE FROM contact_search WHERE rowid = old.id;
END
trigger contacts_inserted contacts CREATE TRIGGER contacts_inserted AFTER INSERT ON contacts BEGIN
  INSERT OR IGNORE INTO contact_keys
    SELECT value ->> 0, value ->> 1, new.id FROM json_each(new.lookup, '$.keys');
  INSERT INTO contact_search (rowid, name, numbers, rest)
    VALUES (new.id, new.lookup ->> '$.name', new.lookup ->> '$.numbers', new.lookup ->> '$.rest');
END
trigger contacts_updated contacts CREATE TRIGGER contacts_updated AFTER UPDATE ON contacts WHEN new.lookup <> old.lookup BEGIN
  DELETE FROM contact_keys
    WHERE (kind, key, contact_id) IN (SELECT value ->> 0, value ->> 1, old.id FROM json_each(old.lookup, '$.keys'));
  DELETE FROM contact_search WHERE rowid = old.id;
  INSERT OR IGNORE INTO contact_keys
    SELECT value ->> 0, value ->> 1, new.id FROM json_each(new.lookup, '$.keys');
  INSERT INTO contact_search (rowid, name, numbers, rest)
    VALUES (new.id, new.lookup ->> '$.name', new.lookup ->> '$.numbers', new.lookup ->> '$.rest');
END
trigger entries_deleted entries CREATE TRIGGER entries_deleted AFTER DELETE ON entries BEGIN
  DELETE FROM entry_search WHERE rowid = old.id;
END
trigger entries_inserted entries CREATE TRIGGER entries_inserted AFTER INSERT ON entries BEGIN
  INSERT INTO entry_search (rowid, text) VALUES (new.id, concat_ws(' ', new.text, new.offer));
END
trigger entries_updated entries CREATE TRIGGER entries_updated AFTER UPDATE OF text, offer ON entries BEGIN
  DELETE FROM entry_search WHERE rowid = old.id;
  INSERT INTO entry_search (rowid, text) VALUES (new.id, concat_ws(' ', new.text, new.offer));
END
trigger promises_deleted promises CREATE TRIGGER promises_deleted AFTER DELETE ON promises BEGIN
  DELETE FROM promise_search WHERE rowid = old.id;
END
trigger promises_inserted promises CREATE TRIGGER promises_inserted AFTER INSERT ON promises BEGIN
  INSERT INTO promise_search (rowid, text)
    VALUES (new.id, concat_ws(' ', new.what, new.trigger, new.reason, new.note));
END
trigger promises_updated promises CREATE TRIGGER promises_updated AFTER UPDATE OF what, trigger, reason, note ON promises BEGIN
  DELETE FROM promise_search WHERE rowid = old.id;
  INSERT INTO promise_search (rowid, text)
    VALUES (new.id, concat_ws(' ', new.what, new.trigger, new.reason, new.note));
END`
