import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, latestDay, type Day } from '../src/domain/day.ts'
import { aDay, aMoment } from './support/facts.ts'
import { beginning, histories, undoing, writing, type Step } from './support/histories.ts'
import { aProgram, type Program } from './support/program.ts'
import { runs } from './support/runs.ts'

type PromiseDocument = {
  readonly id: number
  readonly owner: 'mine' | 'theirs'
  readonly status: 'open' | 'kept' | 'dropped'
  readonly due: { readonly day: string }
  readonly effectiveDay: string
}
type WriteDocument = {
  readonly undo: number
  readonly promise?: PromiseDocument | null
  readonly promises?: readonly PromiseDocument[]
  readonly tookBack?: { readonly id: number }
}
type PageDocument = {
  readonly sections: readonly {
    readonly name: string
    readonly lines: readonly { readonly promise: PromiseDocument | null }[]
  }[]
  readonly counts: { readonly tomorrow: number }
}
/** The promises in each section of a page, and how many the next day brings. */
type Places = { readonly sections: Readonly<Record<string, readonly number[]>>; readonly tomorrow: number }

const command = fc.oneof({ weight: 6, arbitrary: writing }, { weight: 1, arbitrary: undoing })
const day = fc.integer({ min: -100, max: 900 }).map((n) => addDays(aDay('2026-11-25'), n))
/** Pages that are read: the one of the day, and the one of a later day, leafed to from there. */
const readings = fc.array(
  fc
    .record({ here: day, ahead: fc.integer({ min: 1, max: 400 }) })
    .map(({ here, ahead }) => ({ here, there: addDays(here, ahead) })),
  { minLength: 3, maxLength: 3 },
)
/** A year in which everything is due: the longest rung and every date phrase of the histories lie before it. */
const afterEverything = aDay('2100-01-01')

test('every open promise stands once on the page of its day and of every later day, and no closed one does (R10)', async () => {
  await fc.assert(
    fc.asyncProperty(histories(command, 12), readings, async (history, days) => {
      const program = aProgram()
      const open = openByHand()
      for (const step of [...beginning, ...history]) open.after(await type(program, step))

      for (const { here, there } of days) {
        program.setClock(aMoment(`${here} 11:00`))
        const promises = await listed(program)
        expect(sorted(promises.map(({ id }) => id))).toEqual(sorted(open.ids()))
        const windows = windowsIn(program)
        expect(await pageOf(program, 'today')).toEqual(expectedOn(here, promises, windows))
        expect(await pageOf(program, there)).toEqual(expectedOn(there, promises, windows))
      }
      const { sections } = await pageOf(program, afterEverything)
      expect(sorted(Object.values(sections).flat())).toEqual(sorted(open.ids()))
      program.db.close()
    }),
    runs(100),
  )
})

/** Types a command; gives what it wrote, or `null` where it was refused. */
async function type({ fu, setClock }: Program, { at, words }: Step): Promise<WriteDocument | null> {
  setClock(at)
  const { status, stdout } = await fu([...words, '--json'])
  return status === 0 ? (JSON.parse(stdout) as WriteDocument) : null
}

async function listed({ fu }: Program): Promise<readonly PromiseDocument[]> {
  const { stdout } = await fu('list --json')
  return (JSON.parse(stdout) as { items: readonly PromiseDocument[] }).items
}

async function pageOf({ fu }: Program, of: string): Promise<Places> {
  const { stdout } = await fu(`today ${of} --json`)
  const { sections, counts } = JSON.parse(stdout) as PageDocument
  const ids = sections.map(
    ({ name, lines }) => [name, sorted(lines.flatMap(({ promise }) => promise?.id ?? []))] as const,
  )
  return { sections: Object.fromEntries(ids), tomorrow: counts.tomorrow }
}

/** The last day of the window of each promise that has one: until then it is not late (R29). */
function windowsIn({ db }: Program): ReadonlyMap<number, Day> {
  const rows = db
    .prepare<[], { id: number; last: Day }>(
      'SELECT id, window_until AS last FROM promises WHERE window_until IS NOT NULL',
    )
    .all()
  return new Map(rows.map(({ id, last }) => [id, last]))
}

/** Where each open promise must stand on the page of a day. */
function expectedOn(
  page: Day,
  promises: readonly PromiseDocument[],
  windows: ReadonlyMap<number, Day>,
): Places {
  const lastDay = ({ id, effectiveDay }: PromiseDocument): Day =>
    latestDay(aDay(effectiveDay), windows.get(id) ?? aDay(effectiveDay))
  const due = promises.filter(({ effectiveDay }) => effectiveDay <= page)
  const mine = due.filter(({ owner }) => owner === 'mine')
  const ids = (some: readonly PromiseDocument[]): number[] => sorted(some.map(({ id }) => id))
  return {
    sections: {
      'carried-over': ids(mine.filter((promise) => lastDay(promise) < page)),
      today: ids(mine.filter((promise) => lastDay(promise) >= page)),
      waiting: ids(due.filter(({ owner }) => owner === 'theirs')),
      'keep-in-touch': [],
    },
    tomorrow: promises.filter(({ effectiveDay }) => effectiveDay === addDays(page, 1)).length,
  }
}

/** Which promises are open, kept by hand from nothing but what each command says it wrote. */
function openByHand(): { after(written: WriteDocument | null): void; ids(): number[] } {
  const open = new Set<number>()
  const changes = new Map<
    number,
    { readonly opened: readonly number[]; readonly closed: readonly number[] }
  >()
  return {
    ids: () => [...open],
    after(written) {
      if (written === null) return
      const { undo, promise = null, promises = [], tookBack } = written
      const named = [...(promise === null ? [] : [promise]), ...promises]
      const before = tookBack === undefined ? undefined : changes.get(tookBack.id)
      const opened =
        before?.closed ??
        named.filter(({ id, status }) => status === 'open' && !open.has(id)).map(({ id }) => id)
      const closed =
        before?.opened ??
        named.filter(({ id, status }) => status !== 'open' && open.has(id)).map(({ id }) => id)
      for (const id of opened) open.add(id)
      for (const id of closed) open.delete(id)
      changes.set(undo, { opened, closed })
    },
  }
}

function sorted(ids: readonly number[]): number[] {
  return ids.toSorted((a, b) => a - b)
}
