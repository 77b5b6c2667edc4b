import { Option, type Command, type OptionValues } from '@commander-js/extra-typings'
import type { App } from '../../app.ts'
import { contactKinds, type Contact, type ContactKind } from '../../domain/contact.ts'
import { civilDay, lastDayOfMonth } from '../../domain/day.ts'
import { usage } from '../../domain/errors.ts'
import { normalizeText } from '../../domain/normalize.ts'
import { keepInTouchLines } from '../../schedule/page/keep-in-touch.ts'
import { collect } from '../../command/define-command.ts'
import { contactFigures } from '../promises/derived.ts'

/** Which people are meant; what is left out does not matter. */
export type PeopleFilter = {
  readonly kind?: ContactKind | undefined
  readonly tag?: readonly string[] | undefined
  readonly met?: string | undefined
  readonly bought?: string | undefined
  readonly drifting?: true | undefined
  readonly untouched?: true | undefined
  readonly nothingNext?: true | undefined
  readonly doNotContact?: true | undefined
}

/** The options that choose people (R41, R42). */
export function peopleOptions<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) {
  return command
    .addOption(new Option('--kind <kind>', 'people of this kind').choices(contactKinds))
    .option('--tag <word>', 'with this tag; given again, with both', collect)
    .option('--met <where>', 'met there')
    .option('--bought <yyyy-mm>', 'who bought in that month')
    .option('--drifting', 'not spoken to for longer than they should be')
    .option('--untouched', 'to whom you have never turned')
    .option('--nothing-next', 'with no open promise')
    .option('--do-not-contact', 'who do not want to be contacted')
}

/** Those of the contacts whom a filter chooses. */
export function choosePeople(app: App, contacts: readonly Contact[], filter: PeopleFilter): Contact[] {
  const { kind, tag = [], met, bought } = filter
  const ids = contacts.map((contact) => contact.id)
  const buyers = bought === undefined ? null : buyersIn(app, bought)
  const drifting = filter.drifting === true ? driftingNow(app) : null
  const untouched = filter.untouched === true ? app.diary().untouched(ids) : null
  const figures = filter.nothingNext === true ? contactFigures(app, contacts) : null
  return contacts
    .filter((contact) => kind === undefined || contact.kind === kind)
    .filter((contact) =>
      tag.every((word) => contact.tags.some((own) => normalizeText(own) === normalizeText(word))),
    )
    .filter(
      (contact) => met === undefined || normalizeText(contact.source.met ?? '').includes(normalizeText(met)),
    )
    .filter((contact) => buyers === null || buyers.has(contact.id))
    .filter((contact) => drifting === null || drifting.has(contact.id))
    .filter((contact) => untouched === null || untouched.has(contact.id))
    .filter((contact) => figures === null || (figures.get(contact.id)?.nextDay ?? null) === null)
    .filter((contact) => filter.doNotContact !== true || contact.doNotContact !== null)
}

/** Who bought in a month written `yyyy-mm`. */
function buyersIn(app: App, month: string): ReadonlySet<number> {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? []
  const first = civilDay(Number(year), Number(number), 1)
  if (first === null) throw usage(`"${month}" is no month.`, 'Write it as 2026-10.')
  const sales = app.diary().entriesOn(first, lastDayOfMonth(first))
  return new Set(sales.filter(({ outcome }) => outcome === 'sold').map(({ contact }) => contact.id))
}

function driftingNow(app: App): ReadonlySet<number> {
  const settings = app.settings()
  const regulars = app.diary().regulars([...settings.cadences.keys()], app.now)
  const context = { day: app.now.day, now: app.now, words: app.words }
  return new Set(keepInTouchLines(regulars, settings, context).map(({ contact }) => contact.id))
}
