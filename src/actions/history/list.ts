import type { App } from '../../app.ts'
import { journalJson } from '../../formats/json/json.ts'
import { historyView } from '../../views/tables/history.ts'
import { printData, viewOptions } from '../print-data.ts'

/** Prints the last `count` commands that changed the diary, newest first. */
export function listHistory(app: App, count: number): void {
  const entries = app.diary().history.list(count)
  printData(app, {
    json: () => ({ items: entries.map(journalJson) }),
    text: () => historyView(entries, viewOptions(app)),
    note: entries.length === 0 ? 'Nothing has been written yet.' : null,
  })
}
