import type { HistoryEntry } from '../../domain/change.ts'
import type { DateWords } from '../../domain/date-words.ts'
import { renderRows, contentArea } from '../layout/render.ts'
import { listLine, type LineOptions } from '../layout/list.ts'
import { padRow, gap, span, type Row } from '../layout/span.ts'
import type { Theme } from '../layout/theme.ts'

type HistoryOptions = LineOptions & { readonly theme: Theme; readonly words: DateWords }

/** The number of commands that are printed at once. */
const batchSize = 100

/** The commands that changed the diary, under their days, in the given order: newest first. */
export function* historyView(
  entries: Iterable<HistoryEntry & { readonly undone: boolean }>,
  { theme, words, ...screen }: HistoryOptions,
): Generator<string> {
  const { margin } = contentArea(screen.width)
  let rows: Row[] = []
  let day: string | null = null
  let count = 0
  for (const { id, at, title, undone } of entries) {
    if (at.day !== day) rows.push([], [span('heading', words.long(at.day))])
    day = at.day
    const head = [...padRow([span('number', String(id))], 5, 'right'), gap(2), span('dim', at.time), gap(2)]
    const text = undone ? [span('dim', title), span('dim', ' · taken back')] : [span('plain', title)]
    rows.push(...listLine(head, text, screen))
    count += 1
    if (count % batchSize > 0) continue
    yield renderRows(rows, theme, margin)
    rows = []
  }
  if (count > 0) yield renderRows([...rows, []], theme, margin)
}
