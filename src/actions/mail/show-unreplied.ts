import type { App } from '../../app.ts'
import { unrepliedJson } from '../../formats/mail/report-json.ts'
import { unrepliedView } from '../../views/tables/unreplied.ts'
import { printData, viewOptions } from '../print-data.ts'
import { unrepliedNow } from '../unreplied.ts'

/** Prints my messages that have no reply yet (R65). */
export function showUnreplied(app: App): void {
  const messages = unrepliedNow(app)
  printData(app, {
    json: () => ({ items: messages.map(unrepliedJson) }),
    text: () => unrepliedView(messages, { ...viewOptions(app), now: app.now.day }),
  })
}
