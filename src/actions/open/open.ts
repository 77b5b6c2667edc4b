import type { App } from '../../app.ts'
import { document } from '../../formats/json/json.ts'
import { outsideTheirHours } from '../../schedule/page/their-hours.ts'
import { findContact } from '../people/find-contact.ts'
import { openWith, promiseNumbered } from '../promises/find-promise.ts'
import { knownWrong } from '../promises/try.ts'
import { wayTo, type Target } from './way.ts'

/**
 * The contact of a typed `<who>` or `<which>`, with the promise that decides how to reach them: the one with the
 * number, else their first one due.
 *
 * @throws FuError as `findContact` and `findPromise`
 */
export async function findTarget(app: App, text: string): Promise<Target> {
  const numbered = promiseNumbered(app, text)
  const contact = await findContact(app, numbered === null ? text : `@${numbered.contact.id}`)
  return { contact, promise: numbered ?? openWith(app, contact)[0] ?? null }
}

/**
 * Opens the way to a contact in the user's program for it, or only prints its address (R64). Nothing is written.
 *
 * @param by the way that the user named; `null` for the one that the promise asks for
 * @throws FuError as `wayTo`, and `failed` if no program can open the address
 */
export async function openWay(
  app: App,
  target: Target,
  { by, printOnly }: { readonly by: string | null; readonly printOnly: boolean },
): Promise<void> {
  const { contact, promise } = target
  const { channel, address } = wayTo(target, by, knownWrong(app, contact.id))
  if (
    address.startsWith('tel:') &&
    contact.timeZone !== null &&
    outsideTheirHours(contact.timeZone, app.now)
  ) {
    app.terminal.note(`It is early or late where ${contact.name} is (${contact.timeZone}).`)
  }
  if (!printOnly) await app.opener(address)
  const { id, name, company } = contact
  if (app.json) {
    const json = { contact: { id, name, company }, promise: promise?.id ?? null, channel, address }
    app.terminal.print(document(json))
  } else if (printOnly) app.terminal.print(`${address}\n`)
  else app.terminal.say(`Opened ${address} (${name}, ${channel}).`)
}
