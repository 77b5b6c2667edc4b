import type { App } from '../../../app.ts'
import type { ExportedEntry } from '../../../domain/exported-diary.ts'
import { readOldEntry } from '../../../domain/old-remark.ts'

/** Where the rows that an entry of a file refers to are here: its contact, and the promises of the file by their numbers. */
type Here = { readonly contact: number; readonly promises: ReadonlyMap<number, number> }

/** An entry with its data; that of an export of an older version is taken from its words. */
export function withData(app: App, row: ExportedEntry, { contact, promises }: Here): ExportedEntry {
  const { old } = row
  if (old === null) return row
  const diary = app.diary()
  const data = readOldEntry(
    { ...row, remark: old.remark },
    {
      promiseUid: (number, name) => {
        const here = promises.get(number)
        const promise = here === undefined ? null : diary.promises.find(here)
        return promise !== null && name.endsWith(`, ${promise.what}`) ? promise.uid : null
      },
      mayBeMark: diary.contacts.find(contact)?.doNotContact === 'all',
    },
  )
  return { ...row, ...data }
}
