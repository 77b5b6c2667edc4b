import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '../src/domain/day.ts'
import { aDay, aMoment } from './support/facts.ts'
import { beginning } from './support/histories.ts'
import { aProgram, type Program } from './support/program.ts'
import { runs } from './support/runs.ts'

type LineDocument = {
  readonly promise: { readonly id: number; readonly promised: unknown } | null
  readonly due: unknown
}
type PageDocument = {
  readonly sections: readonly { readonly name: string; readonly lines: readonly LineDocument[] }[]
}

const which = fc.integer({ min: 1, max: 6 }).map(String)
const contact = fc.constantFrom('@1', '@2', '@3')
const ahead = fc.constantFrom('today', 'tomorrow', 'fri', 'mon 10:30', '3d', '2w', '1y')
/** What gives a promise its days, takes it off the page or closes it. */
const command = fc.oneof(
  fc.tuple(fc.constantFrom('promise', 'wait'), contact, fc.constant('call'), fc.constant('--due'), ahead),
  fc.tuple(fc.constant('move'), which, ahead, fc.constantFrom('--told', '--why=rain')),
  fc.tuple(fc.constant('move'), which, ahead),
  fc.tuple(fc.constant('snooze'), which, fc.constantFrom('tomorrow', 'fri', '3d', '2w')),
  fc.tuple(fc.constant('done'), which, fc.constant('--no-next')),
  fc.tuple(fc.constant('drop'), which, fc.constant('--why=rain')),
)
const days = fc.array(
  fc.record({ gap: fc.integer({ min: 1, max: 4 }), words: fc.array(command, { maxLength: 4 }) }),
  {
    minLength: 4,
    maxLength: 8,
  },
)

test('the page of a past day holds what stood on it when the day ended, for the day it was due and promised', async () => {
  await fc.assert(
    fc.asyncProperty(days, async (history) => {
      const program = aProgram()
      for (const { at, words } of beginning) {
        program.setClock(at)
        await program.fu(words)
      }
      const ended = new Map<Day, unknown>()
      let day = aDay('2026-11-25')
      for (const { gap, words } of history) {
        day = addDays(day, gap)
        program.setClock(aMoment(`${day} 14:20`))
        for (const line of words) await program.fu(line)
        ended.set(day, await linesOf(program, 'today'))
      }
      program.setClock(aMoment('2028-01-10 09:00'))
      for (const [past, lines] of ended) expect([past, await linesOf(program, past)]).toEqual([past, lines])
      program.db.close()
    }),
    runs(60),
  )
})

async function linesOf({ fu }: Program, page: string): Promise<unknown> {
  const { stdout } = await fu(`today ${page} --json`)
  const { sections } = JSON.parse(stdout) as PageDocument
  return sections.map(({ name, lines }) => [
    name,
    lines.map(({ promise, due }) => [promise?.id, due, promise?.promised]),
  ])
}
