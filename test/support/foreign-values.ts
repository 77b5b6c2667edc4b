// Values that another program, or an attacker, may write into the rows of a diary.

/** A value in a column, as SQL; the schema is that of fu. */
export type ForeignValue = {
  readonly table: string
  readonly column: string
  readonly value: string
}

const values: readonly (readonly [table: string, column: string, ...values: string[]])[] = [
  ['contacts', 'name', "x'00'", 'NULL'],
  ['contacts', 'company', "x'00'"],
  ['contacts', 'kind', "'enemy'", "''", "'__proto__'"],
  ['contacts', 'channel', "'by fax'", "'Call'", "''", "'all'", '1'],
  [
    'contacts',
    'phones',
    "'{'",
    "'{}'",
    "'[7]'",
    "'[null]'",
    `'[{"value": 7}]'`,
    "'7'",
    "'null'",
    "x'00'",
    'NULL',
  ],
  ['contacts', 'emails', `'[{"value": null}]'`, `'[[]]'`],
  ['contacts', 'addresses', `'[{}]'`],
  ['contacts', 'tags', "'[1]'", `'"tag"'`],
  ['contacts', 'every', "'often'", "'0d'", "'9999999999999wd'", "'before never'", "'90d '"],
  ['contacts', 'do_not_contact', `'"some"'`, `'["by fax"]'`, "'7'"],
  ['contacts', 'added_at', '9223372036854775807', '-9223372036854775808', "'soon'", '1e300', 'NULL'],
  ['contacts', 'added_offset', '100000', '9223372036854775807'],
  ['contacts', 'lookup', "'7'"],
  ['promises', 'due_day', "'2026-99-99'", "'soon'", "''", '20261127', "'2026-11-27 '"],
  ['promises', 'due_time', "'25:00'", "'9:00'"],
  ['promises', 'promised_day', "'0000-00-00'"],
  ['promises', 'snoozed_until', "'9999999-01-01'"],
  ['promises', 'window_until', "'later'"],
  [
    'promises',
    'repeat',
    "'weekly'",
    "'[]'",
    `'{"every": "never"}'`,
    `'{"every": "2w", "day": "2026-99-99"}'`,
    '7',
  ],
  ['promises', 'from_mail', '2', "'yes'"],
  ['promises', 'owner', "'nobody'"],
  ['promises', 'kind', "'threat'"],
  ['promises', 'hot', '2', "'yes'"],
  ['promises', 'status', "'lost'"],
  ['promises', 'made_at', '99999999999999'],
  ['promises', 'what', 'NULL', "x'ff'"],
  ['entries', 'act', "'sang'"],
  ['entries', 'direction', "'up'"],
  ['entries', 'outcome', "'perhaps'"],
  ['entries', 'at', '-99999999999999'],
  ['entries', 'data', `'{"askedForSale": 7}'`, "'[]'"],
  ['entries', 'feedback', "'praise'"],
  ['plans', 'steps', "'[{}]'", `'[{"after": "event", "offset": {"unit": "wd", "count": 1e15}}]'`],
  ['plans', 'set_at', "'x'"],
  ['journal', 'at', '9223372036854775807'],
  ['journal', 'title', "x'00'"],
  ['journal', 'data', `'{"forgotten": 7}'`, "'7'"],
  [
    'journal_changes',
    'kind',
    `'sqlite_schema'`,
    `'(WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n)'`,
  ],
  ['journal_changes', 'after', "'7'", `'{"name": []}'`, "'{'"],
  ['settings', 'value', "x'00'"],
  ['copies', 'made_at', '9223372036854775807'],
]

export const foreignValues: readonly ForeignValue[] = values.flatMap(([table, column, ...all]) =>
  all.map((value) => ({ table, column, value })),
)

/** Writes a value into every row of a table, bypassing its types and constraints. */
export function writing({ table, column, value }: ForeignValue): string {
  const schema = `(SELECT sql FROM sqlite_schema WHERE name = '${table}')`
  return `CREATE TEMP TABLE schema AS SELECT ${schema} AS sql;
    PRAGMA foreign_keys = OFF;
    PRAGMA ignore_check_constraints = ON;
    PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = replace(replace(sql, ') STRICT, ', ') '), ') STRICT', ')') WHERE name = '${table}';
    UPDATE sqlite_schema SET sql = replace(replace(sql, 'NOT NULL,', ','), 'NOT NULL CHECK', 'CHECK') WHERE name = '${table}';
    PRAGMA writable_schema = RESET;
    UPDATE ${table} SET ${column} = ${value};
    PRAGMA writable_schema = ON;
    UPDATE sqlite_schema SET sql = (SELECT sql FROM temp.schema) WHERE name = '${table}';
    PRAGMA writable_schema = RESET`
}
