/** Promises that repeat (R62), and promises that a mailbox opened (R65). */
export const sql = `
ALTER TABLE promises ADD COLUMN repeat    TEXT    CHECK (json_valid(repeat));
ALTER TABLE promises ADD COLUMN from_mail INTEGER NOT NULL DEFAULT 0 CHECK (from_mail IN (0, 1));
`
