import type { Backup, DiaryCounts } from './backup.ts'

/** What was looked at in and around a diary file. */
export type CheckName =
  | 'file'
  | 'integrity'
  | 'references'
  | 'history'
  | 'search'
  | 'backups'
  | 'privacy'
  | 'forgetting'
  | 'place'
  | 'links'

/** How one thing was found: sound, sound with something to think of, or not. */
export type Finding = {
  readonly name: CheckName
  readonly state: 'sound' | 'warning' | 'bad'
  readonly detail: string
  /** What can be done about it. */
  readonly remedy: string | null
}

/** Everything found about a diary file. */
export type Diagnosis = {
  readonly file: string
  /** In bytes; `null` where there is none. */
  readonly size: number | null
  readonly counts: DiaryCounts | null
  readonly findings: readonly Finding[]
  readonly backups: readonly Backup[]
  readonly sqlite: string
}

/** Whether nothing is wrong; what is only to be thought of does not count. */
export function isSound({ findings }: Diagnosis): boolean {
  return findings.every(({ state }) => state !== 'bad')
}

/** Something found as it should be. */
export function sound(name: CheckName, detail: string): Finding {
  return { name, state: 'sound', detail, remedy: null }
}

/** Something to think of. */
export function warning(name: CheckName, detail: string, remedy: string | null): Finding {
  return { name, state: 'warning', detail, remedy }
}

/** Something that is wrong. */
export function bad(name: CheckName, detail: string, remedy: string | null): Finding {
  return { name, state: 'bad', detail, remedy }
}
