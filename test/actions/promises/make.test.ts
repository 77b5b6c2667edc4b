import { expect, it } from 'vitest'
import { makePromise } from '../../../src/actions/promises/make.ts'
import { anApp } from '../../support/app.ts'
import { added, aPhone } from '../../support/contacts.ts'
import { aDue } from '../../support/facts.ts'

const due = aDue('2026-11-27')

it('makes a promise of mine or of theirs, and says which', async () => {
  const test = anApp()
  const gary = await added(test, 'Gary Lee', { phones: [aPhone] })
  const sue = await added(test, 'Sue Smith', { phones: [aPhone] })
  const already = test.printed()
  const mine = makePromise(test.app, gary, { what: 'send the quote', due, about: sue, hot: true })
  const theirs = makePromise(test.app, gary, { owner: 'theirs', what: 'the drawings', due })
  expect(mine).toMatchObject({
    command: 'promise',
    promise: { owner: 'mine', hot: true, about: { id: sue.id } },
  })
  expect(theirs).toMatchObject({ command: 'wait', promise: { owner: 'theirs', hot: false, about: null } })
  expect(test.printed().slice(already.length)).toBe(
    `Promised Gary Lee: send the quote, Fri 27 Nov. (fu undo)
Waiting for Gary Lee: the drawings, Fri 27 Nov. (fu undo)
`,
  )
})

it('is refused if the contact does not want to be contacted, and then nothing is written (R58)', async () => {
  const test = anApp()
  const gary = await added(test, 'Gary Lee', { doNotContact: ['email'] })
  const before = test.dump()
  expect(() => makePromise(test.app, gary, { what: 'the quote', due, channel: 'email' })).toThrow(
    'Gary Lee does not want to be contacted by email; nothing was written.',
  )
  expect(test.dump()).toEqual(before)
})
