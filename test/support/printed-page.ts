import { dateWords } from '../../src/domain/date-words.ts'
import type { Agenda } from '../../src/domain/page.ts'
import { pageView } from '../../src/views/page/page.ts'
import { themeFor, type ColourLevel } from '../../src/views/layout/colours.ts'
import { agenda, contact, line, promise } from './agendas.ts'

const words = dateWords(null)

/** The page without colours, after a line break, so that tests show it as printed. */
export function page(of: Agenda, width = 80, hint = true, full = false): string {
  return `\n${pageView(of, { theme: themeFor(0), width, words, commands: { hint }, full })}`
}

export function coloured(of: Agenda, level: ColourLevel, width = 80): string {
  return pageView(of, { theme: themeFor(level), width, words, commands: { hint: true } })
}

export function withoutStyles(shown: string): string {
  return shown.replaceAll(/\p{Cc}\[[\d;]*m/gu, '')
}

export const gary = contact(1, 'Gary Lee')

/** The shortest page with a line. */
export const one = agenda({ today: [line(promise(1, gary), gary)] })

/** A name with characters that a screen would interpret or hide. */
export const hostile = '\u001b[2J\u0007a\u202eb\nc\u0000\u{e0041}\ud83d'
const stranger = contact(1, hostile, { company: hostile })
export const hostilePage = agenda(
  {
    today: [
      line(promise(1, stranger, { about: { id: 2, name: hostile } }), stranger, {
        what: hostile,
        reason: hostile,
        reachBy: { channel: 'call', value: hostile },
      }),
    ],
  },
  { nothingNext: [hostile] },
)
