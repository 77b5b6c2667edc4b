/**
 * Indexes of former names and of merged cards, which are found without reading the whole history. A file from elsewhere
 * may contain text that is not JSON; an index must accept it.
 */
export const sql = `
CREATE INDEX journal_changes_renaming ON journal_changes (row_uid)
  WHERE kind = 'contacts' AND CASE WHEN json_valid(before) AND json_valid(after) THEN before ->> '$.name' <> after ->> '$.name' END;
CREATE INDEX journal_merging ON journal (id) WHERE CASE WHEN json_valid(data) THEN data ->> '$.gone' END IS NOT NULL;
`
