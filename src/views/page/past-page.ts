import type { DateWords } from '../../domain/date-words.ts'
import type { Entry } from '../../domain/entry.ts'
import type { DiaryPromise } from '../../domain/promise.ts'
import { entryWords, type About } from '../card/entry-words.ts'
import { padRow, gap, hangingIndent, rowWidth, span, type Row } from '../layout/span.ts'
import { wrap } from '../layout/wrap.ts'
import { closingWord } from '../card/promise-words.ts'

/** What was done on a past day. */
export type DayDone = {
  /** The entries of the day, oldest first. */
  readonly entries: readonly Entry[]
  /** The promises closed on it. */
  readonly closed: readonly DiaryPromise[]
  /** The promises that the entries are about, by promise id. */
  readonly abouts: ReadonlyMap<number, About>
}

/** What was done on a day, in order: with whom, and the outcome. Promises closed without an entry come last. */
export function doneRows({ entries, closed, abouts }: DayDone, width: number, dateWords: DateWords): Row[] {
  const told = new Set(entries.map(({ promise }) => promise))
  const lines = [
    ...entries.map((entry) => ({
      time: entry.at.time,
      name: entry.contact.name,
      words: entryWords(
        entry,
        entry.promise === null ? null : (abouts.get(entry.promise) ?? null),
        dateWords,
      ),
    })),
    ...closed.flatMap((promise) =>
      promise.status === 'open' || told.has(promise.id)
        ? []
        : [
            {
              time: promise.closedAt.time,
              name: promise.contact.name,
              words: `${closingWord(promise)} "${promise.what}"`,
            },
          ],
    ),
  ]
  if (lines.length === 0) return []
  return [
    [],
    [span('heading', 'DONE THAT DAY'), span('dim', lines.length > 1 ? ` · ${lines.length}` : '')],
    ...lines.flatMap(({ time, name, words }) => {
      const head: Row = [...padRow([gap(2), span('dim', time)], 8)]
      const text = wrap(
        [span('name', name), span('plain', `: ${words}`)],
        Math.max(10, width - rowWidth(head)),
      )
      return hangingIndent(head, text)
    }),
  ]
}
