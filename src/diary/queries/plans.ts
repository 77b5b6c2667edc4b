import type { Database } from 'better-sqlite3'
import type { ExportedPlan } from '../../domain/exported-diary.ts'
import type { CellValue } from '../../domain/change.ts'
import type { Ladder, PlanRun, PlanStep } from '../../domain/plan.ts'

/** The plan whose steps are the rungs of the ladder. */
const ladderPlan = 'no-answer'

type PlanRow = { uid: string; name: string; steps: string; set_at: number }

type RunRow = {
  id: number
  uid: string
  contact_id: number
  contact_name: string
  plan: string
  steps: string
  what: string
  begun: string
  stopped: string | null
}

/** Every version of every plan the user has set, oldest first. */
export function planVersions(db: Database): ExportedPlan[] {
  return db
    .prepare<[], PlanRow>('SELECT uid, name, steps, set_at FROM plans ORDER BY set_at, id')
    .all()
    .map(({ uid, name, steps, set_at: since }) => ({
      uid,
      name,
      since,
      steps: JSON.parse(steps) as PlanStep[],
    }))
}

/** The versions of the no-answer ladder that the user has set, oldest first. */
export function ladderVersions(db: Database): Ladder[] {
  return planVersions(db)
    .filter(({ name }) => name === ladderPlan)
    .map(({ since, steps }) => ({ since, rungs: steps.map(({ offset }) => offset) }))
}

/** The plans started that a condition on `r` selects, in the order they were started. */
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
      id,
      uid,
      contact: { id: contactId, name },
      plan,
      steps: JSON.parse(steps) as PlanStep[],
      what,
      begun: new Set(JSON.parse(begun) as number[]),
      stopped,
    }))
}
