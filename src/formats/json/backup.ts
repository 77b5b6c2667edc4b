import type { BackupComparison } from '../../domain/backup.ts'
import type { LeftOut } from '../../domain/foreign-schema.ts'
import { rfc3339 } from '../../domain/moment.ts'
import type { Json } from './json.ts'

/** The changes that a restore would make, as JSON. */
export function comparisonJson({ present, sameDiary, lost, unwanted }: BackupComparison): {
  readonly [field: string]: Json
} {
  return {
    before: present.state,
    sameDiary,
    lost: lostChangesJson(lost),
    unwanted: unwanted.map(({ id, name }) => ({ id, name })),
  }
}

/** The changes that a restore would lose, as JSON; `null` if they could not be read. */
export function lostChangesJson(lost: BackupComparison['lost']): Json {
  return lost?.map(({ title, at }) => ({ title, at: rfc3339(at) })) ?? null
}

/** The objects, columns and values that were not copied from a diary with a foreign schema, as JSON. */
export function leftOutJson({ objects, columns, values }: LeftOut): Json {
  return {
    objects: objects.map(({ difference, type, name }) => ({ difference, type, name })),
    columns: columns.map(({ table, column }) => ({ table, column })),
    values: values.map(({ table, row, column, why, text }) => ({ table, row, column, why, text })),
  }
}
