import type { Database } from 'better-sqlite3'
import type { ExportedPlan } from '../../domain/exported-diary.ts'
import type { CellValue } from '../../domain/change.ts'
import type { Ladder, PlanRun } from '../../domain/plan.ts'
import { columns } from '../values/columns.ts'

/** The plan whose steps are the rungs of the ladder. */
const ladderPlan = 'no-answer'

type PlanRow = { uid: unknown; name: unknown; steps: unknown; set_at: unknown }

type RunRow = {
  id: unknown
  uid: unknown
  contact_id: unknown
  contact_name: unknown
  plan: unknown
  steps: unknown
  what: unknown
  begun: string
  stopped: unknown
}

/** Every version of every plan the user has set, oldest first. */
export function planVersions(db: Database): ExportedPlan[] {
  return db
    .prepare<[], PlanRow>('SELECT uid, name, steps, set_at FROM plans ORDER BY set_at, id')
    .all()
    .map(({ uid, name, steps, set_at: since }) => ({
      uid: columns.plans.uid(uid),
      name: columns.plans.name(name),
      since: columns.plans.set_at(since),
      steps: columns.plans.steps(steps),
    }))
}

/** The versions of the no-answer ladder that the user has set, oldest first. */
export function ladderVersions(db: Database): Ladder[] {
  return planVersions(db)
    .filter(({ name }) => name === ladderPlan)
    .map(({ since, steps }) => ({ since, rungs: steps.map(({ offset }) => offset) }))
}

/** The plan runs selected by a condition on `r`, in the order in which they were started. */
export function runsWhere(db: Database, condition: string, params: Record<string, CellValue>): PlanRun[] {
  return db
    .prepare<[Record<string, CellValue>], RunRow>(
      `SELECT r.*, c.name AS contact_name,
         (SELECT json_group_array(p.step_index) FROM promises p WHERE p.run_id = r.id) AS begun
       FROM plan_runs r JOIN contacts c ON c.id = r.contact_id
       WHERE ${condition} ORDER BY r.id`,
    )
    .all(params)
    .map(({ id, uid, contact_id: contactId, contact_name: name, plan, steps, what, begun, stopped }) => ({
      id: columns.plan_runs.id(id),
      uid: columns.plan_runs.uid(uid),
      contact: { id: columns.plan_runs.contact_id(contactId), name: columns.contacts.name(name) },
      plan: columns.plan_runs.plan(plan),
      steps: columns.plan_runs.steps(steps),
      what: columns.plan_runs.what(what),
      begun: new Set(JSON.parse(begun) as number[]),
      stopped: columns.plan_runs.stopped(stopped),
    }))
}
