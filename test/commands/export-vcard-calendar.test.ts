import { describe, expect, it, test } from 'vitest'
import { aProgram, type Program } from '../support/program.ts'

describe('fu export --format vcf', () => {
  it('writes the people as cards, the same another day', async () => {
    const { fu, setClock } = await twoPeople()
    const { stdout } = await fu('export people --format vcf')
    expect(withoutUids(stdout)).toBe(
      [
        'BEGIN:VCARD',
        'VERSION:3.0',
        'UID:…',
        'N:Lee;Gary;;;',
        'FN:Gary Lee',
        'TEL:0412555019',
        'END:VCARD',
        'BEGIN:VCARD',
        'VERSION:3.0',
        'UID:…',
        'N:Müller;Ada;;;',
        'FN:Ada Müller',
        'END:VCARD',
        '',
      ].join('\r\n'),
    )
    setClock('2027-03-01 08:00')
    expect((await fu('export --format vcf')).stdout).toBe(stdout)
  })

  it('writes one of them', async () => {
    const { fu } = await twoPeople()
    const { stdout } = await fu('export people --format vcf --who ada')
    expect(stdout).toContain('FN:Ada Müller')
    expect(stdout).not.toContain('Gary')
  })
})

describe('fu export --format ics', () => {
  it('writes the open promises, those of one contact, with events where they are asked for', async () => {
    const { fu, setClock } = await twoPeople()
    await fu('promise ada "call" --due "2026-11-30 10:30"')
    await fu('promise ada "thank her" --due 2026-11-30')
    await fu('done 3 --no-next')
    const count = (text: string, what: string): number => text.split(`BEGIN:${what}\r\n`).length - 1
    const { stdout } = await fu('export --format ics')
    expect([count(stdout, 'VTODO'), count(stdout, 'VEVENT')]).toEqual([2, 0])
    expect(stdout).toContain('SUMMARY:Call Gary Lee: send the quote\r\n')
    expect(stdout).toContain('DUE;VALUE=DATE:20261127\r\n')
    expect(stdout).toContain('DUE:20261130T103000Z\r\n')
    const events = (await fu('export promises --format ics --events --who ada')).stdout
    expect([count(events, 'VTODO'), count(events, 'VEVENT'), count(events, 'VALARM')]).toEqual([1, 1, 1])
    expect(events).toContain('TRIGGER:-PT10M\r\n')
    setClock('2027-03-01 08:00')
    expect((await fu('export --format ics')).stdout).toBe(stdout)
  })
})

test.each<[line: string, said: string]>([
  ['export people --format ics', 'A calendar only holds promises.\nWrite it with fu export --format ics.\n'],
  ['export all --format ics', 'A calendar only holds promises.\nWrite it with fu export --format ics.\n'],
  [
    'export entries --format vcf',
    'vCards only hold people.\nWrite them with fu export people --format vcf.\n',
  ],
  [
    'export --events',
    '--events needs --format ics.\nWrite a calendar with fu export --format ics --events.\n',
  ],
  [
    'export people --format vcf --events',
    '--events needs --format ics.\nWrite a calendar with fu export --format ics --events.\n',
  ],
])('fu %s is no pair', async (line, said) => {
  const { fu } = await twoPeople()
  expect(await fu(line)).toEqual({ status: 2, stdout: '', stderr: said })
})

function withoutUids(text: string): string {
  return text.replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '…')
}

async function twoPeople(): Promise<Program> {
  const program = aProgram()
  await program.fu('add "Gary Lee" --phone 0412555019 --promise "send the quote" --due 2026-11-27')
  await program.fu('add "Ada Müller" --no-next')
  return program
}
