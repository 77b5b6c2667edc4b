/**
 * Forgetting somebody for good: keyed hashes of those who are not to come back (R58), the key of them, and who is
 * erased from this file and maybe not yet from its backups.
 */
export const sql = `
ALTER TABLE identity ADD COLUMN block_key TEXT;

CREATE TABLE blocked (
  hash TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE forgetting (
  uid TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
`
