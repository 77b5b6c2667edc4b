import type { Diagnosis, Finding } from '../../domain/diagnosis.ts'
import { sizeWords } from '../confirmations/backups.ts'
import { pluralize } from '../layout/pluralize.ts'
import { renderRows, contentArea } from '../layout/render.ts'
import { padRow, gap, hangingIndent, rowWidth, span, type Row } from '../layout/span.ts'
import { wrap } from '../layout/wrap.ts'
import type { Theme } from '../layout/theme.ts'

const words: Readonly<Record<Finding['state'], string>> = { sound: 'ok', warning: 'warn', bad: 'BAD' }

/** Every check with its result, and what to do about a problem. */
export function diagnosisView(
  { file, size, counts, findings, sqlite }: Diagnosis,
  { theme, width, node }: { readonly theme: Theme; readonly width: number; readonly node: string },
): string {
  const sheet = contentArea(width)
  const facts = [
    ...(size === null ? [] : [sizeWords(size)]),
    ...(counts === null
      ? []
      : [
          pluralize(counts.contacts, 'contact'),
          pluralize(counts.promises, 'promise'),
          `${counts.history} in the history`,
        ]),
    `SQLite ${sqlite}`,
    `Node ${node}`,
  ]
  const rows: Row[] = [
    ...wrap([span('title', file)], sheet.width),
    ...wrap([span('dim', facts.join(' · '))], sheet.width),
    [],
  ]
  for (const { name, state, detail, remedy } of findings) {
    const mark = span(state === 'bad' ? 'late' : 'plain', words[state])
    const head = [...padRow([mark], 6), ...padRow([span('name', name)], 12)]
    const room = Math.max(10, sheet.width - rowWidth(head))
    const said = wrap([span('plain', detail)], room)
    const next = remedy === null ? [] : wrap([span('dim', remedy)], room)
    rows.push(...hangingIndent(head, [...said, ...next]))
  }
  return renderRows([[], ...rows, [gap(0)]], theme, sheet.margin)
}
