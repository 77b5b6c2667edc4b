/**
 * What a vCard knows of a person, and what no column has a name for. A column is NULL where nothing is known, also in
 * place of an empty list: so it is in the images of the history, which older versions wrote without it.
 */
export const sql = `
ALTER TABLE contacts ADD COLUMN title         TEXT;
ALTER TABLE contacts ADD COLUMN department    TEXT;
ALTER TABLE contacts ADD COLUMN name_prefix   TEXT;
ALTER TABLE contacts ADD COLUMN given_name    TEXT;
ALTER TABLE contacts ADD COLUMN middle_name   TEXT;
ALTER TABLE contacts ADD COLUMN family_name   TEXT;
ALTER TABLE contacts ADD COLUMN name_suffix   TEXT;
ALTER TABLE contacts ADD COLUMN birthday      TEXT CHECK (birthday GLOB '[-0-9]*-[0-1][0-9]-[0-3][0-9]');
ALTER TABLE contacts ADD COLUMN anniversaries TEXT CHECK (json_type(anniversaries) = 'array');
ALTER TABLE contacts ADD COLUMN links         TEXT CHECK (json_type(links) = 'array');
ALTER TABLE contacts ADD COLUMN extra         TEXT CHECK (json_type(extra) = 'array');
`
