import type { Database } from 'better-sqlite3'

/** The tables that grow every year. */
const growing =
  /\b(contacts|promises|entries|journal|journal_changes|plan_runs|contact_keys)\b(?:\s+(?:AS\s+)?(\w+))?/g

/** The SQL statements prepared on a database during some work, each once. */
export async function preparedDuring(db: Database, work: () => Promise<unknown>): Promise<string[]> {
  const prepared = new Set<string>()
  const prepare = db.prepare.bind(db)
  db.prepare = (sql: string) => {
    prepared.add(sql)
    return prepare(sql)
  }
  try {
    await work()
  } finally {
    db.prepare = prepare
  }
  return [...prepared]
}

/** Statements that read in order until they have enough rows. */
const untilEnough = /^SCAN promises USING COVERING INDEX promises_open_by_day$/

/** Indexes that have few rows: of contacts who got another name, and of merges. */
const ofFew = / USING (?:COVERING )?INDEX (?:journal_changes_renaming|journal_merging)$/

/** The steps of a statement's plan that scan a growing table, with the statement. */
export function wholeTables(db: Database, sql: string): string[] {
  const names = new Set([...sql.matchAll(growing)].flatMap(([, table = '', alias = table]) => [table, alias]))
  // The plan does not depend on bound values, but better-sqlite3 requires them.
  const bound = sql.replaceAll(/\?|[:@$]\w+/g, '1')
  const steps = db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${bound}`).all()
  return steps
    .map(({ detail }) => detail)
    .filter((detail) => {
      const [, scanned = ''] = /^SCAN (\w+)/.exec(detail) ?? []
      if (untilEnough.test(detail) && sql.includes('ORDER BY due_day LIMIT')) return false
      if (ofFew.test(detail)) return false
      return names.has(scanned) || detail.includes('AUTOMATIC')
    })
    .map((detail) => `${detail}: ${sql.trim().replaceAll(/\s+/g, ' ')}`)
}
