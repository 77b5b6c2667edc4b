import type { Change, HistoryEntry, RowKind, Undone } from '../../domain/change.ts'
import { withFullStop } from '../layout/sentence.ts'

/** The undone command, and the effect on its promises and people. */
export function undoneSentence({ entry, changes }: Undone): string {
  const rows = changes.filter(({ kind }) => kind === 'promises' || kind === 'contacts')
  // A row may have changed several times in one command; only the most important effect is shown.
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

/** With more rows than this, the rows are counted instead of named. */
const maxNamed = 3

type Effect = {
  readonly kind: RowKind
  readonly is: (change: Change) => boolean
  /** `only` is the undone entry, if it had this effect on one row only. */
  readonly one: (id: number, only: HistoryEntry | null) => string
  readonly many: (count: number) => string
}

/** The effect on a row when a change to it is undone; `before` is the row's state before that change. */
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

/** Whether the title of the undone entry names the one promise that it closed. */
function isNamed(only: HistoryEntry | null): boolean {
  return only?.command === 'done' || only?.command === 'drop'
}
