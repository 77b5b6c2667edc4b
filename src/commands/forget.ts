import type { App } from '../app.ts'
import type { Contact } from '../domain/contact.ts'
import { failed, usage } from '../domain/errors.ts'
import { normalizeText } from '../domain/normalize.ts'
import type { ErasedBackups } from '../diary/erase/forget.ts'
import { document } from '../formats/json/json.ts'
import { quoted } from '../parse/shell/quoted.ts'
import { pluralize } from '../views/layout/pluralize.ts'
import { entryWords } from '../views/card/entry-words.ts'
import {
  forgottenLines,
  forgetPreviewView,
  forgetPreviewSentence,
  type ForgetPreview,
} from '../views/confirmations/forgotten.ts'
import { defineCommand } from '../command/define-command.ts'
import { findContact } from '../actions/people/find-contact.ts'

export const forget = defineCommand({
  diary: 'needed',
  examples: ['fu forget gary', 'fu forget @4 --block', 'fu forget "Gary Lee" --yes'],
  details:
    'No undo brings them back. What you wrote of others stays, though it may name them. Copies elsewhere are out of reach: exports, printed pages, and copies that lie in other places than the backups. Without a name, a forgetting that was cut off is finished.',
  options: (command) =>
    command
      .argument('[who...]', 'the contact')
      .option('--block', 'later imports do not bring them back')
      .option('-y, --yes', 'asks nothing'),
  run: async (app, [words], { block, yes }) => {
    if (words.length === 0) {
      await finishForgetting(app)
      return
    }
    const contact = await findContact(app, words.join(' '))
    if (yes !== true) await askForTheName(app, contact)
    await erase(app, contact, block === true)
  },
})

/** Shows what goes, and lets the name be typed; refuses where nobody can be asked and nobody said yes. */
async function askForTheName(app: App, contact: Contact): Promise<void> {
  const { terminal, theme } = app
  const shown = toForget(app, contact)
  if (terminal.prompts === null) throw usage(forgetPreviewSentence(shown), 'Add --yes to erase it.')
  terminal.print(forgetPreviewView(shown, { theme, width: terminal.width }))
  const isMeant = await terminal.prompts.ask({
    message: `Type the name, ${contact.name}, to erase all of it for good (empty: leave it)`,
    initial: '',
    check: (typed) => {
      if (typed.trim() === '') return false
      if (normalizeText(typed) === normalizeText(contact.name)) return true
      throw usage(`That is not "${contact.name}".`, 'Nothing is erased yet.')
    },
  })
  if (!isMeant) throw usage('Nothing was erased.', `"fu show @${contact.id}" shows the card.`)
}

function toForget(app: App, contact: Contact): ForgetPreview {
  const diary = app.diary()
  const promises = diary.promises({ contacts: [contact.id] }).filter((one) => one.contact.id === contact.id)
  const byId = new Map(promises.map((promise) => [promise.id, promise]))
  const entries = diary.entries(contact.id).toReversed()
  return {
    contact,
    promises,
    entries: entries.map((entry) => ({
      words: entryWords(entry, entry.promise === null ? null : (byId.get(entry.promise) ?? null), app.words),
    })),
  }
}

async function erase(app: App, contact: Contact, wished: boolean): Promise<void> {
  const diary = app.diary()
  const isMarked = contact.doNotContact !== null
  const isBlocked = wished || isMarked
  const erased = await diary.forget({ id: contact.id, block: isBlocked, at: app.now })
  const backups = (await diary.finishForgetting(app.now)) ?? { erased: 0, failed: [] }
  if (app.json) {
    const { promises, entries, commands } = erased
    app.terminal.print(
      document({
        command: 'forget',
        undo: null,
        contact: null,
        promise: null,
        promises: [],
        entry: null,
        erased: { promises, entries, commands, backups: backups.erased },
        blocked: isBlocked,
      }),
    )
  } else {
    const blocking = isMarked
      ? ['They did not want to be contacted, so later imports leave them out.']
      : isBlocked
        ? ['Later imports leave them out.']
        : []
    app.terminal.say(
      [...forgottenLines(contact, { ...erased, backups: backups.erased }), ...blocking].join(' '),
    )
  }
  noteWhatIsLeft(app, contact)
  refuseLeftovers(backups)
}

/** What names them still: words about others, which are not theirs, and what lies elsewhere. */
function noteWhatIsLeft(app: App, contact: Contact): void {
  const texts = [
    contact.name,
    ...contact.phones.map(({ readable }) => readable),
    ...contact.emails.map(({ value }) => value),
  ]
  for (const text of texts) {
    const { contacts, promises, entries } = app.diary().search(text)
    const count = contacts.length + promises.length + entries.length
    if (count === 0) continue
    app.terminal.note(
      `${quoted(text)} still stands in ${pluralize(count, 'line')} about others, which ${count === 1 ? 'is' : 'are'} yours: fu find "${text}"`,
    )
  }
  app.terminal.note('Exports, printed pages and copies in other places are out of reach.')
}

/** Finishes a forgetting that was cut off, or that could not get at a backup. */
async function finishForgetting(app: App): Promise<void> {
  const backups = await app.diary().finishForgetting(app.now)
  if (backups === null) {
    throw usage('Forgetting takes a name.', 'Write whom, as in "fu forget gary" or "fu forget @4".')
  }
  refuseLeftovers(backups)
  if (app.json) app.terminal.print(document({ command: 'forget', erased: { backups: backups.erased } }))
  else app.terminal.say('Finished: who was forgotten is erased from the diary and its backups.')
}

function refuseLeftovers({ failed: left }: ErasedBackups): void {
  if (left.length === 0) return
  const files = left.map(({ file, why }) => `${file} (${why})`).join(', ')
  throw failed(
    `Erased, but not from ${left.length === 1 ? 'one backup' : `${left.length} backups`}: ${files}.`,
    'Delete what cannot be opened, or mend it; then "fu forget" without a name finishes.',
  )
}
