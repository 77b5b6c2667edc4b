/** Names that were given up, and cards that were merged, are found without reading the whole history. */
export const sql = `
CREATE INDEX journal_changes_renaming ON journal_changes (row_uid)
  WHERE kind = 'contacts' AND before ->> '$.name' <> after ->> '$.name';
CREATE INDEX journal_merging ON journal (id) WHERE data ->> '$.gone' IS NOT NULL;
`
