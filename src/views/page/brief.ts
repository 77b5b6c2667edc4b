import { countOf, type Agenda } from '../../domain/page.ts'

/** The page in one line, for a prompt or a status bar: "3 late · 5 today · 1 waiting". */
export function briefView(agenda: Agenda): string {
  const parts = [
    [countOf(agenda, 'carried-over'), 'late'],
    [countOf(agenda, 'today'), 'today'],
    [countOf(agenda, 'waiting'), 'waiting'],
    [countOf(agenda, 'keep-in-touch'), 'to keep in touch'],
  ] as const
  const some = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return some.length === 0 ? 'nothing due' : some.join(' · ')
}
