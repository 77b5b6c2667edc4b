import { describe, expect, it } from 'vitest'
import { failed } from '../../src/domain/errors.ts'
import { dump } from '../support/diaries.ts'
import { aProgram, ctrlC, type Program } from '../support/program.ts'

type Keys = readonly (string | typeof ctrlC)[]

describe('fu go', () => {
  it.each<[string, Keys, Keys, string]>([
    [
      'reached',
      ['r', 'r'],
      ['signs', 'bring the papers', 'fri'],
      'Kept on time: Gary Lee, send the quote. Promised Gary Lee: bring the papers, Fri 27 Nov.',
    ],
    [
      'sold',
      ['r', 's'],
      ['the big one'],
      'Sold, and kept on time: Gary Lee, send the quote. Next: thank them for buying, Thu 26 Nov. Next: ask if they are happy, Wed 2 Dec.',
    ],
    ['declined', ['r', 'd'], ['too dear', '', ''], 'Declined: Gary Lee, send the quote (too dear).'],
    [
      'postponed',
      ['r', 'o'],
      ['', '1 mar'],
      'Postponed: Gary Lee, send the quote. Promised Gary Lee: send the quote, Mon 1 Mar 2027.',
    ],
    ['no answer', ['n'], [], 'Tried Gary Lee: no answer. Next try Mon 30 Nov.'],
    ['voicemail', ['v'], [], 'Tried Gary Lee: left a voicemail. Next try Mon 30 Nov.'],
    ['a message', ['m'], ['with Sue'], 'Tried Gary Lee: left a message. Next try Mon 30 Nov.'],
    ['busy', ['b'], [], 'Tried Gary Lee: busy. Next try Wed 25 Nov 15:20.'],
    ['a wrong number', ['w'], [], 'Tried Gary Lee: wrong number. Find the right number.'],
    [
      'snoozed',
      ['z'],
      ['mon'],
      'Off the page until Mon 30 Nov: 1 (Gary Lee, send the quote). Promised for Wed 25 Nov as before.',
    ],
    [
      'moved',
      ['t', 'n'],
      ['mon'],
      'Moved 1 (Gary Lee, send the quote) from Wed 25 Nov to Mon 30 Nov. They still expect it Wed 25 Nov (--told when they know).',
    ],
    [
      'moved, and they know (R12)',
      ['t', 'y'],
      ['mon'],
      'Moved 1 (Gary Lee, send the quote) from Wed 25 Nov to Mon 30 Nov. They know.',
    ],
    ['dropped', ['x'], ['he moved', ''], 'Dropped 1 (Gary Lee, send the quote): he moved.'],
  ])('%s: writes it at once, as the command of it does', async (_what, keys, answers, sentence) => {
    const { fu, db } = await withGary(keys, answers)
    const before = dump(db)
    const { status, stdout } = await fu('go')
    expect(status).toBe(0)
    expect(stdout).toContain(`\n${sentence} (fu undo)\n`)
    expect(stdout).toMatch(/\nYou reached the end of the page: 1 answer is written/)
    await fu('undo')
    expect(dump(db)).toEqual(before)
  })

  it('asks what was left and what is next in words, and the rest by keys', async () => {
    const { fu, asked } = await withGary(['r', 'r'], ['signs', 'bring the papers', 'fri'])
    expect((await fu('go')).stdout).toContain(`
  How did it end with Gary Lee?
  r reached   s sold   d declined   o postponed   p back
`)
    expect(asked).toEqual([
      'What came of it? (empty: nothing to note)',
      'What is next with Gary Lee? (empty: nothing)',
      'When? (bring the papers)',
    ])
  })

  it('asks of a prospect whether the sale was asked for, and keeps the answer (R47)', async () => {
    const { fu } = await withGary(['r', 'r', 'n'], ['wants to think', 'call', 'fri'])
    await fu('edit gary --kind prospect')
    expect((await fu('go')).stdout).toContain('\n  Did you ask for the sale?\n  y yes   n not yet\n')
    expect((await fu('show gary')).stdout).toMatch(/wants to think; not yet asked for\s+the sale/)
  })

  it('asks of a complaint how it ended (R26)', async () => {
    const { fu, asked } = await withGary(['r', 'r'], ['', 'a new one is on its way', 'call', 'fri'])
    await fu('drop 1 --why x --no-next')
    await fu('heard gary "it broke" --complaint')
    await fu('go')
    expect(asked.slice(0, 3)).toEqual(['What came of it?', 'A note cannot be empty.', 'What came of it?'])
  })

  it('keeps in touch: what was said and what is next are one answer, which one undo takes back', async () => {
    const { fu, db } = await withAda(['r'], ['lunch', 'send the photos', 'mon'])
    const before = dump(db)
    const { stdout } = await fu('go')
    expect(stdout).toContain(
      `
  d done   n no answer   v voicemail   m message   b busy   w wrong number
  o open   t promise it for a day
  s skip   p back   u undo   ? help   q quit
`,
    )
    expect(stdout).toContain(
      '\nNoted with Ada Müller: lunch. Promised Ada Müller: send the photos, Mon 30 Nov. (fu undo)\n',
    )
    await fu('undo')
    expect(dump(db)).toEqual(before)
  })

  it('keeping in touch becomes a promise for a day', async () => {
    const { fu, asked } = await withAda(['t'], ['mon'])
    expect((await fu('go')).stdout).toContain(
      '\nPromised Ada Müller: keep in touch, Mon 30 Nov. (fu undo)\nYou reached the end of the page: 1 answer is written, and nothing is left.\n',
    )
    expect(asked).toEqual(['keep in touch on which day? (empty: back)'])
  })

  it('somebody to keep in touch with who does not answer comes up until they are reached (R40)', async () => {
    const { fu, db } = await withAda(['n'], [])
    const before = dump(db)
    expect((await fu('go')).stdout).toContain(
      '\nTried Ada Müller: no answer. Next try Mon 30 Nov. "keep in touch" is now promise 1, and stays on the page until it is done. (fu undo)\n',
    )
    await fu('undo')
    expect(dump(db)).toEqual(before)
  })

  it('goes on with the next, puts what is skipped to the end, and leaves it after that', async () => {
    const { fu } = await withThree(['s', 'n', 'n', 's'])
    const { stdout } = await fu('go')
    expect(shown(stdout)).toEqual(['1 · 3 left', '2 · 3 left', '3 · 2 left', '1 · the last one'])
    expect(stdout).toMatch(
      /\nYou reached the end of the page: 2 answers are written\. Unchanged: 1 line\.\n$/,
    )
  })

  it('goes back to the one before', async () => {
    const { fu } = await withThree(['s', 'p', 'p', 'n', 'p', 'q'])
    const { stdout, stderr } = await fu('go')
    expect(shown(stdout)).toEqual([
      '1 · 3 left',
      '2 · 3 left',
      '1 · 3 left',
      '1 · 3 left',
      '2 · 2 left',
      '2 · 2 left',
    ])
    expect(stderr).toBe(
      'This is the first line.\nThe previous line is answered and no longer on the page; u undoes the answer.\n',
    )
  })

  it('takes back its own answers, the last first, and nothing that was before', async () => {
    const { fu, db } = await withThree(['n', 'n', 'u', 'u', 'u', 'q'])
    const before = dump(db)
    const { stdout, stderr } = await fu('go')
    expect(shown(stdout)).toEqual([
      '1 · 3 left',
      '2 · 2 left',
      '3 · the last one',
      '2 · 2 left',
      '1 · 3 left',
      '1 · 3 left',
    ])
    expect(stdout).toContain('Took back: tried 2 (Two, call): no answer.')
    expect(stderr).toBe('Nothing was written yet in this session; "fu undo" takes back earlier commands.\n')
    expect(stdout).toMatch(/\nNothing was written\. 3 lines left; "fu go" continues\.\n$/)
    expect(dump(db)).toEqual(before)
  })

  it('changes its mind at every question, and writes nothing', async () => {
    const { fu, db } = await withThree(['r', 'p', 'z', 't', 'x', 'e', 'R', 'p', 'q'], ['', '', ''])
    const before = dump(db)
    expect((await fu('go')).status).toBe(0)
    expect(dump(db)).toEqual(before)
  })

  it('says what cannot be, and asks the line again', async () => {
    const { fu } = await withThree(['t', 'n', 'q'], ['today'])
    const { stdout, stderr, status } = await fu('go')
    expect(stderr).toBe('1 is already due on that day. Name another day.\n')
    expect(shown(stdout)).toEqual(['1 · 3 left', '1 · 3 left'])
    expect(status).toBe(0)
  })

  it('reads the page afresh after each answer: another terminal may have written', async () => {
    const meanwhile = ['drop 2 --why gone --no-next', 'promise one "send it" --due today']
    const program = await withThree(async () => {
      const line = meanwhile.shift()
      if (line !== undefined) await program.fu(line)
      return 'n'
    })
    expect(shown((await program.fu('go')).stdout)).toEqual([
      '1 · 3 left',
      '3 · the last one',
      '4 · the last one',
    ])
  })

  it('is told when the line was dealt with meanwhile', async () => {
    const program = await withThree(async () =>
      (await program.fu('drop 1 --why gone --no-next')).status === 0 ? 'n' : 'q',
    )
    const { stdout, stderr } = await program.fu('go')
    expect(stderr).toBe('That line is no longer on the page; nothing was written.\n')
    expect(shown(stdout)).toEqual(['1 · 3 left', '2 · 2 left'])
  })

  it('writes each answer at the moment it is given', async () => {
    const times = ['2026-11-25 14:30', '2026-11-25 15:10', '2026-11-26 00:05']
    const program = await withThree(async () => {
      program.setClock(times.shift() ?? '')
      return 'b'
    })
    const { stdout } = await program.fu('go')
    expect(stdout.match(/Next try .*?\. /g)).toEqual([
      'Next try Wed 25 Nov 15:30. ',
      'Next try Wed 25 Nov 16:10. ',
      'Next try Thu 26 Nov 01:05. ',
    ])
  })

  it.each<[string, Keys, Keys]>([
    ['at a line', [ctrlC], []],
    ['at the outcome', ['r', ctrlC], []],
    ['at the note', ['r', 'r'], [ctrlC]],
    ['at why', ['r', 'd'], [ctrlC]],
    ['at until when', ['r', 'o'], ['', ctrlC]],
    ['at a new day', ['t'], [ctrlC]],
    ['at whether they know', ['t', ctrlC], ['mon']],
    ['at a snooze', ['z'], [ctrlC]],
    ['at a drop', ['x'], [ctrlC]],
    ['at a message', ['m'], [ctrlC]],
  ])('Ctrl-C %s leaves what was answered, and no half line', async (_where, keys, answers) => {
    const { fu, db, press } = await withThree(['n', 'q'], answers)
    await fu('go')
    const before = dump(db)
    press(...keys)
    expect(await fu('go')).toMatchObject({
      status: 130,
      stderr: 'Stopped: nothing was written, and nothing is half done.\n',
    })
    expect(dump(db)).toEqual(before)
  })

  it.each([
    ['at the next step', ['signs', ctrlC]],
    ['at its day', ['signs', 'papers', ctrlC]],
  ] as const)('Ctrl-C %s keeps what came of the call, and says so', async (_where, answers) => {
    const { fu } = await withThree(['r', 'r'], [...answers])
    expect(await fu('go')).toMatchObject({
      status: 130,
      stderr: expect.stringContaining('Stopped: 1 answer is written, and nothing is half done.\n'),
    })
    expect((await fu('list --kept')).stdout).toContain('signs')
  })

  it('says how much is written when it is stopped', async () => {
    const { fu } = await withThree(['n', 'n', ctrlC])
    expect(await fu('go')).toMatchObject({
      status: 130,
      stderr: 'Stopped: 2 answers are written, and nothing is half done.\n',
    })
  })

  it('dials as the line asks for, and asks the line again: it is not answered by that (R64)', async () => {
    const { fu, db, opened, press } = await withGary(['o', 'o', 'q'], [])
    const before = dump(db)
    const { stdout, stderr } = await fu('go')
    expect(opened).toEqual(['tel:0412555019', 'tel:0412555019'])
    expect(stdout).toContain('\nOpened tel:0412555019 (Gary Lee, call).\n')
    expect(shown(stdout)).toHaveLength(3)
    expect(stderr).toBe('o now opens: it calls, emails or shows their page. Another day is now t.\n')
    expect(dump(db)).toEqual(before)
    await fu('edit gary --no-phone')
    press('o', 'q')
    expect((await fu('go')).stderr).toContain('Gary Lee has no phone number or address; nothing was opened.')
  })

  it('goes on where nothing here opens the address', async () => {
    const program = aProgram({
      keys: ['o', 'q'],
      answers: [],
      world: {
        opener: async () => {
          throw failed('There is no xdg-open here.', 'Install it.')
        },
      },
    })
    await program.fu('add "Gary Lee" --phone 0412555019 --promise "send the quote" --due today')
    expect(await program.fu('go')).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('There is no xdg-open here. Install it.\n'),
    })
  })

  it('says once that d is done now, and x drops', async () => {
    const { fu } = await withThree(['d', 'p', 'd', 'p', 'q'])
    const { stdout, stderr } = await fu('go')
    expect(stderr).toBe('d is done now; x drops.\n')
    expect(stdout.match(/How did it end with One\?/g)).toHaveLength(2)
  })

  it('explains its keys', async () => {
    const { fu } = await withGary(['?', 'q'], [])
    const { stdout } = await fu('go')
    expect(stdout).toContain(`
  d  done: how it ended, what came of it, what is next
  n  no answer: counts the try, and sets the next
  v  voicemail: the same; you left one
  m  message: the same; somebody took one
  b  busy: the same; try again in an hour
  w  wrong number: find the right one first
  o  open: call, email or open their page
  z  snooze: off the page until a day; the promised date does not change
  t  to another day: a new date, and whether they know of it
  x  drop: it will not be done
  s  skip: the line comes again at the end; skipped twice, it is left
  p  back: the line before
  u  undo: undoes the last answer
  ?  help: what the keys do
  q  quit: everything that was answered is saved
`)
    expect(shown(stdout)).toHaveLength(2)
  })

  it('with nothing due shows the page', async () => {
    const { fu } = aProgram({ keys: [], answers: [] })
    await fu('add "Gary Lee" --no-next')
    await fu('promise gary call --due fri')
    expect((await fu('go')).stdout).toContain(
      'Nothing due. Tomorrow: nothing. The next is Gary Lee on Fri 27 Nov.',
    )
  })

  it.each(['go', 'go --late', 'go --no-input'])('needs somebody at a terminal: fu %s', async (line) => {
    const { fu } = line === 'go --no-input' ? aProgram({ keys: [], answers: [] }) : aProgram()
    expect(await fu(line)).toEqual({
      status: 2,
      stdout: '',
      stderr:
        '"fu go" needs a terminal.\n' +
        'In a pipe, "fu next" prints the first line, and "fu done", "fu tried" and "fu move" answer it.\n',
    })
  })
})

describe('fu go --late', () => {
  it('goes through what is carried over alone, and keeps, moves or drops it (R55)', async () => {
    const program = await withThree(['k', 't', 'n', 'x'], ['mon', 'she moved', ''])
    const { fu } = program
    await fu('promise one "not late" --due fri')
    program.setClock('2026-11-27 09:00')
    const { stdout, stderr } = await fu('go --late')
    expect(shown(stdout)).toEqual(['1 · 3 left', '2 · 2 left', '3 · the last one'])
    expect(stdout).toContain(
      '\n  k keep   d done   o open   t to another day   x drop   l spread those left\n',
    )
    expect(stdout).not.toMatch(/^ {2}say|^ {2}ask/m)
    expect(stdout).toContain('Moved 2 (Two, call) from Wed 25 Nov to Mon 30 Nov.')
    expect(stdout).toContain('Dropped 3 (Three, call): she moved.')
    expect(stdout).toMatch(
      /\nYou went through everything carried over: 2 answers are written\. Unchanged: 1 line\.\n$/,
    )
    expect(stderr).toBe('No next step with Three: fu promise @3 … --due …\n')
  })

  it('spreads what is left over days with room, when the plan is agreed to, in one step', async () => {
    const program = await withThree(['k', 'l', 'n', 'l', 'y'])
    const { fu, db } = program
    await fu('config day-load 1')
    await fu('promise one "on Monday" --due mon')
    program.setClock('2026-11-27 09:00')
    const before = dump(db)
    const { stdout } = await fu('go --late')
    expect(stdout).toContain(`
  Tue 1 Dec
      2  Two: call

  Wed 2 Dec
      3  Three: call

  Move them like this?
  y yes   n no
`)
    expect(stdout).toContain('\nMoved 2 promises to days from Tue 1 Dec to Wed 2 Dec. (fu undo)\n')
    expect((await fu('list')).stdout).toMatch(/Tue 1 Dec[^]*Wed 2 Dec/)
    await fu('undo')
    expect(dump(db)).toEqual(before)
  })

  it('--spread offers that first, and u takes it back', async () => {
    const program = await withThree(['y'])
    program.setClock('2026-11-27 09:00')
    expect((await program.fu('go --late --spread')).stdout).toBe(`
  Fri 27 Nov
      1  One: call
      2  Two: call
      3  Three: call

  Move them like this?
  y yes   n no
Moved 3 promises to Fri 27 Nov. (fu undo)
You went through everything carried over: 1 answer is written, and nothing is left.
`)
  })

  it('spreads over the room of today first, then of the days after it (R55)', async () => {
    const program = await withThree(['y'])
    const { fu } = program
    await fu('config day-load 2')
    await fu('promise one "on Friday" --due fri')
    program.setClock('2026-11-27 09:00')
    const { stdout } = await fu('go --late --spread')
    expect(stdout).toContain(
      '  Fri 27 Nov\n      1  One: call\n\n  Mon 30 Nov\n      2  Two: call\n      3  Three: call\n',
    )
    expect(JSON.parse((await fu('today --json')).stdout).counts).toMatchObject({ carriedOver: 0, today: 2 })
  })

  it('on a day off, spreads over the working days after it (R55)', async () => {
    const program = await withThree(['y'])
    program.setClock('2026-11-28 09:00')
    expect((await program.fu('go --late --spread')).stdout).toContain('Moved 3 promises to Mon 30 Nov.')
  })

  it('leaves complaints and answers past 24 hours on today (R55)', async () => {
    const program = await withThree(['y', 'q'])
    const { fu } = program
    await fu('heard one "it broke" --complaint')
    await fu('heard two "asks for a quote"')
    await fu('config day-load 3')
    program.setClock('2026-11-27 09:00')
    const { stdout } = await fu('go --late --spread')
    expect(stdout).toContain(`
  Stays on today
      4  One: put right: it broke
      5  Two: call back: asks for a quote

  Fri 27 Nov
      1  One: call

  Mon 30 Nov
      2  Two: call
      3  Three: call
`)
    expect(stdout).toContain('Moved 3 promises to days from Fri 27 Nov to Mon 30 Nov.')
    expect(shown(stdout)).toEqual(['4 · 2 left'])
    expect((await fu('list --late')).stdout).toMatch(/4 .*it broke[^]*5 .*asks for a quote/)
  })

  it('offers nothing where all of them stay (R55)', async () => {
    const program = aProgram({ now: '2026-11-25 09:00', keys: ['q'], answers: [] })
    await program.fu('add One --no-next')
    await program.fu('heard one "it broke" --complaint')
    program.setClock('2026-11-27 09:00')
    const { stdout } = await program.fu('go --late --spread')
    expect(stdout).toContain('Stays on today')
    expect(stdout).not.toContain('Move them like this?')
  })

  it('goes on to the lines where the offer is not taken', async () => {
    const program = await withThree(['n', 'q'])
    program.setClock('2026-11-27 09:00')
    const { stdout } = await program.fu('go --late --spread')
    expect(shown(stdout)).toEqual(['1 · 3 left'])
    expect(stdout).toMatch(/\nNothing was written\. 3 lines left; "fu go --late" continues\.\n$/)
  })

  it('has nothing to do where nothing is', async () => {
    const { fu } = await withThree([])
    expect(await fu('go --late')).toEqual({ status: 0, stdout: 'Nothing is carried over.\n', stderr: '' })
    expect(await fu('go --spread')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--spread goes with --late.'),
    })
  })
})

/** The lines that were shown, with their places. */
function shown(stdout: string): string[] {
  const heads =
    /^ {2}(?:Today|Carried over|Waiting on them|Keep in touch) · (.*?)(?: {2,}.*)?\n\n {2}▸ (\S+)/gm
  return [...stdout.matchAll(heads)].map(([, place, id]) => `${id} · ${place}`)
}

/** Gary Lee, to whom a quote is owed today. */
async function withGary(keys: Keys, answers: Keys): Promise<Program> {
  const program = aProgram({ keys, answers })
  await program.fu('add "Gary Lee" --phone 0412555019 --by call --promise "send the quote" --due today')
  return program
}

/** Somebody to keep in touch with, today. */
async function withAda(keys: Keys, answers: Keys): Promise<Program> {
  const program = aProgram({ now: '2026-11-23 09:00', keys, answers })
  await program.fu('add "Ada Müller" --every 2d --no-next')
  program.setClock('2026-11-25 14:20')
  return program
}

/** Three people who are owed a call today. */
async function withThree(keys: Keys | (() => Promise<string>), answers: Keys = []): Promise<Program> {
  const program = aProgram({ keys, answers })
  for (const name of ['One', 'Two', 'Three']) await program.fu(`add ${name} --promise call --due today`)
  return program
}
