import { describe, expect, it } from 'vitest'
import type { Act } from '../../../src/domain/act.ts'
import type { DiaryPromise } from '../../../src/domain/promise.ts'
import { promisesOffThePage } from '../../../src/schedule/page/off-the-page.ts'
import { aDay, aDue, aMoment, anEntry, aPromise } from '../../support/facts.ts'

const day = aDay('2026-12-01')

describe('off the page', () => {
  it.each<[Act, string, string[]]>([
    ['moved', '2026-12-03', ['moved 2026-12-03']],
    ['told', '2026-12-03', ['moved 2026-12-03']],
    ['snoozed', '2026-12-03', ['moved 2026-12-03']],
    ['tried', '2026-12-04', ['moved 2026-12-04']],
    ['tried', '2026-12-01', []],
    ['moved', '2026-11-30', []],
    ['heard', '2026-12-03', []],
    ['logged', '2026-12-03', []],
  ])('what was %s and stands on %s: %j', (act, next, off) => {
    expect(marks([aPromise()], [[1, act]], next)).toEqual(off)
  })

  it('is what was closed on the day, whatever else was done with it, and what was moved and closed later', () => {
    expect(
      marks(
        [kept(4, '2026-12-01'), dropped(3, '2026-12-01'), kept(2, '2026-12-02'), kept(1, '2026-11-30')],
        [
          [4, 'moved'],
          [3, 'tried'],
          [2, 'moved'],
          [1, 'moved'],
        ],
      ),
    ).toEqual(['done null', 'moved null', 'dropped null'])
  })

  it('has each promise once: the done, the moved, the dropped, each by their numbers', () => {
    const promises = [
      dropped(1, '2026-12-01'),
      aPromise({ id: 5 }),
      kept(3, '2026-12-01'),
      kept(2, '2026-12-01'),
    ]
    const entries: [number, Act][] = [
      [5, 'tried'],
      [5, 'moved'],
    ]
    const off = promisesOffThePage(day, entriesOf(entries), [...promises, ...promises], () =>
      aDue('2026-12-03'),
    )
    expect(off.map(({ promise }) => promise.id)).toEqual([2, 3, 5, 1])
  })
})

function marks(promises: DiaryPromise[], acts: [number, Act][], next = '2026-12-03'): string[] {
  const off = promisesOffThePage(day, entriesOf(acts), promises, () => aDue(next))
  return off.map(({ mark, next: to }) => `${mark} ${to?.day ?? 'null'}`)
}

function entriesOf(acts: [number, Act][]): ReturnType<typeof anEntry>[] {
  return acts.map(([promise, act], index) =>
    anEntry({ id: index + 1, promise, act, at: aMoment('2026-12-01 09:00') }),
  )
}

function kept(id: number, on: string): DiaryPromise {
  return {
    ...aPromise({ id }),
    status: 'kept',
    closedAt: aMoment(on),
    outcome: 'reached',
    reason: null,
    note: null,
  }
}

function dropped(id: number, on: string): DiaryPromise {
  return { ...aPromise({ id }), status: 'dropped', closedAt: aMoment(on), reason: 'sold' }
}
