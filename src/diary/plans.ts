import type { ExportedPlan } from '../domain/exported-diary.ts'
import type { Ladder, PlanRun } from '../domain/plan.ts'
import type { Read } from './connection.ts'
import { ladderVersions, planVersions, runsWhere } from './queries/plans.ts'

/** The plans of a diary; all lists are sorted, oldest first. */
export type Plans = {
  /** Every version of every plan that the user has set. */
  versions(): ExportedPlan[]
  /** The versions of the no-answer ladder that the user has set. */
  ladders(): Ladder[]
  /** The plans that were started for a contact, or for all with `null`. */
  runs(contact: number | null): PlanRun[]
}

export function plansOf(read: Read): Plans {
  return {
    versions: () => read(planVersions),
    ladders: () => read(ladderVersions),
    runs: (contact) =>
      read((db) =>
        contact === null ? runsWhere(db, 'TRUE', {}) : runsWhere(db, 'r.contact_id = :contact', { contact }),
      ),
  }
}
