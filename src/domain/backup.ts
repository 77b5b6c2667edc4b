import type { ContactName } from './contact.ts'
import type { Day, Time } from './day.ts'
import type { Moment } from './moment.ts'

/** Why a copy of the diary was made, as its file name says it. */
export const backupReasons = [
  'daily',
  'by-hand',
  'before-migration',
  'before-import',
  'before-forget',
  'before-restore',
  /** No copy of something sound, but what was found damaged, kept as it was. */
  'damaged',
] as const
export type BackupReason = (typeof backupReasons)[number]

/** When a copy was made, on the user's clock, and which of that minute it is. */
export type BackupTime = { readonly day: Day; readonly time: Time; readonly count: number }

/** A copy of the diary in its backups folder. */
export type Backup = BackupTime & {
  readonly path: string
  readonly name: string
  readonly reason: BackupReason
  /** In bytes. */
  readonly size: number
}

/** A place outside the backups folder where a copy of the diary was made, and when. */
export type CopyPlace = { readonly path: string; readonly made: Moment }

/** How much a diary holds. */
export type DiaryCounts = {
  readonly contacts: number
  readonly promises: number
  readonly open: number
  readonly entries: number
  /** Commands in the history. */
  readonly history: number
}

/** What was written last in a diary, as the history names it. */
export type LastChange = { readonly title: string; readonly at: Moment }

/** What is known of a diary file by reading it. */
export type DiaryContents = { readonly counts: DiaryCounts; readonly last: LastChange | null }

/** A diary file before it is replaced: what is in it, or that nothing can be read. */
export type FileState =
  | ({ readonly state: 'sound' } & DiaryContents)
  | { readonly state: 'damaged'; readonly why: string; readonly contents: DiaryContents | null }
  | { readonly state: 'empty' }
  | { readonly state: 'missing' }

/** What a restore would do. */
export type BackupComparison = {
  readonly present: FileState
  readonly backup: DiaryContents
  /** Whether both were begun as one diary; `null` where the present one cannot be read. */
  readonly sameDiary: boolean | null
  /** What was written since and is not in the backup, newest first; `null` where the present one cannot be read. */
  readonly lost: readonly LastChange[] | null
  /** What is in the backup and not in the present diary. */
  readonly back: number
  /** Who comes back with it, and is not to come back (R58). */
  readonly unwanted: readonly ContactName[]
  /** How many cards of it are erased first, since their forgetting was cut off. */
  readonly erased: number
}

/** What became of whom the diary had forgotten, when a copy was brought back in its place. */
export type PreservedErasures = {
  /** Who stands there again, and is not to come back (R58); their number is that of the copy. */
  readonly unwanted: readonly ContactName[]
  /** Whether backups still have to be gone through for somebody. */
  readonly isUnfinished: boolean
  /** Whether all of it could be read in what stood. */
  readonly isWhole: boolean
}
