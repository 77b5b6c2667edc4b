import { expect } from 'vitest'
import { aProgram, type Program, type Situation } from './program.ts'

/**
 * Two months of a diary, whose figures are computed by hand in `review.test.ts`. Each line that makes a promise is
 * followed by its number.
 */
const lines: readonly (readonly [at: string, line: string, promise?: number])[] = [
  // Before: Sun 27 Sep to Mon 26 Oct.
  ['2026-09-28 09:00', 'add "Ada Müller" --met "Hannover Messe" --no-next'],
  ['2026-09-28 09:00', 'add "Gary Lee" --no-next'],
  ['2026-09-28 09:00', 'add "José Álvarez" --no-next'],
  ['2026-09-28 09:00', 'promise gary "first" --due 2026-09-30', 1],
  ['2026-09-28 09:00', 'promise gary "second" --due 2026-10-02', 2],
  ['2026-09-28 09:00', 'promise gary "third" --due 2026-10-06', 3],
  ['2026-09-28 09:00', 'promise gary "fourth" --due 2026-10-08', 4],
  ['2026-09-28 09:00', 'promise gary "fifth" --due 2026-10-09', 5],
  ['2026-09-28 11:00', 'log ada "glad to have met" --by email'],
  ['2026-09-30 10:00', 'done 1'],
  ['2026-10-02 10:00', 'tried 2'],
  ['2026-10-05 10:00', 'done 2'],
  ['2026-10-06 10:00', 'done 3'],
  ['2026-10-07 10:00', 'done 4'],
  ['2026-10-09 10:00', 'done 5'],
  // Now: Tue 27 Oct to Wed 25 Nov.
  ['2026-10-27 09:00', 'promise gary "the survey" --due 2026-10-28', 6],
  ['2026-10-27 09:00', 'promise jose "a call" --due "2026-10-30 10:00"', 7],
  ['2026-10-27 09:00', 'promise jose "the order" --due 2026-11-02', 8],
  ['2026-10-27 09:00', 'promise ada "the list" --due 2026-11-03', 9],
  ['2026-10-27 09:00', 'promise ada "the plan" --due 2026-11-03', 10],
  ['2026-10-27 09:00', 'add "Mei Chen" --no-next'],
  ['2026-10-27 09:00', 'add "Sue Park" --no-next'],
  ['2026-10-27 09:00', 'add "Tom Ray" --no-next'],
  ['2026-10-27 09:00', 'wait tom "his word on A" --due 2026-11-20', 11],
  ['2026-10-27 09:00', 'wait tom "his word on B" --due 2026-11-20', 12],
  ['2026-10-27 09:00', 'wait tom "his word on C" --due 2026-11-20', 13],
  ['2026-10-27 09:00', 'wait tom "his word on D" --due 2026-11-20', 14],
  ['2026-10-27 09:00', 'wait tom "his word on E" --due 2026-11-20', 15],
  ['2026-10-28 10:00', 'done 6'],
  ['2026-10-28 10:00', 'done 11 --outcome declined --why "no budget"'],
  ['2026-10-29 10:00', 'done 12 --outcome declined --why "went elsewhere"'],
  ['2026-10-30 10:30', 'done 7'],
  ['2026-10-31 10:00', 'done 13 --outcome declined --why "No budget"'],
  ['2026-11-02 09:00', 'add "Zoë Adler" --every 10d --no-next'],
  ['2026-11-02 10:00', 'done 8'],
  ['2026-11-03 10:00', 'move 9 2026-11-05 --told'],
  ['2026-11-03 10:00', 'move 10 2026-11-06'],
  ['2026-11-04 10:00', 'done 14 --outcome declined --why "no budget"'],
  ['2026-11-05 10:00', 'done 9'],
  ['2026-11-06 10:00', 'done 10'],
  ['2026-11-09 10:00', 'heard gary "wants a price"', 16],
  ['2026-11-09 11:30', 'done 16'],
  ['2026-11-09 16:00', 'heard jose "asks for the date"', 17],
  ['2026-11-10 09:00', 'heard ada "asks about colours"', 18],
  ['2026-11-10 09:00', 'heard mei "wants an offer" --by email', 19],
  ['2026-11-10 09:30', 'log ada "the price list is clear" --in --feedback keep'],
  ['2026-11-10 15:00', 'done 17'],
  ['2026-11-11 09:00', 'done 18'],
  ['2026-11-11 10:00', 'heard mei "still wants an offer" --by email'],
  ['2026-11-11 12:00', 'done 19 --next "what does she say?" --due 2026-11-13', 20],
  ['2026-11-12 10:00', 'heard sue "sells insurance"', 21],
  ['2026-11-12 10:00', 'drop 21 --why "nothing for us"'],
  ['2026-11-12 10:00', 'done 15 --outcome declined --why "went elsewhere"'],
  ['2026-11-13 10:00', 'tried 20'],
  ['2026-11-16 10:00', 'tried 20 --voicemail'],
  ['2026-11-16 10:00', 'heard gary "asks for the papers" --promise "send the papers" --due 2026-11-18', 22],
  ['2026-11-18 10:00', 'done 22'],
  ['2026-11-18 10:00', 'done 20 --outcome sold --no-next'],
  ['2026-11-18 11:00', 'log gary "the survey should be shorter" --feedback change'],
  ['2026-11-19 10:00', 'wait jose "the delivery date" --due 2026-11-20', 23],
  ['2026-11-19 10:00', 'wait gary "the signature" --due 2026-11-27', 24],
  ['2026-11-19 10:00', 'promise sue "a brochure" --due 2026-11-23', 25],
  ['2026-11-24 15:00', 'add "Bo Falk" --met "trade show"', 26],
  ['2026-11-25 10:00', 'heard jose "has a question"', 27],
]

/** The diary of two months, on Wed 25 Nov 2026 at 14:20. */
export async function twoMonths(situation: Situation = {}): Promise<Program> {
  const program = aProgram(situation)
  const made = program.db.prepare<[], number>('SELECT max(id) FROM promises').pluck()
  let known = 0
  for (const [at, line, promise] of lines) {
    program.setClock(at)
    const { status } = await program.fu(line)
    known = promise ?? known
    expect({ line, status, promise: made.get() ?? 0 }).toEqual({ line, status: 0, promise: known })
  }
  program.setClock('2026-11-25 14:20')
  return program
}
