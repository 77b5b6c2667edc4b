import type { Database } from 'better-sqlite3'
import type { Change } from '../../domain/change.ts'
import { newEntry } from '../../domain/entry.ts'
import type { Moment } from '../../domain/moment.ts'
import type { DroppedPromise } from '../../domain/promise.ts'
import { hasStepsLeft } from '../../domain/plan.ts'
import { markWords } from '../../domain/remark.ts'
import { entryColumns } from '../queries/entries.ts'
import { runsWhere } from '../queries/plans.ts'
import { promisesWhere } from '../queries/promises.ts'
import { cachedColumn } from '../queries/statements.ts'
import type { RowWriter } from './row-writer.ts'
import { newUid } from './uid.ts'

/** The ids of all do-not-contact people. */
export function markedContacts(db: Database): number[] {
  return cachedColumn<[], number>(db, `SELECT id FROM contacts WHERE do_not_contact = '"all"'`).all()
}

/** The do-not-contact people affected by changes, directly or through a promise. */
export function markedIn(db: Database, changes: readonly Change[]): number[] {
  const uids = (wanted: 'contacts' | 'promises'): string =>
    JSON.stringify(changes.flatMap(({ kind, uid }) => (kind === wanted ? [uid] : [])))
  return cachedColumn<[{ contacts: string; promises: string }], number>(
    db,
    `SELECT c.id FROM json_each(:contacts) v JOIN contacts c ON c.uid = v.value WHERE c.do_not_contact = '"all"'
     UNION SELECT c.id FROM json_each(:promises) v JOIN promises p ON p.uid = v.value
       JOIN contacts c ON c.id = p.contact_id WHERE c.do_not_contact = '"all"'`,
  ).all({ contacts: uids('contacts'), promises: uids('promises') })
}

/** Drops the open promises with contacts who do not want to be contacted, and stops their plans (R58); returns what was dropped. */
export function dropUnwanted(
  db: Database,
  rows: RowWriter,
  at: Moment,
  contacts: readonly number[],
): DroppedPromise[] {
  const params = { contacts: JSON.stringify(contacts) }
  const isTheirs = 'contact_id IN (SELECT value FROM json_each(:contacts))'
  for (const run of runsWhere(db, `r.${isTheirs} AND r.stopped IS NULL`, params)) {
    if (hasStepsLeft(run)) rows.update('plan_runs', run.uid, { stopped: markWords })
  }
  const open = promisesWhere(db, `WHERE p.${isTheirs} AND p.status = 'open' ORDER BY p.id`, params)
  return open.flatMap(({ id, uid, contact }) => {
    const facts = { act: 'dropped', text: markWords, data: { doNotContact: true } } as const
    const entry = newEntry({ at, contactId: contact.id, promise: id, ...facts })
    rows.insert('entries', { uid: newUid(db), ...entryColumns(entry) })
    rows.update('promises', uid, {
      status: 'dropped',
      closed_at: at.instant,
      closed_offset: at.offset,
      reason: markWords,
    })
    const [dropped] = promisesWhere(db, 'WHERE p.id = :id', { id })
    return dropped?.status === 'dropped' ? [dropped] : []
  })
}
