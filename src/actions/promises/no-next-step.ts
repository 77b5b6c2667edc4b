import type { App } from '../../app.ts'
import type { ContactName } from '../../domain/contact.ts'

/** With more contacts at once, nobody is asked what is next with each, and one note names all of them. */
const mostContacts = 3

/** Whether what is next with each of these contacts is asked (R46). */
export function isNextAsked(contacts: readonly ContactName[]): boolean {
  return new Set(contacts.map(({ id }) => id)).size <= mostContacts
}

/** Notes that there is no next step with some contacts (R46). */
export function noteNoNextStep(app: App, left: readonly ContactName[]): void {
  if (left.length > mostContacts) {
    app.terminal.note(`No next step with ${left.length} of them: fu people --nothing-next`)
    return
  }
  for (const { id, name } of left) app.terminal.note(`No next step with ${name}: fu promise @${id} … --due …`)
}
