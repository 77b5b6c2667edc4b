import { expect, it } from 'vitest'
import { log } from '../../../src/actions/entries/log.ts'
import { undo } from '../../../src/actions/history/undo.ts'
import { anApp } from '../../support/app.ts'
import { added } from '../../support/contacts.ts'
import { aDue } from '../../support/facts.ts'

it('records what was said and what is next in one step, which one undo takes back', async () => {
  const test = anApp()
  const ada = await added(test, 'Ada Müller')
  const before = test.dump()
  const already = test.printed()
  const next = { what: 'send the photos', due: aDue('2026-11-30'), hot: false }
  const { history, entry, promise } = log(test.app, ada, { text: 'lunch', at: test.app.now, next })
  expect(entry).toMatchObject({ act: 'logged', direction: 'out', outcome: 'reached', text: 'lunch' })
  expect(promise).toMatchObject({ status: 'open', what: 'send the photos' })
  undo(test.app, history)
  expect(test.dump()).toEqual(before)
  expect(test.printed().slice(already.length)).toBe(
    `Noted with Ada Müller: lunch. Promised Ada Müller: send the photos, Mon 30 Nov. (fu undo)
Ada Müller has no phone number: fu edit @1 --phone …
Took back: log Ada Müller: lunch. Promise 1 is gone. (fu undo ${history + 1})
`,
  )
})
