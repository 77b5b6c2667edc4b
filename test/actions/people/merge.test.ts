import { expect, it } from 'vitest'
import { undo } from '../../../src/actions/history/undo.ts'
import { mergeContacts } from '../../../src/actions/people/merge.ts'
import { makePromise } from '../../../src/actions/promises/make.ts'
import { anApp } from '../../support/app.ts'
import { added, aPhone } from '../../support/contacts.ts'
import { aDue } from '../../support/facts.ts'

it('merges two cards with their promises, and undo takes them apart again', async () => {
  const test = anApp()
  const gone = await added(test, 'G. Lee', { phones: [aPhone] })
  makePromise(test.app, gone, { what: 'send the quote', due: aDue('2026-11-27') })
  const kept = await added(test, 'Gary Lee')
  const before = test.dump()
  const { history, promises } = mergeContacts(test.app, { gone, kept })
  expect(test.diary.contacts.find(gone.id)).toBeNull()
  expect(test.diary.contacts.find(kept.id)).toMatchObject({
    name: 'Gary Lee',
    phones: [{ value: '0412555019' }],
  })
  expect(promises).toMatchObject([{ what: 'send the quote', contact: { id: kept.id } }])
  undo(test.app, history)
  expect(test.dump()).toEqual(before)
})
