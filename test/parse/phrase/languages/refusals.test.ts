import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FuError } from '../../../../src/domain/errors.ts'
import { readDayPhrase, type PhraseContext } from '../../../../src/parse/phrase/day-phrase.ts'
import { namesIn } from '../../../../src/parse/phrase/languages/dictionary.ts'
import { languageOf } from '../../../../src/parse/phrase/languages/of-locale.ts'
import { contextAt } from '../../../support/phrase-readings.ts'
import { refusalOf, valueOrRefusal } from '../../../support/refusals.ts'
import { runs } from '../../../support/runs.ts'

const wednesday = '2026-11-25 14:20'

function contextIn(locale: string, direction: PhraseContext['direction'] = 'ahead'): PhraseContext {
  return contextAt(wednesday, direction, { dates: 'day-first', locale })
}

describe('a phrase that is not known is refused with phrases of the language', () => {
  test.each([
    ['de-DE', 'blau', 'Try "morgen", "freitag 10:30", "in 3 tagen", "nächste woche" or "27. nov.".'],
    ['fr-FR', 'bleu', 'Try "demain", "vendredi 10:30", "dans 3 jours", "semaine prochaine" or "27 nov.".'],
    ['es-ES', 'azul', 'Try "mañana", "viernes 10:30", "en 3 días", "próxima semana" or "27 nov".'],
    ['it-IT', 'verde', 'Try "domani", "venerdì 10:30", "tra 3 giorni", "settimana prossima" or "27 nov".'],
    ['pt-PT', 'azul', 'Try "amanhã", "sexta 10:30", "em 3 dias", "próxima semana" or "27 de nov.".'],
    ['nl-NL', 'blauw', 'Try "morgen", "vrijdag 10:30", "over 3 dagen", "volgende week" or "27 nov".'],
    ['en-GB', 'blue', 'Try "tomorrow", "fri 10:30", "3d", "next week" or "27 nov".'],
    ['sv-SE', 'blue', 'Try "tomorrow", "fri 10:30", "3d", "next week" or "27 nov".'],
  ])('%s %s', (locale, phrase, hint) => {
    const message = `"${phrase}" is not a date I know.`
    expect(refusalOf(() => readDayPhrase(phrase, contextIn(locale)))).toEqual({ message, hint })
  })

  test.each([
    [
      'de-DE',
      'ahead',
      'gestern',
      '"gestern" is Di., 24. Nov., which is in the past.',
      'Try "heute", "morgen" or "freitag".',
    ],
    [
      'fr-FR',
      'ahead',
      'hier',
      '"hier" is mar. 24 nov., which is in the past.',
      'Try "aujourd\'hui", "demain" or "vendredi".',
    ],
    [
      'es-ES',
      'back',
      'mañana',
      '"mañana" is jue, 26 nov, which is in the future.',
      'Try "ayer", "viernes pasado" or "hace 3 días".',
    ],
    [
      'it-IT',
      'ahead',
      'oggi alle 9',
      '"oggi alle 9" is mer 25 nov 09:00, which is in the past.',
      'Try "domani 09:00".',
    ],
    [
      'nl-NL',
      'back',
      'vandaag 16:00',
      '"vandaag 16:00" is wo 25 nov 16:00, which is in the future.',
      'Try "gisteren 16:00".',
    ],
    [
      'en-US',
      'ahead',
      'nov 24 2026',
      '"nov 24 2026" is Tue, Nov 24, which is in the past.',
      'Try "today", "tomorrow" or "fri".',
    ],
  ] as const)('%s %s %s', (locale, direction, phrase, message, hint) => {
    expect(refusalOf(() => readDayPhrase(phrase, contextIn(locale, direction)))).toEqual({ message, hint })
  })

  test.each([
    ['de-DE', 'fretag', 'Did you mean "freitag"?'],
    ['de-DE', 'übermorge', 'Did you mean "übermorgen"?'],
    ['fr-FR', 'demian', 'Did you mean "demain"?'],
    ['de-DE', '12', 'Try "in 12 tagen" or "12:00".'],
    ['fr-FR', 'novembre', 'Try "1 novembre".'],
    ['de-DE', 'in 0 tagen', 'Try "heute".'],
    ['de-DE', '30. februar', 'Its last day is "28 feb".'],
    ['de-DE', 'freitag 28. november', 'Try "Sa., 28. Nov.".'],
    ['fr-FR', '17h', 'Try "à 17h" or "dans 17 heures".'],
    ['es-ES', '9h', 'Try "a las 9h" or "en 9 horas".'],
    ['pt-BR', '9 horas', 'Try "às 9h" or "em 9 horas".'],
    ['nl-NL', '9 uur', 'Try "om 9 uur" or "over 9 uur".'],
    ['es-ES', 'mar 5', 'Try "sáb, 5 dic". In English it is "2027-03-05".'],
  ])('%s %s: %s', (locale, phrase, hint) => {
    expect(refusalOf(() => readDayPhrase(phrase, contextIn(locale))).hint).toBe(hint)
  })
})

describe('is refused', () => {
  test.each<[locale: string, ...phrases: string[]]>([
    [
      'de-DE',
      'demain',
      'next freitag',
      'nächsten friday',
      'in 3',
      'morgen heute',
      'freitag 10',
      'um 3',
      'der',
      '3 freitag',
      'in tagen',
      '27 den jahr',
      '27. h 10',
      '10 std 27',
    ],
    [
      'fr-FR',
      'morgen',
      'in 3 jours',
      'demain hier',
      'le',
      'vendredi prochain dernier',
      'il y a',
      'à 3',
      'next vendredi',
      'le la vendredi',
      'la le 27 janvier',
    ],
    [
      'es-ES',
      'domani',
      'in 3 días',
      'mañana mañana',
      'a las 12 de la mañana',
      'el',
      'de 25 de',
      'a las 3',
      'del 2027 días',
      'viernes 12 de la noche',
    ],
    [
      'it-IT',
      'mañana',
      'in 3 giorni',
      'domani ieri',
      'alle 3',
      'fa 3',
      '3 ore 27',
      'la lo domenica',
      'entro il oggi',
      'il',
      'prossimo',
    ],
    ['pt-BR', 'mañana', 'in 3 dias', 'amanhã ontem', 'às 3', 'dia', 'sexta quinta'],
    ['nl-NL', 'demain', 'in 3 dagen', 'morgen gisteren', 'om 3', 'de', 'vrijdag 10'],
    ['en-GB', 'freitag', 'demain', 'mañana', 'domani', 'amanhã', 'vrijdag', '27. nov'],
    ['sv-SE', 'freitag', 'demain'],
  ])('in %s', (locale, ...phrases) => {
    for (const phrase of phrases) {
      expect([phrase, valueOrRefusal(() => readDayPhrase(phrase, contextIn(locale, 'either')))]).toEqual([
        phrase,
        expect.any(FuError),
      ])
    }
  })
})

describe.each(['de-DE', 'fr-FR', 'es-ES', 'it-IT', 'pt-PT', 'nl-NL'])('any words in %s', (locale) => {
  const language = languageOf(locale)
  const names = language === null ? [] : namesIn(language)
  const soup = fc
    .array(
      fc.oneof(
        fc.constantFrom(...names),
        fc.constantFrom('3', '27', '27.', '14:30', '2026', '9h', 'fri', 'in'),
      ),
      { maxLength: 4 },
    )
    .map((words) => words.join(' '))
  const aDirection = fc.constantFrom<PhraseContext['direction'][]>('ahead', 'back', 'either')

  test('are read, or refused with phrases that are read', () => {
    fc.assert(
      fc.property(soup, aDirection, (text, direction) => {
        const refusal = valueOrRefusal(() => readDayPhrase(text, contextIn(locale, direction)))
        if (!(refusal instanceof FuError)) return
        expect(refusal.hint).toMatch(/^[A-Z].*[.?]$/)
        for (const [, offered = ''] of (refusal.hint ?? '').matchAll(/"([^"]*)"/g)) {
          const contexts = [contextIn(locale, direction), contextIn(locale, 'either')]
          const read = contexts.map((context) => valueOrRefusal(() => readDayPhrase(offered, context)))
          expect([offered, ...read]).not.toEqual([offered, expect.any(FuError), expect.any(FuError)])
        }
      }),
      runs(3000),
    )
  })
})
