import type { App } from '../app.ts'
import type { Contact } from '../domain/contact.ts'
import { usage } from '../domain/errors.ts'
import { mergeContacts } from '../domain/merge.ts'
import { droppedWithMarkLines } from '../views/confirmations/writes.ts'
import { cardsSideBySide, mergedLines } from '../views/confirmations/merged.ts'
import { release } from '../actions/people/change-contact.ts'
import { defineCommand } from '../command/define-command.ts'
import { reportWrite } from '../actions/print-result.ts'
import { contactsMeant, oneOf, splitWho } from '../actions/people/find-contact.ts'

export const merge = defineCommand({
  diary: 'needed',
  examples: ['fu merge @4 @2', 'fu merge "gary lee" "gary l"', 'fu merge @4 gary --yes'],
  details:
    'The second card is kept, and takes what it lacks. Where the two differ, the word of the first goes into the note of the second. On a terminal both are shown first.',
  options: (command) =>
    command
      .argument('<who>', 'the card that goes')
      .argument('[into...]', 'the card that is kept')
      .option('-y, --yes', 'asks nothing'),
  run: async (app, [first, words], { yes }) => {
    const [gone, kept] = await twoCards(app, first, words)
    const { prompts } = app.terminal
    if (yes !== true && prompts !== null) {
      const { theme, terminal } = app
      terminal.print(cardsSideBySide(gone, kept, { theme, width: terminal.width }))
      const isMeant = await prompts.choose(`One person? Then @${gone.id} becomes a part of @${kept.id}.`, [
        { name: 'no', value: false },
        { name: 'yes', value: true },
      ])
      if (!isMeant)
        throw usage('Nothing was written.', `"fu merge @${kept.id} @${gone.id}" keeps the other card.`)
    }
    writeMerge(app, gone, kept)
  },
})

/** Writes that two cards are of one person, and says what became of each field. */
export function writeMerge(app: App, gone: Contact, kept: Contact): void {
  const before = new Set(
    app
      .diary()
      .promises({ contacts: [gone.id] })
      .map(({ id }) => id),
  )
  const { value, history } = app.diary().write({ command: 'merge', at: app.now }, (tx) => {
    let merging = mergeContacts(kept, gone)
    const moved = tx.mergeContacts({ gone: gone.id, kept: kept.id }, (current, other) => {
      merging = mergeContacts(current, other)
      return merging.contact
    })
    // Who does not want to be contacted leaves the page, whichever card said so (R58).
    const released = merging.contact.doNotContact === 'all' ? release(app, tx, kept) : []
    return { merging, moved, released }
  })
  const { merging, moved, released } = value
  const promises = app.diary().promises({ contacts: [kept.id] })
  reportWrite(app, {
    command: 'merge',
    history,
    contact: app.diary().contact(kept.id),
    promise: null,
    promises: promises.filter(({ id }) => before.has(id) || released.some((one) => one.id === id)),
    entry: null,
    sentences: [...mergedLines(gone, kept, moved, merging), ...droppedWithMarkLines(released)],
  })
}

/** The two cards that the words name; what one of them cannot mean because the other does is not asked. */
async function twoCards(
  app: App,
  first: string,
  words: readonly string[],
): Promise<readonly [gone: Contact, kept: Contact]> {
  const { who, rest } = words.length === 1 ? { who: first, rest: words } : splitWho(app, first, words)
  const into = rest.join(' ')
  if (into === '') {
    throw usage(
      words.length === 0 ? 'Merging takes two cards.' : `"${who}" names one card; merging takes two.`,
      'Say them by their numbers, as in "fu merge @4 @2", or in quotes.',
    )
  }
  const meant = contactsMeant(app, who)
  const targets = contactsMeant(app, into)
  const gone = await oneOf(app, who, besides(meant, targets.length === 1 ? targets[0] : null))
  const kept = await oneOf(app, into, besides(targets, gone))
  if (gone.id !== kept.id) return [gone, kept]
  throw usage(
    `"${who}" and "${into}" are one card already: ${kept.name} (@${kept.id}).`,
    '"fu check" lists who may be there twice.',
  )
}

/** Those that are not the other card, where there are any. */
function besides(
  meant: readonly [Contact, ...Contact[]],
  other: Contact | null,
): readonly [Contact, ...Contact[]] {
  const [first, ...rest] = meant.filter(({ id }) => id !== other?.id)
  return first === undefined ? meant : [first, ...rest]
}
