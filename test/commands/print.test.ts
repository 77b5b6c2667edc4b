import { describe, expect, it } from 'vitest'
import { aProgram, type Program, type Situation } from '../support/program.ts'

describe('fu print', () => {
  it('goes into a pipe as one document', async () => {
    const { fu, files } = await aDay()
    const { status, stdout, stderr } = await fu('print')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(
      /^<!doctype html>\n[\s\S]*<title>Wednesday 25 November 2026<\/title>[\s\S]*<\/html>\s*$/,
    )
    expect(stdout).toContain('send the quote')
    expect(files.size).toBe(0)
  })

  it('is written to a file of the day on a terminal, and again in its place', async () => {
    const { fu, files } = await aDay({ columns: 80 })
    const written = {
      status: 0,
      stdout: '',
      stderr: 'Written to fu-2026-11-25.html; open it in a browser to print it.\n',
    }
    expect(await fu('print')).toEqual(written)
    expect(files.get('fu-2026-11-25.html')).toContain('send the quote')
    await fu('done gary "he has it" --no-next')
    expect(await fu('print')).toEqual(written)
    expect(files.get('fu-2026-11-25.html')).toContain('he has it')
    await fu('print fri --week')
    expect([...files.keys()]).toEqual(['fu-2026-11-25.html', 'fu-week-2026-11-27.html'])
  })

  it('is written where -o says, and to the pipe for -', async () => {
    const { fu, files } = await aDay({ columns: 80 })
    expect(await fu('print fri -o friday.html')).toEqual({
      status: 0,
      stdout: '',
      stderr: 'Written to friday.html; open it in a browser to print it.\n',
    })
    expect(files.get('friday.html')).toContain('<title>Friday 27 November 2026</title>')
    expect(await fu('print fri -o -')).toEqual({ status: 0, stdout: files.get('friday.html'), stderr: '' })
  })

  it('marks what was done, moved, tried and dropped on its day, and nothing of it on another', async () => {
    const { fu } = await aDay()
    await fu('add "Ada Müller" --promise "the price list" --due today')
    await fu('add "Olga Petrova" --promise "the lease" --due today')
    await fu('add "Suzuki" --promise "the viewing" --due today')
    await fu('done gary "he has it" --no-next')
    await fu('move ada fri')
    await fu('tried olga')
    await fu('drop suzuki --why "they moved away"')
    expect(offIn((await fu('print')).stdout)).toEqual([
      'done: Gary Lee: send the quote · he has it',
      'moved: Ada Müller: the price list · to Fri 27 Nov',
      'moved: Olga Petrova: the lease · to Mon 30 Nov',
      'dropped: Suzuki: the viewing · they moved away',
    ])
    expect(offIn((await fu('print --week')).stdout)).toHaveLength(4)
    expect(offIn((await fu('print tomorrow')).stdout)).toEqual([])
    expect(offIn((await fu('print tomorrow --week')).stdout)).toEqual([])
  })

  it('has the days and the language of the locale', async () => {
    const { fu } = await aDay({ locale: 'de-DE' })
    const { stdout } = await fu('print')
    expect(stdout).toContain('<html lang="de-DE"')
    expect(stdout).toContain('<h1 dir="auto">Mittwoch, 25. November 2026</h1>')
  })

  it.each([
    ['print --json', 'fu today --json'],
    ['print --week --json', 'fu week --json'],
  ])('%s is refused, since a page is no data', async (line, instead) => {
    const { fu } = await aDay()
    const { status, stdout, stderr } = await fu(line)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(JSON.parse(stderr)).toMatchObject({
      error: {
        kind: 'usage',
        message: 'A printed page has no JSON form.',
        hint: `For its lines as JSON: ${instead}.`,
      },
    })
  })
})

async function aDay(situation: Situation = {}): Promise<Program> {
  const program = aProgram(situation)
  await program.fu('add "Gary Lee" --phone 0412555019 --promise "send the quote" --due today')
  return program
}

/** What is off the page, with what its mark is called. */
function offIn(page: string): string[] {
  return [...page.matchAll(/<li class="off">[\s\S]*?aria-label="(\w+)"[\s\S]*?<p>([\s\S]*?)<\/p>/g)].map(
    ([, mark = '', text = '']) => `${mark}: ${text.replaceAll(/<[^>]*>/g, '')}`,
  )
}

it('a past day is printed as it was, though a line of it was moved since', async () => {
  const program = aProgram({ now: '2026-11-23 09:00' })
  await program.fu('add Di -p 0412555035 --promise "send the papers" --due today')
  program.setClock('2026-11-24 09:00')
  await program.fu('move 1 fri')
  expect((await program.fu('print yesterday')).stdout).toMatch('send the papers')
  expect((await program.fu('print today')).stdout).not.toMatch('you said')
})
