import { cadenceText } from './cadence.ts'
import { channels, type Contact, type ContactName, type NewContact, type Phone } from './contact.ts'
import { normalizeText } from './normalize.ts'

/** Something that two cards say differently: what the kept one says, and what the other said. */
export type Difference = { readonly field: string; readonly kept: string; readonly other: string }

/** Something that a card takes from another, in words ("phone 0412 555 019"); a mark says that they are not to be contacted. */
export type Taken = { readonly kind: 'field' | 'mark'; readonly words: string }

/** Two cards made one: what is known of the person, what the kept card took, and where the cards differed. */
export type MergeResult = {
  readonly contact: NewContact
  /** What the kept card did not have. */
  readonly taken: readonly Taken[]
  /** What the other card said is in the note of the kept one. */
  readonly differences: readonly Difference[]
}

/**
 * What is known of a person who has two cards, as the card that is kept says it. It takes what it lacks: phones,
 * emails, addresses and tags without doubles, other fields where it has none. Where both say something and not the
 * same, the other's word goes into the note, so that nothing written is lost. Of the marks that nobody is to contact
 * them, both stand (R58).
 */
export function mergeContacts(kept: Contact, gone: Contact): MergeResult {
  const taken: Taken[] = []
  const differences: Difference[] = []
  const take = (words: string): void => void taken.push({ kind: 'field', words })

  const one = <Value>(
    field: string,
    mine: Value | null,
    other: Value | null,
    text: (value: Value) => string,
  ) => {
    if (other === null) return mine
    if (mine === null) take(`${field} ${text(other)}`)
    else if (text(mine) !== text(other)) differences.push({ field, kept: text(mine), other: text(other) })
    return mine ?? other
  }
  const word = <Value extends string>(field: string, mine: Value | null, other: Value | null) =>
    one(field, mine, other, (value) => value)

  const all = <Item extends { readonly label: string | null }>(
    field: string,
    mine: readonly Item[],
    others: readonly Item[],
    { key, text }: { key: (item: Item) => string; text: (item: Item) => string },
  ): Item[] => {
    const items = [...mine]
    for (const other of others) {
      const place = items.findIndex((item) => key(item) === key(other))
      const same = items[place]
      if (same === undefined) {
        items.push(other)
        take(`${field} ${text(other)}`)
      } else if (same.label === null) items[place] = { ...same, label: other.label }
      else if (other.label !== null && other.label !== same.label)
        differences.push({ field: `${field} ${text(same)}`, kept: same.label, other: other.label })
    }
    return items
  }

  const isOther = (person: ContactName | null): boolean => person?.id !== kept.id && person?.id !== gone.id
  const from = {
    mine: isOther(kept.source.from) ? kept.source.from : null,
    other: isOther(gone.source.from) ? gone.source.from : null,
  }
  const tags = gone.tags.filter(
    (tag) => !kept.tags.some((mine) => normalizeText(mine) === normalizeText(tag)),
  )
  const contact: Omit<NewContact, 'note'> = {
    name: word('name', kept.name, gone.name) ?? kept.name,
    company: word('company', kept.company, gone.company),
    nick: word('nickname', kept.nick, gone.nick),
    phones: all('phone', kept.phones, gone.phones, {
      key: numberKey,
      text: ({ readable }) => readable,
    }),
    emails: all('email', kept.emails, gone.emails, {
      key: ({ value }) => value.toLowerCase(),
      text: ({ value }) => value,
    }),
    addresses: all('address', kept.addresses, gone.addresses, {
      // A house of two numbers is no other house: "1-2 High St", "12 High St".
      key: ({ text }) => normalizeText(text.replaceAll(/(?<=\d)[-‐‑‒–.](?=\d)/gu, '/')),
      text: ({ text }) => text,
    }),
    channel: word('prefers', kept.channel, gone.channel),
    bestTime: word('best time', kept.bestTime, gone.bestTime),
    timeZone: word('time zone', kept.timeZone, gone.timeZone),
    kind: word('kind', kept.kind, gone.kind),
    source: {
      met: word('met', kept.source.met, gone.source.met),
      from: one('from', from.mine, from.other, ({ id, name }) => `${name} (@${id})`),
      word: word('source', kept.source.word, gone.source.word),
    },
    every: one('every', kept.every, gone.every, cadenceText),
    tags: [...kept.tags, ...tags],
    doNotContact: stricter(kept.doNotContact, gone.doNotContact),
  }
  for (const tag of tags) take(`tag ${tag}`)
  if (contact.doNotContact !== null && !sameMark(contact.doNotContact, kept.doNotContact)) {
    const how = contact.doNotContact === 'all' ? 'at all' : contact.doNotContact.join(', ')
    taken.push({ kind: 'mark', words: `do not contact ${how}` })
  }
  if (gone.note !== null && !containsLines(kept.note, gone.note)) take('note')
  return { contact: { ...contact, note: noteOf(kept, gone, differences) }, taken, differences }
}

function noteOf(kept: Contact, gone: Contact, differences: readonly Difference[]): string | null {
  const note = kept.note ?? ''
  const lines = [
    ...(gone.note === null || containsLines(kept.note, gone.note) ? [] : [gone.note]),
    ...differences.map(({ field, other }) => `@${gone.id} said: ${field} ${other}`),
  ]
  return [...(note === '' ? [] : [note]), ...lines].join('\n') || null
}

/**
 * Whether a note holds all lines of another, one after the other: a part of a line may say the opposite of the whole,
 * as in "not interested".
 */
export function containsLines(note: string | null, other: string): boolean {
  const lines = (text: string): string =>
    `\n${text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .join('\n')}\n`
  return note !== null && lines(note).includes(lines(other.trim()))
}

/**
 * What two numbers have in common that are one, however each is typed: the number, its extension, and all that stands
 * beside it or in place of it ("ask Bob").
 */
function numberKey({ e164, value }: Phone): string {
  const typed = value.normalize('NFKC').toLowerCase().trim()
  const found = /(?:x|extn?|extension|#)[.:=\s]*(\d+)$/u.exec(typed)
  const before = typed
    .slice(0, found?.index ?? 0)
    .trimEnd()
    .replace(/[,;]$/u, '')
  const [bare, extension] = before === '' ? [typed, ''] : [before, found?.[1] ?? '']
  const rest = bare.replaceAll(/[\s()./‑–-]/gu, '')
  return `${e164 === null ? rest : e164 + rest.replaceAll(/[\d+]/gu, '')} ${extension}`
}

function stricter(a: Contact['doNotContact'], b: Contact['doNotContact']): Contact['doNotContact'] {
  if (a === null || b === null) return a ?? b
  if (a === 'all' || b === 'all') return 'all'
  return channels.filter((channel) => a.includes(channel) || b.includes(channel))
}

function sameMark(a: Contact['doNotContact'], b: Contact['doNotContact']): boolean {
  return JSON.stringify(a) === JSON.stringify(stricter(b, b))
}
