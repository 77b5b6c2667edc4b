/** Where `fu backup <file>` made copies of this file, on this machine, so that `fu forget` finds them. */
export const sql = `
CREATE TABLE copies (
  path        TEXT    PRIMARY KEY,
  made_at     INTEGER NOT NULL,
  made_offset INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`
