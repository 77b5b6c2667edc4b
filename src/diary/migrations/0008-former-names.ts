/**
 * Names that were given up, and cards that were merged, are found without reading the whole history. A
 * file from elsewhere may have text there that is not JSON, which an index must not refuse.
 */
export const sql = `
CREATE INDEX journal_changes_renaming ON journal_changes (row_uid)
  WHERE kind = 'contacts' AND CASE WHEN json_valid(before) AND json_valid(after) THEN before ->> '$.name' <> after ->> '$.name' END;
CREATE INDEX journal_merging ON journal (id) WHERE CASE WHEN json_valid(data) THEN data ->> '$.gone' END IS NOT NULL;
`
