import type { App } from '../../../app.ts'
import type { ExportedEntry } from '../../../domain/exported-diary.ts'
import { readOldEntry } from '../../../domain/old-remark.ts'

/** The local rows to which an imported entry refers: its contact, and the promises of the file by their numbers. */
type Here = { readonly contact: number; readonly promises: ReadonlyMap<number, number> }

/** An entry with its data; for an export of an older version, the data is read from its text. */
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
