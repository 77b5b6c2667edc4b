import type { WriteResult } from '../../../src/actions/print-result.ts'
import { describe, expect, it } from 'vitest'
import { drop } from '../../../src/actions/promises/drop.ts'
import { makePromise } from '../../../src/actions/promises/make.ts'
import { move } from '../../../src/actions/promises/move.ts'
import { snooze } from '../../../src/actions/promises/snooze.ts'
import { recordAttempt } from '../../../src/actions/promises/try.ts'
import type { App } from '../../../src/app.ts'
import type { OpenPromise } from '../../../src/domain/promise.ts'
import { anApp, type TestApp } from '../../support/app.ts'
import { added, aPhone } from '../../support/contacts.ts'
import { aDay, aDue, aMoment } from '../../support/facts.ts'

type Change = (app: App, promises: readonly OpenPromise[]) => WriteResult | Promise<WriteResult>

const movedAway = { reason: 'moved away', next: null, isMeantLast: true, endsRepeat: false }
const friday = { due: aDue('2026-11-27'), told: true, reason: null }
const busy = { outcome: 'busy', note: null, at: aMoment('2026-11-25 14:20'), by: null } as const

describe('several promises at once', () => {
  it.each<[string, Change, string, string]>([
    [
      'snooze',
      (app, promises) => snooze(app, promises, aDay('2026-11-30')),
      'snooze 1 (Gary Lee, send the quote): until Mon 30 Nov, 2 (Ada Müller, call back): until Mon 30 Nov',
      'Off the page until Mon 30 Nov: 1 (Gary Lee, send the quote). Promised for Wed 25 Nov as before.\nOff the page until Mon 30 Nov: 2 (Ada Müller, call back). Promised for Thu 26 Nov as before. (fu undo)\n',
    ],
    [
      'move',
      (app, promises) => move(app, promises, friday),
      'move 1 (Gary Lee, send the quote): Wed 25 Nov to Fri 27 Nov, 2 (Ada Müller, call back): Thu 26 Nov to Fri 27 Nov',
      'Moved 1 (Gary Lee, send the quote) from Wed 25 Nov to Fri 27 Nov. They know.\nMoved 2 (Ada Müller, call back) from Thu 26 Nov to Fri 27 Nov. They know. (fu undo)\n',
    ],
    [
      'drop',
      (app, promises) => drop(app, promises, movedAway),
      'drop 1 (Gary Lee, send the quote), 2 (Ada Müller, call back)',
      'Dropped 1 (Gary Lee, send the quote): moved away.\nDropped 2 (Ada Müller, call back): moved away. (fu undo)\n',
    ],
    [
      'tried',
      (app, promises) => recordAttempt(app, promises, busy),
      'tried 1 (Gary Lee, send the quote): busy, 2 (Ada Müller, call back): busy',
      'Tried Gary Lee: busy. Next try Wed 25 Nov 15:20.\nTried Ada Müller: busy. Next try Thu 26 Nov. (fu undo)\n',
    ],
  ])('%s: one entry in the history, which one undo takes back', async (_command, change, title, sentence) => {
    const { app, diary, printed, dump, promises } = await withTwoPromises()
    const before = dump()
    const already = printed()
    const { history } = await change(app, promises)
    expect(diary.history.list(1)[0]).toMatchObject({ id: history, title })
    expect(printed().slice(already.length)).toBe(sentence)
    diary.history.undo(history, app.now)
    expect(dump()).toEqual(before)
  })

  it.each<[string, Change]>([
    ['snooze', (app, promises) => snooze(app, promises, aDay('2026-11-30'))],
    ['move', (app, promises) => move(app, promises, friday)],
    ['drop', (app, promises) => drop(app, promises, movedAway)],
    ['tried', (app, promises) => recordAttempt(app, promises, busy)],
  ])('%s: if one was closed meanwhile, none is changed', async (_command, change) => {
    const { app, dump, promises } = await withTwoPromises()
    await drop(app, promises.slice(1), movedAway)
    const before = dump()
    const changing = async (): Promise<WriteResult> => change(app, promises)
    await expect(changing()).rejects.toThrow('2 (Ada Müller, call back) is already closed.')
    expect(dump()).toEqual(before)
  })
})

type WithPromises = TestApp & { readonly promises: readonly OpenPromise[] }

async function withTwoPromises(): Promise<WithPromises> {
  const test = anApp()
  const gary = await added(test, 'Gary Lee', { phones: [aPhone] })
  makePromise(test.app, gary, { what: 'send the quote', due: aDue('2026-11-25') })
  const ada = await added(test, 'Ada Müller', { phones: [aPhone] })
  makePromise(test.app, ada, { what: 'call back', due: aDue('2026-11-26') })
  const promises = test.diary.promises.where({ status: 'open' })
  return { ...test, promises: promises.filter((promise) => promise.status === 'open') }
}
