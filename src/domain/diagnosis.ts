import type { Backup, DiaryCounts } from './backup.ts'

/** The checks of a diary file and its surroundings. */
export type CheckName =
  | 'file'
  | 'schema'
  | 'integrity'
  | 'references'
  | 'values'
  | 'history'
  | 'search'
  | 'numbers'
  | 'backups'
  | 'privacy'
  | 'forgetting'
  | 'place'
  | 'links'

/** The result of one check. */
export type Finding = {
  readonly name: CheckName
  readonly state: 'sound' | 'warning' | 'bad'
  readonly detail: string
  /** What to do about it. */
  readonly remedy: string | null
}

export type Diagnosis = {
  readonly file: string
  /** In bytes; `null` if there is no file. */
  readonly size: number | null
  readonly counts: DiaryCounts | null
  readonly findings: readonly Finding[]
  readonly backups: readonly Backup[]
  readonly sqlite: string
}

/** Whether no check failed; warnings do not count. */
export function isSound({ findings }: Diagnosis): boolean {
  return findings.every(({ state }) => state !== 'bad')
}

export function sound(name: CheckName, detail: string): Finding {
  return { name, state: 'sound', detail, remedy: null }
}

export function warning(name: CheckName, detail: string, remedy: string | null): Finding {
  return { name, state: 'warning', detail, remedy }
}

export function bad(name: CheckName, detail: string, remedy: string | null): Finding {
  return { name, state: 'bad', detail, remedy }
}
