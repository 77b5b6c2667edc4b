import { expect, it } from 'vitest'
import { log } from '../../src/actions/entries/log.ts'
import { startPlan } from '../../src/actions/plans/run.ts'
import { planNamed } from '../../src/actions/plans/start.ts'
import { makePromise, writePromise } from '../../src/actions/promises/make.ts'
import type { App } from '../../src/app.ts'
import type { Contact } from '../../src/domain/contact.ts'
import { anApp } from '../support/app.ts'
import { added } from '../support/contacts.ts'
import { aDue } from '../support/facts.ts'

const due = aDue('2026-11-27')

type Write = (app: App, gone: Contact, here: Contact) => unknown

it.each<[string, Write]>([
  ['a promise to them', (app, gone) => writePromise(app, gone, { what: 'the quote', due })],
  ['a promise about them', (app, gone, here) => makePromise(app, here, { what: 'x', due, about: gone })],
  ['an entry', (app, gone) => log(app, gone, { text: 'lunch', at: app.now })],
  ['a plan', (app, gone) => startPlan(app, planNamed(app, 'met'), gone, 'the fair')],
])('%s is refused if another terminal took them back meanwhile', async (_what, write) => {
  const test = anApp()
  const here = await added(test, 'Sue Smith')
  const gone = await added(test, 'Gary Lee')
  test.diary.history.undo(null, test.app.now)
  const before = test.dump()
  expect(() => write(test.app, gone, here)).toThrow('@2 no longer exists; nothing was written.')
  expect(test.dump()).toEqual(before)
})
