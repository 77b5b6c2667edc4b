import type { Database } from 'better-sqlite3'

/** The tables whose rows get more with every year. */
const growing =
  /\b(contacts|promises|entries|journal|journal_changes|plan_runs|contact_keys)\b(?:\s+(?:AS\s+)?(\w+))?/g

/** The statements of SQL that are prepared on a database while some work is done, each once. */
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

/** What is read in the order it is asked for, until there is enough. */
const untilEnough = /^SCAN promises USING COVERING INDEX promises_open_by_day$/

/** Indexes that have few rows: of contacts who got another name, and of merges. */
const ofFew = / USING (?:COVERING )?INDEX (?:journal_changes_renaming|journal_merging)$/

/** The steps of a statement's plan that read a whole table that grows, with the statement. */
export function wholeTables(db: Database, sql: string): string[] {
  const names = new Set([...sql.matchAll(growing)].flatMap(([, table = '', alias = table]) => [table, alias]))
  // The plan is made without what is bound, which better-sqlite3 asks for all the same.
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
