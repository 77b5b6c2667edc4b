import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import { editedContact, isSameTag, type ContactEdit } from '../../domain/contact-edit.ts'
import { usage } from '../../domain/errors.ts'
import { changeContact } from './change-contact.ts'
import { editAsText } from './edit-text.ts'

/**
 * Changes a contact, and reports the changes; `null` opens the editor.
 *
 * @throws FuError `usage` if nothing changes, a tag is taken off that is not there, or there is no terminal
 */
export async function editContact(app: App, contact: Contact, edit: ContactEdit | null): Promise<void> {
  const { editor } = app.terminal
  if (edit === null && editor !== null) {
    await editAsText(app, contact, editor)
    return
  }
  if (edit !== null) refuseMissingTag(contact, edit)
  changeContact(app, contact, (current) => (edit === null ? current : editedContact(current, edit)))
}

function refuseMissingTag({ name, tags }: Contact, { tags: { without } }: ContactEdit): void {
  const missing = without.find((gone) => !tags.some((tag) => isSameTag(tag, gone)))
  if (missing === undefined) return
  const known = tags.length === 0 ? 'They have no tags.' : `Their tags: ${tags.join(', ')}.`
  throw usage(`${name} has no tag "${missing}"; nothing was written.`, known)
}
