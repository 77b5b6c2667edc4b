import type { App } from '../../app.ts'
import type { ErasedCopies } from '../../diary/erase/forget.ts'
import type { Contact } from '../../domain/contact.ts'
import { failed, usage } from '../../domain/errors.ts'
import { normalizeText } from '../../domain/normalize.ts'
import { shellWord } from '../../domain/shell-word.ts'
import { document } from '../../formats/json/json.ts'
import { quoted } from '../../parse/shell/quoted.ts'
import { entryWords } from '../../views/card/entry-words.ts'
import {
  erasedFrom,
  forgottenLines,
  forgetPreviewView,
  unreachableCopy,
  forgetPreviewSentence,
  type ForgetPreview,
} from '../../views/confirmations/forgotten.ts'
import { pluralize } from '../../views/layout/pluralize.ts'
import { findContact } from './find-contact.ts'

/**
 * Erases a contact for good, after the user typed the name or with `yes`; `block` keeps imports from adding them again.
 */
export async function forgetPerson(
  app: App,
  who: string,
  { block, yes }: { readonly block: boolean; readonly yes: boolean },
): Promise<void> {
  const contact = await findContact(app, who)
  if (!yes) await askForTheName(app, contact)
  await erase(app, contact, block)
}

/** Finishes an erasure that was interrupted or could not reach a copy. */
export async function finishForgetting(app: App): Promise<void> {
  const copies = await app.diary().erasures.finish(app.now)
  if (copies === null) {
    throw usage('Forgetting takes a name.', 'Name the contact, as in "fu forget gary" or "fu forget @4".')
  }
  refuseLeftovers(copies)
  if (app.json)
    app.terminal.print(document({ command: 'forget', erased: copiesJson(copies), ...outOfReach(copies) }))
  else {
    const isFinished = copies.unreachable.length === 0
    app.terminal.say(
      `${isFinished ? 'Finished: everybody' : 'Everybody'} who was forgotten is erased from ${erasedFrom(copies)}.`,
    )
  }
  noteUnreachable(app, copies)
}

/** Removes a copy from the list, and finishes the erasures that waited for it. */
export async function strikeOffCopy(app: App, file: string, words: readonly string[]): Promise<void> {
  if (words.length > 0)
    throw usage('--gone takes a file, not a contact.', 'Forget the contact in a second command.')
  const diary = app.diary()
  if (!diary.backups.places.remove(file)) {
    const known = diary.backups.places.list().map((place) => place.path)
    throw usage(
      `No copy was made at ${quoted(file)}.`,
      known.length === 0
        ? 'The diary knows of no copies in other places.'
        : `Copies were made at ${known.join(', ')}.`,
    )
  }
  const copies = await diary.erasures.finish(app.now)
  if (copies !== null) refuseLeftovers(copies)
  if (app.json) app.terminal.print(document({ command: 'forget', gone: file }))
  else app.terminal.say(`fu no longer looks for ${file}.`)
  if (copies !== null) noteUnreachable(app, copies)
}

/** Shows what will be erased and asks for the name; refuses without a terminal and without `--yes`. */
async function askForTheName(app: App, contact: Contact): Promise<void> {
  const { terminal, theme } = app
  const shown = toForget(app, contact)
  if (terminal.prompts === null) throw usage(forgetPreviewSentence(shown), 'Add --yes to erase it.')
  terminal.print(forgetPreviewView(shown, { theme, width: terminal.width }))
  const isMeant = await terminal.prompts.ask({
    message: `Type the name, ${contact.name}, to erase this contact for good (empty: keep it)`,
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
  const promises = diary.promises
    .where({ contacts: [contact.id] })
    .filter((one) => one.contact.id === contact.id)
  const byId = new Map(promises.map((promise) => [promise.id, promise]))
  const entries = diary.entries.of(contact.id).toReversed()
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
  const erased = await diary.erasures.forget({ id: contact.id, block: isBlocked, at: app.now })
  const copies = (await diary.erasures.finish(app.now)) ?? {
    backups: 0,
    elsewhere: [],
    failed: [],
    unreachable: [],
  }
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
        erased: { promises, entries, commands, ...copiesJson(copies) },
        ...outOfReach(copies),
        blocked: isBlocked,
      }),
    )
  } else {
    const blocking = isMarked
      ? ['They did not want to be contacted, so later imports leave them out.']
      : isBlocked
        ? ['Later imports leave them out.']
        : []
    app.terminal.say([...forgottenLines(contact, { ...erased, ...copies }), ...blocking].join(' '))
  }
  noteWhatIsLeft(app, contact)
  noteUnreachable(app, copies)
  refuseLeftovers(copies)
}

function copiesJson({ backups, elsewhere }: ErasedCopies) {
  return { backups, elsewhere }
}

function outOfReach({ unreachable }: ErasedCopies) {
  return { outOfReach: unreachable.map((place) => place.path) }
}

/** Notes the remaining traces: texts about others that name them, and copies made elsewhere. */
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
      `${quoted(text)} still occurs in ${pluralize(count, 'line')} about others, which ${count === 1 ? 'is' : 'are'} yours: fu find ${shellWord(text)}`,
    )
  }
  app.terminal.note('Exports, printed pages and copies that you made without fu are out of reach.')
}

/** Names each copy that could not be reached. */
function noteUnreachable(app: App, { unreachable }: ErasedCopies): void {
  for (const place of unreachable) {
    app.terminal.note(unreachableCopy(place, app.words.short(place.made.day, app.now.day)))
  }
}

function refuseLeftovers({ failed: left }: ErasedCopies): void {
  if (left.length === 0) return
  const files = left.map(({ file, why }) => `${file} (${why})`).join(', ')
  const hints = [
    left.some(({ isOthers }) => isOthers === true)
      ? 'A copy of another file is not changed from here: "fu forget <name> --diary <file>" erases them from it, and "fu forget --gone <file>" takes it off the list.'
      : null,
    left.some(({ isOthers }) => isOthers !== true)
      ? 'Close the programs that have one open; delete or repair what cannot be opened. Then "fu forget" without a name finishes the erasure.'
      : null,
  ]
  throw failed(
    `Erased, but not from ${left.length === 1 ? 'one copy' : `${left.length} copies`}: ${files}.`,
    hints.filter((hint) => hint !== null).join(' '),
  )
}
