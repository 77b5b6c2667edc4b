import type { Database } from 'better-sqlite3'
import type { RowKind, Written } from '../domain/change.ts'
import type { Moment } from '../domain/moment.ts'
import type { Found } from '../domain/search.ts'
import { backUp } from './backup/backup.ts'
import { backupsOf, type Backups } from './backups.ts'
import { connectionOn } from './connection.ts'
import { contactsOf, type Contacts } from './contacts.ts'
import { entriesOf, type Entries } from './entries.ts'
import { erasuresOf, type Erasures } from './erasures.ts'
import { historyOf, type History } from './history.ts'
import { openDatabase } from './open.ts'
import { pagesOf, type Pages } from './page.ts'
import { plansOf, type Plans } from './plans.ts'
import { closeToOthers } from './file/privacy.ts'
import { promisesOf, type Promises } from './promises.ts'
import { extentOf, type Extent } from './queries/extent.ts'
import { rowNumber } from './queries/row-number.ts'
import { searchEverything } from './queries/search.ts'
import { cachedStatement } from './queries/statements.ts'
import { columns } from './values/columns.ts'
import { write, writeAsRead, type LongWriting, type Writing } from './write.ts'
import type { Transaction } from './writing/transaction.ts'

/** The kinds of rows that have a number besides their uid. */
export type NumberedKind = Exclude<RowKind, 'settings'>

/** An open diary. Every change goes through `write`, `writeAsRead` or `history.undo`, and is one entry of the history. */
export type Diary = {
  /** Whether it replaces a diary that was never written. */
  readonly isBlank: boolean
  readonly contacts: Contacts
  readonly promises: Promises
  readonly entries: Entries
  readonly plans: Plans
  readonly page: Pages
  readonly history: History
  readonly backups: Backups
  readonly erasures: Erasures
  /** Runs reads that must see one state of the diary. Other terminals cannot write until it returns. */
  snapshot<Value>(work: () => Value): Value
  /** The highest row numbers, for reading page by page. */
  extent(): Extent
  /** The number of a row by its uid; `null` if there is none. */
  idOf(kind: NumberedKind, uid: string): number | null
  search(text: string): Found
  /** The settings of the user, as typed, by key. */
  settings(): ReadonlyMap<string, string>
  write<Value>(writing: Writing, work: (tx: Transaction) => Value): Written<Value>
  writeAsRead<Value>(
    writing: LongWriting,
    work: (tx: Transaction) => Promise<Value>,
  ): Promise<Omit<Written<Value>, 'history'> & { readonly history: number | null }>
  /**
   * Removes other users' access to the file, and to its folder with `withFolder`; returns the paths that were open to
   * them.
   */
  closeToOthers(withFolder: boolean): readonly string[]
  close(): void
}

/**
 * Opens the diary in a file. A missing one is blank until something is written; an older one is migrated, after a backup.
 *
 * @throws FuError `failed` if the file is not a diary, is damaged, is newer than this program or cannot be opened
 */
export function openDiary(file: string, at: Moment): Diary {
  const open = (create: boolean): Database =>
    openDatabase(file, create, () => void backUp(file, at, 'before-migration'))
  return diaryOn(open(false), file, () => open(true))
}

/** A diary on an open database; `file` is named in its errors, and `begin` makes the file of a blank one. */
export function diaryOn(opened: Database, file: string, begin: () => Database = () => opened): Diary {
  const connection = connectionOn(opened, file, begin)
  const { read } = connection
  return {
    isBlank: connection.isInMemory(),
    contacts: contactsOf(read),
    promises: promisesOf(read),
    entries: entriesOf(read),
    plans: plansOf(read),
    page: pagesOf(connection),
    history: historyOf(connection),
    backups: backupsOf(connection),
    erasures: erasuresOf(connection),
    snapshot: (work) => connection.snapshot(work),
    extent: () => read(extentOf),
    idOf: (kind, uid) => read((db) => rowNumber(db, kind, uid)),
    search: (text) => read((db) => searchEverything(db, text)),
    settings: () =>
      read((db) => {
        const rows = cachedStatement<[], { uid: unknown; value: unknown }>(
          db,
          'SELECT uid, value FROM settings',
        ).all()
        const setting = columns.settings
        return new Map(rows.map(({ uid, value }) => [setting.uid(uid), setting.value(value)]))
      }),
    write: (writing, work) => write(connection, writing, work),
    writeAsRead: (writing, work) => writeAsRead(connection, writing, work),
    closeToOthers: (withFolder) => (connection.isInMemory() ? [] : closeToOthers(file, withFolder)),
    close: connection.close,
  }
}
