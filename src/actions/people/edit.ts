import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import { editedContact, type ContactEdit } from '../../domain/contact-edit.ts'
import { changeContact } from './change-contact.ts'
import { editAsText } from './edit-text.ts'

/**
 * Changes a contact, and says what changed; `null` is written in the editor.
 *
 * @throws FuError `usage` if nothing changes, or nobody is there to write it
 */
export async function editContact(app: App, contact: Contact, edit: ContactEdit | null): Promise<void> {
  const { editor } = app.terminal
  if (edit === null && editor !== null) {
    await editAsText(app, contact, editor)
    return
  }
  changeContact(app, contact, (current) => (edit === null ? current : editedContact(current, edit)))
}
