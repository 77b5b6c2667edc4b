import type { ContactName } from './contact.ts'
import type { Day, Time } from './day.ts'
import type { Moment } from './moment.ts'

/** Why a backup was made; part of its file name. */
export const backupReasons = [
  'daily',
  'by-hand',
  'before-migration',
  'before-import',
  'before-forget',
  'before-restore',
  /** Not a sound diary, but a damaged file, unchanged. */
  'damaged',
] as const
export type BackupReason = (typeof backupReasons)[number]

/** The local time of a backup; `count` distinguishes backups of the same minute. */
export type BackupTime = { readonly day: Day; readonly time: Time; readonly count: number }

/** A backup in the diary's backups folder. */
export type Backup = BackupTime & {
  readonly path: string
  readonly name: string
  readonly reason: BackupReason
  /** In bytes. */
  readonly size: number
}

/** Why a backup could not be made, in the sentences of an error. */
export type BackupFailure = { readonly message: string; readonly hint: string | null }

/** A day's backup that is still to be made, and why the last one failed, if it did. */
export type DueBackup = { readonly failure: BackupFailure | null }

/** A place outside the backups folder where a copy of the diary was made, and when. */
export type CopyPlace = { readonly path: string; readonly made: Moment }

export type DiaryCounts = {
  readonly contacts: number
  readonly promises: number
  readonly open: number
  readonly entries: number
  /** How many commands the history has. */
  readonly history: number
}

/** The latest change of a diary, titled as in its history. */
export type LastChange = { readonly title: string; readonly at: Moment }

export type DiaryContents = { readonly counts: DiaryCounts; readonly last: LastChange | null }

/** The state of a diary file that is about to be replaced. */
export type FileState =
  | ({ readonly state: 'sound' } & DiaryContents)
  | { readonly state: 'damaged'; readonly why: string; readonly contents: DiaryContents | null }
  | { readonly state: 'empty' }
  | { readonly state: 'missing' }

/** The changes that a restore would make. */
export type BackupComparison = {
  readonly present: FileState
  readonly backup: DiaryContents
  /** Whether both files come from the same diary; `null` if the present one cannot be read. */
  readonly sameDiary: boolean | null
  /** Changes that are not in the backup, newest first; `null` if the present diary cannot be read. */
  readonly lost: readonly LastChange[] | null
  /** How many changes are in the backup and not in the present diary. */
  readonly back: number
  /** Contacts in the backup who are on the suppression list (R58). */
  readonly unwanted: readonly ContactName[]
  /** How many contacts are erased from the backup first, because an earlier `fu forget` was interrupted. */
  readonly erased: number
}

/** The state of earlier erasures after a restore. */
export type PreservedErasures = {
  /** Restored contacts who are on the suppression list (R58), with their ids in the restored diary. */
  readonly unwanted: readonly ContactName[]
  /** Whether an erasure still has to be carried out in other backups. */
  readonly isUnfinished: boolean
  /** Whether the erasures of the replaced diary could all be read. */
  readonly isWhole: boolean
}
