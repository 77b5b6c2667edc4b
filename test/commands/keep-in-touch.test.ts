import { expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'
import { session } from '../support/session.ts'

test('where a page shows none of keep in touch, nothing says that nothing is there (R40)', async () => {
  expect(
    await session([
      'config keep-in-touch 0',
      'add "Gary Lee" -p 0412555019 --every 7d --no-next',
      'add "Ada Wood" -p 0412555018 --every 7d --no-next',
      '@ 2026-12-14 09:00',
      'today',
      'today --brief',
      'next',
      'next --brief',
      'next --exit-code --brief',
      'promise gary "the quote" --due today',
      'today',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu config keep-in-touch 0
    keep-in-touch is 0 now. (fu undo)
    $ fu add "Gary Lee" -p 0412555019 --every 7d --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu add "Ada Wood" -p 0412555018 --every 7d --no-next
    Added Ada Wood (@2). (fu undo)
    @ 2026-12-14 09:00
    $ fu today
      Monday 14 December 2026                                   2 to keep in touch

      KEEP IN TOUCH · 2
        and 2 more: fu today --all

      Nothing else today · tomorrow 0 · no next step: nobody
    $ fu today --brief
    2 to keep in touch
    $ fu next
      Monday 14 December 2026                                   2 to keep in touch

      KEEP IN TOUCH · 2
        and 2 more: fu today --all

      Nothing else today · tomorrow 0 · no next step: nobody
    $ fu next --brief
    2 to keep in touch
    $ fu next --exit-code --brief
    2 to keep in touch
    $ fu promise gary "the quote" --due today
    Promised Gary Lee: the quote, Mon 14 Dec. (fu undo)
    $ fu today
      Monday 14 December 2026                         1 today · 1 to keep in touch

      TODAY
      ▸  1  Gary Lee                                                  0412 555 019
            the quote
            you said Mon 14 Dec

      KEEP IN TOUCH
        and 1 more: fu today --all

      Tomorrow 0 · no next step: nobody
      fu done 1 "…"    fu tried 1    fu move 1 fri
    "
  `)
})

test('the printed page says how many are to be kept in touch with, where it shows none of them', async () => {
  const { fu, setClock } = aProgram()
  await fu('config keep-in-touch 0')
  await fu('add "Gary Lee" -p 0412555019 --every 7d --no-next')
  setClock('2026-12-14 09:00')
  const { stdout } = await fu('print')
  expect(stdout).toContain('<h2>Keep in touch</h2>')
  expect(stdout).toContain('and 1 more')
  expect(stdout).not.toContain('Nothing due')
  expect(stdout).not.toMatch(/<ol>\s*<\/ol>/)
})
