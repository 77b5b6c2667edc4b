import type { App } from '../../app.ts'
import { journalJson } from '../../formats/json/json.ts'
import { historyView } from '../../views/tables/history.ts'
import { printData, viewOptions } from '../print-data.ts'

/**
 * Prints the last `count` commands that changed the diary, newest first. The first rows appear before the last are
 * read.
 */
export function listHistory(app: App, count: number): void {
  const { history } = app.diary()
  let isEmpty = true
  function* entries(): ReturnType<typeof history.entries> {
    for (const entry of history.entries(count)) {
      isEmpty = false
      yield entry
    }
  }
  printData(app, {
    json: () => ({ items: history.list(count).map(journalJson) }),
    text: () => historyView(entries(), viewOptions(app)),
    note: () => (isEmpty ? 'Nothing has been written yet.' : null),
  })
}
