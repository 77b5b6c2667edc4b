import { describe, expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'
import { session } from '../support/session.ts'

test('a promise is made, moved and found on the page with the words of the page', async () => {
  const lines = [
    'add "Gary Lee" --promise "das Angebot schicken" --due freitag',
    'promise gary "anrufen" --due "morgen um 14 uhr"',
    'move 1 "nächsten dienstag"',
    'snooze 1 "2. dez."',
    'log gary "gesprochen" --on gestern',
    'today übermorgen',
    'promise gary "noch einmal" --due fretag',
    'when in 3 tagen',
    'list --until "Fr., 27. Nov."',
  ]
  expect(await session(lines, { locale: 'de-DE' })).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" --promise "das Angebot schicken" --due freitag
    Added Gary Lee (@1). Promised Gary Lee: das Angebot schicken, Fr., 27. Nov. (fu undo)
    Gary Lee has no phone number: fu edit @1 --phone …
    $ fu promise gary "anrufen" --due "morgen um 14 uhr"
    Promised Gary Lee: anrufen, Do., 26. Nov. 14:00. (fu undo)
    Gary Lee has no phone number: fu edit @1 --phone …
    $ fu move 1 "nächsten dienstag"
    Moved 1 (Gary Lee, das Angebot schicken) from Fr., 27. Nov. to Di., 1. Dez. They still expect it Fr., 27. Nov. (--told when they know). (fu undo)
    $ fu snooze 1 "2. dez."
    Off the page until Mi., 2. Dez.: 1 (Gary Lee, das Angebot schicken). Promised for Fr., 27. Nov. as before. (fu undo)
    $ fu log gary "gesprochen" --on gestern
    Noted with Gary Lee, Di., 24. Nov.: gesprochen. (fu undo)
    $ fu today übermorgen
      Freitag, 27. November 2026, as planned                        1 carried over

      CARRIED OVER
      ▸  2  Gary Lee                                                    1 day late
            anrufen
            you said Do., 26. Nov. 14:00 · owes an update
            no number: fu edit @1 --phone …

      Nothing else that day · the day after 0 · no next step: nobody
      fu done 2 "…"    fu tried 2    fu move 2 fri
    $ fu promise gary "noch einmal" --due fretag
    "fretag" is not a date I know.
    Did you mean "freitag"?
    [2]
    $ fu when in 3 tagen
    Samstag, 28. November 2026
    $ fu list --until "Fr., 27. Nov."
         who       what     due
      2  Gary Lee  anrufen  Do., 26. Nov. 14:00
    "
  `)
})

const sentences: readonly (readonly [locale: string, tomorrow: string, past: string])[] = [
  ['de-DE', 'morgen', 'gestern'],
  ['fr-FR', 'demain', 'hier'],
  ['es-ES', 'mañana', 'ayer'],
  ['it-IT', 'domani', 'ieri'],
  ['pt-BR', 'amanhã', 'ontem'],
  ['nl-NL', 'morgen', 'gisteren'],
  ['en-US', 'tomorrow', 'yesterday'],
]

describe.each(sentences)('sentences in %s', (locale, tomorrow, past) => {
  test('end in one full stop', async () => {
    const program = aProgram({ locale })
    const lines = [
      `add "Gary Lee" --phone "+61 412 555 019" --promise "send it" --due 2026-11-27`,
      `promise gary "call" --due ${tomorrow}`,
      `wait gary "the price" --due 2026-11-27`,
      `promise --all "ask" --due 2026-12-18 --yes`,
      `move 1 2026-12-01`,
      `move 1 2026-12-02 --told`,
      `snooze 1 2026-12-03`,
      `tried 2 --left-message`,
      `heard gary "a question"`,
      `log gary "hello" --on ${past}`,
      `sent gary "papers" --by post`,
      `done 1 --nothing-next`,
      `done 1`,
      `tried 4 --on 2026-11-01`,
      `undo`,
      `today 2026-12-18`,
      `today`,
      `week`,
      `show gary`,
      `review`,
      `list --all`,
      `history`,
    ]
    for (const line of lines) {
      const { stdout, stderr } = await program.fu(line)
      expect([line, `${stdout}${stderr}`]).toEqual([line, expect.not.stringMatching(/[^.]\.\.(?!\.)/)])
    }
  })
})

test('an American reads and types dates in their own order', async () => {
  const lines = [
    'add "Gary Lee" --promise "send the quote" --due 11/27',
    'today "Nov 27"',
    'when Friday, November 27, 2026',
    'when Fri, Nov 27',
    'when 27/11',
  ]
  expect(await session(lines, { locale: 'en-US' })).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" --promise "send the quote" --due 11/27
    Added Gary Lee (@1). Promised Gary Lee: send the quote, Fri, Nov 27. (fu undo)
    Gary Lee has no phone number: fu edit @1 --phone …
    $ fu today "Nov 27"
      Friday, November 27, 2026, as planned                           1 on the day

      ON THE DAY
      ▸  1  Gary Lee
            send the quote
            you said Fri, Nov 27 · no number: fu edit @1 --phone …

      The day after 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    $ fu when Friday, November 27, 2026
    Friday, November 27, 2026
    $ fu when Fri, Nov 27
    Friday, November 27, 2026
    $ fu when 27/11
    "27/11" is only a date with the day first, but dates are read with the month first.
    Try "27 nov", or set the order with fu config dates day-first.
    [2]
    "
  `)
})

test.each([
  ['de-DE', ['promise', 'gary', 'x', '--due', 'mor'], 'morgen|Do., 26. Nov.\n'],
  ['de-DE', ['move', '1', 'nächste', 'w'], 'woche|Mo., 30. Nov.\n'],
  ['fr-FR', ['log', 'gary', 'x', '--on', 'vend'], 'vendredi dernier|ven. 20 nov.\nvendredi|ven. 20 nov.\n'],
  ['es-ES', ['promise', 'gary', 'x', '--due', 'to'], 'today|mié, 25 nov\ntomorrow|jue, 26 nov\n'],
])('a shell completes dates in %s: %j', async (locale, words, completions) => {
  const { fu } = aProgram({ locale })
  await fu('add "Gary Lee" --no-next')
  const { stdout } = await fu(['complete', '--', ...words])
  expect(stdout.replaceAll('\t', '|')).toBe(completions)
})
