import type { Change, HistoryEntry, RowKind, Undone } from '../../domain/change.ts'
import { withFullStop } from '../layout/sentence.ts'

/** What an undo took back, and what that means for the promises and people in it. */
export function undoneSentence({ entry, changes }: Undone): string {
  const rows = changes.filter(({ kind }) => kind === 'promises' || kind === 'contacts')
  // A row may have changed several times in one command; the gravest of it is said.
  const told = new Set<string>()
  const clauses = effects.flatMap(({ kind, is, one, many }) => {
    const ids = rows
      .filter((change) => change.kind === kind && is(change) && !told.has(`${kind} ${idOf(change)}`))
      .map(idOf)
    for (const id of ids) told.add(`${kind} ${id}`)
    return ids.length === 0
      ? []
      : ids.length > maxNamed
        ? [many(ids.length)]
        : ids.map((id) => one(id, ids.length === 1 ? entry : null))
  })
  const [first, ...rest] = [...new Set(clauses)]
  if (first === undefined) return `Took back: ${withFullStop(entry.title)}`
  return `Took back: ${withFullStop(entry.title)} ${[first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', and ')}.`
}

/** More rows than this are counted, not named. */
const maxNamed = 3

type Effect = {
  readonly kind: RowKind
  readonly is: (change: Change) => boolean
  /** `only` is the entry that was taken back, if it did this to one row only. */
  readonly one: (id: number, only: HistoryEntry | null) => string
  readonly many: (count: number) => string
}

/** What a row is again once a change to it is taken back, as `before` was. */
const effects: readonly Effect[] = [
  {
    kind: 'promises',
    is: ({ before, after }) => before?.['status'] === 'open' && after !== null && after['status'] !== 'open',
    one: (id, only) => (isNamed(only) ? 'it is open again' : `promise ${id} is open again`),
    many: (count) => `${count} promises are open again`,
  },
  {
    kind: 'promises',
    is: ({ before, after }) => before !== null && before['status'] === after?.['status'],
    one: (id) => `promise ${id} is as it was`,
    many: (count) => `${count} promises are as they were`,
  },
  {
    kind: 'promises',
    is: ({ before }) => before === null,
    one: (id) => `promise ${id} is gone`,
    many: (count) => `${count} promises are gone`,
  },
  {
    kind: 'contacts',
    is: ({ before }) => before === null,
    one: (id) => `@${id} is gone`,
    many: (count) => `${count} contacts are gone`,
  },
  {
    kind: 'contacts',
    is: ({ before, after }) => before !== null && after !== null,
    one: (id) => `@${id} is as it was`,
    many: (count) => `${count} contacts are as they were`,
  },
  {
    kind: 'promises',
    is: ({ before, after }) =>
      before !== null && (after === null || (before['status'] !== 'open' && after['status'] === 'open')),
    one: (id) => `promise ${id} is back as it was`,
    many: (count) => `${count} promises are back as they were`,
  },
  {
    kind: 'contacts',
    is: ({ after }) => after === null,
    one: (id) => `@${id} is back`,
    many: (count) => `${count} contacts are back`,
  },
]

function idOf({ before, after }: Change): number {
  return Number((before ?? after)?.['id'])
}

/** Whether the title of what was taken back names the one promise that it closed. */
function isNamed(only: HistoryEntry | null): boolean {
  return only?.command === 'done' || only?.command === 'drop'
}
