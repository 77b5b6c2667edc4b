/** Those with a cadence, their own or that of their kind, are found without reading everybody. */
export const sql = `
CREATE INDEX contacts_by_every ON contacts (every) WHERE every IS NOT NULL;
CREATE INDEX contacts_by_kind  ON contacts (kind)  WHERE kind IS NOT NULL;
`
