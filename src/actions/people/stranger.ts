import type { App } from '../../app.ts'
import { emptyContact, type Contact, type NewContact } from '../../domain/contact.ts'
import { FuError } from '../../domain/errors.ts'
import { readName } from '../../parse/contact/details.ts'
import { findContact } from './find-contact.ts'

/**
 * The contact that a typed `<who>` means, or a new contact of that name (R69): with `adds`, or if the user agrees on a
 * terminal.
 *
 * @throws FuError as `findContact`
 */
export async function whoCalled(app: App, text: string, adds: boolean): Promise<Contact | NewContact> {
  try {
    return await findContact(app, text)
  } catch (error) {
    if (!(error instanceof FuError) || error.kind !== 'not-found' || text.startsWith('@')) throw error
    if (!adds && !canBeName(text)) throw error
    const stranger = { ...emptyContact(), name: readName(text) }
    if (adds || (await wantsToAdd(app, stranger.name, error.hint))) return stranger
    const hint = `${error.hint ?? ''} "--add" adds them.`.trim()
    throw new FuError('not-found', error.message, hint, error.candidates, { cause: error })
  }
}

async function wantsToAdd(app: App, name: string, hint: string | null): Promise<boolean> {
  const { prompts } = app.terminal
  if (prompts === null) return false
  if (hint !== null && hint.startsWith('Did you mean')) app.terminal.note(hint)
  return prompts.choose(`${name} is not in the diary. Add them?`, [
    { name: `add ${name}`, value: true },
    { name: 'no', value: false },
  ])
}

/** Whether the text can be a name; a part of a phone number can only find a contact. */
function canBeName(text: string): boolean {
  try {
    readName(text)
    return true
  } catch {
    return false
  }
}
