import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import { usage } from '../../domain/errors.ts'
import { mergeContacts as mergeFields } from '../../domain/merge.ts'
import { cardsSideBySide, mergedLines } from '../../views/confirmations/merged.ts'
import { droppedWithMarkLines } from '../../views/confirmations/writes.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'

/** Two cards of one person: the removed one, and the kept one. */
export type Pair = { readonly gone: Contact; readonly kept: Contact }

/** Merges two cards of one person, and reports the result for each field. */
export function mergeContacts(app: App, { gone, kept }: Pair): WriteResult {
  const before = new Set(
    app
      .diary()
      .promises.where({ contacts: [gone.id] })
      .map(({ id }) => id),
  )
  const { value, history } = app.diary().write({ command: 'merge', at: app.now }, (tx) => {
    let merging = mergeFields(kept, gone)
    const moved = tx.mergeContacts({ gone: gone.id, kept: kept.id }, (current, other) => {
      merging = mergeFields(current, other)
      return merging.contact
    })
    // A do-not-contact mark on either card drops their promises (R58).
    const released = tx.dropUnwanted(kept.id)
    return { merging, moved, released }
  })
  const { merging, moved, released } = value
  const promises = app.diary().promises.where({ contacts: [kept.id] })
  return reportWrite(app, {
    command: 'merge',
    history,
    contact: app.diary().contacts.find(kept.id),
    promise: null,
    promises: promises.filter(({ id }) => before.has(id) || released.some((one) => one.id === id)),
    entry: null,
    sentences: [...mergedLines(gone, kept, moved, merging), ...droppedWithMarkLines(released)],
  })
}

/**
 * Shows both cards on a terminal, and asks whether they are of one person.
 *
 * @throws FuError `usage` if they are not
 */
export async function confirmMerge(app: App, { gone, kept }: Pair): Promise<void> {
  const { theme, terminal } = app
  if (terminal.prompts === null) return
  terminal.print(cardsSideBySide(gone, kept, { theme, width: terminal.width }))
  const isMeant = await terminal.prompts.choose(
    `Is this one person? Then @${gone.id} becomes part of @${kept.id}.`,
    [
      { name: 'no', value: false },
      { name: 'yes', value: true },
    ],
  )
  if (!isMeant)
    throw usage('Nothing was written.', `"fu merge @${kept.id} @${gone.id}" keeps the other card.`)
}
