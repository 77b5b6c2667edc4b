import { describe, expect, it } from 'vitest'
import { aProgram, type Program } from '../support/program.ts'

type Fields = Readonly<Record<string, unknown>>

/** The fields that other programs rely on; there may be more, never fewer. */
const promised = {
  contact: `id, uid, name, company, kind, channel, phones, emails, addresses, source, every, timeZone, tags, note,
    doNotContact, addedAt, lastContact, nextDay`,
  promise: `id, uid, contact, about, owner, what, due, channel, kind, hot, promised, snoozedUntil, effectiveDay,
    trigger, plan, status, outcome, reason, attempts, chases, moves, told, madeAt, closedAt, onTime`,
  entry: 'id, uid, at, contact, promise, direction, channel, outcome, text, feedback',
  line: `promise, contact, what, due, daysLate, minutesLate, attempts, chases, moves, reachBy, reason, flags`,
  write: 'version, command, undo, contact, promise, promises, entry',
  page: 'version, day, now, sections, counts',
  counts: 'carriedOver, today, waiting, keepInTouch, doneToday',
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/

describe('a write', () => {
  /** Each in a diary with Gary Lee (@1) and promise 1: what of it is there, besides the contact. */
  it.each<[string, { promise?: number; promises?: number; entry?: string; contact?: string }]>([
    ['add "Ada Müller" --no-next', { contact: 'Ada Müller' }],
    ['add "Ada Müller" --promise call --due fri', { contact: 'Ada Müller', promise: 2 }],
    ['edit gary --nick Gaz', { contact: 'Gary Lee' }],
    ['promise gary call --due fri', { contact: 'Gary Lee', promise: 2 }],
    ['wait gary "the papers" --due fri', { contact: 'Gary Lee', promise: 2 }],
    ['log gary lunch', { contact: 'Gary Lee', entry: 'reached' }],
    ['done gary signed --no-next', { contact: 'Gary Lee', promise: 1, entry: 'reached' }],
    [
      'done gary signed --next call --due mon',
      { contact: 'Gary Lee', promise: 1, promises: 1, entry: 'reached' },
    ],
    ['tried gary --busy', { contact: 'Gary Lee', promise: 1, entry: 'busy' }],
    ['move gary mon', { contact: 'Gary Lee', promise: 1, entry: 'moved' }],
    ['snooze gary mon', { contact: 'Gary Lee', promise: 1, entry: 'snoozed' }],
    ['drop gary --why "too dear"', { contact: 'Gary Lee', promise: 1, entry: 'dropped' }],
    ['undo', {}],
  ])('fu %s --json', async (line, made) => {
    const { fu } = await withGary()
    const written = fields(await json(fu, line))
    expect(written).toEqual(expect.objectContaining({ version: 1, command: line.split(' ')[0], undo: 2 }))
    expectFields(written, 'write')
    const { contact, promise, promises, entry } = written
    const [contactFields, promiseFields, entryFields] = [
      fieldsIfAny(contact, 'contact'),
      fieldsIfAny(promise, 'promise'),
      fieldsIfAny(entry, 'entry'),
    ]
    expect({
      contact: contactFields['name'],
      promise: promiseFields['id'],
      promises: list(promises).length,
      entry: entryFields['outcome'] ?? entryFields['act'],
    }).toEqual({ promises: 0, ...made })
    expect((await fu('history --json -n 1')).stdout).toContain(`"id": ${String(written['undo'])},`)
  })

  it('leaves its notes on stderr', async () => {
    const { fu } = aProgram()
    const { stdout, stderr } = await fu('add "Ada Müller" --promise call --due fri --json')
    expect(JSON.parse(stdout)).toMatchObject({ version: 1 })
    expect(stderr).toBe('Ada Müller has no phone number: fu edit @1 --phone …\n')
  })
})

describe('a contact', () => {
  it('says all that is known of it', async () => {
    const { fu } = aProgram()
    await fu('add "Sue Park" --no-next')
    const { contact } = fields(
      await json(
        fu,
        'add "Gary Lee" --company "Lee Mortgages" --phone "mobile:+61 412 555 019" --email work:gary@lee.example --address "1 High St" --nick Gaz --by text --kind customer --met "trade show" --from sue --from-word referral --tag vip --tag broker --note "likes tea" --every 6w --zone Australia/Sydney --best-time "before nine" --promise call --due fri',
      ),
    )
    expect(contact).toEqual({
      id: 2,
      uid: expect.any(String),
      name: 'Gary Lee',
      company: 'Lee Mortgages',
      nick: 'Gaz',
      kind: 'customer',
      channel: 'text',
      bestTime: 'before nine',
      phones: [{ label: 'mobile', value: '+61 412 555 019', e164: '+61412555019' }],
      emails: [{ label: 'work', value: 'gary@lee.example' }],
      addresses: [{ label: null, text: '1 High St' }],
      source: { met: 'trade show', from: { id: 1, name: 'Sue Park' }, word: 'referral' },
      every: '6w',
      timeZone: 'Australia/Sydney',
      tags: ['vip', 'broker'],
      note: 'likes tea',
      doNotContact: null,
      addedAt: '2026-11-25T14:20:00+00:00',
      lastContact: null,
      nextDay: '2026-11-27',
    })
  })

  it('has lists that are empty and not null, and a source that says nothing', async () => {
    const { fu } = aProgram()
    const { contact } = fields(await json(fu, 'add "Gary Lee" --no-next'))
    expect(contact).toMatchObject({
      phones: [],
      emails: [],
      addresses: [],
      tags: [],
      source: { met: null, from: null },
      kind: null,
      every: null,
    })
  })
})

it('a promise says what became of it', async () => {
  const { fu, setClock } = await withGary()
  await fu('move 1 thu --told')
  await fu('tried 1 --message "with Sue"')
  setClock('2026-11-27 10:00')
  const { promise } = fields(
    await json(fu, 'done 1 "no budget" --outcome declined --why "too dear" --no-next'),
  )
  expect(promise).toEqual(
    expect.objectContaining({
      id: 1,
      contact: { id: 1, name: 'Gary Lee', company: null },
      about: null,
      owner: 'mine',
      what: 'send the quote',
      due: { day: '2026-11-26', time: null },
      promised: { day: '2026-11-26', time: null },
      status: 'kept',
      outcome: 'declined',
      reason: 'too dear',
      moves: 1,
      told: true,
      madeAt: '2026-11-25T14:20:00+00:00',
      closedAt: '2026-11-27T10:00:00+00:00',
      onTime: false,
    }),
  )
})

describe('the page', () => {
  it('holds the four sections, and lines with their contact and promise', async () => {
    const { fu, setClock } = await withGary()
    await fu('promise gary "ring at ten" --due "mon 10:00" --hot')
    await fu('wait gary "the papers" --due thu')
    setClock('2026-11-30 10:30')
    const page = fields(await json(fu, 'today'))
    expectFields(page, 'page')
    expectFields(page['counts'], 'counts')
    expect(page).toMatchObject({
      version: 1,
      day: '2026-11-30',
      now: '2026-11-30T10:30:00+00:00',
      counts: { carriedOver: 1, today: 1, waiting: 1, keepInTouch: 0, doneToday: 0 },
    })
    const sections = list(page['sections']).map(fields)
    expect(sections.map(({ name, more }) => [name, more])).toEqual([
      ['carried-over', 0],
      ['today', 0],
      ['waiting', 0],
      ['keep-in-touch', 0],
    ])
    const lines = sections.flatMap((section) => list(section['lines'])).map(fields)
    for (const line of lines) {
      expectFields(line, 'line')
      expectFields(line['contact'], 'contact')
      expectFields(line['promise'], 'promise')
    }
    expect(
      lines.map(({ what, due, daysLate, minutesLate, reachBy }) => ({
        what,
        due,
        daysLate,
        minutesLate,
        reachBy,
      })),
    ).toEqual([
      {
        what: 'send the quote',
        due: { day: '2026-11-27', time: null },
        daysLate: 3,
        minutesLate: 0,
        reachBy: { channel: 'call', value: '0412 555 019' },
      },
      {
        what: 'ring at ten',
        due: { day: '2026-11-30', time: '10:00' },
        daysLate: 0,
        minutesLate: 30,
        reachBy: { channel: 'call', value: '0412 555 019' },
      },
      {
        what: 'the papers',
        due: { day: '2026-11-26', time: null },
        daysLate: 4,
        minutesLate: 0,
        reachBy: { channel: 'call', value: '0412 555 019' },
      },
    ])
    expect(lines[1]?.['flags']).toContain('hot')
  })
})

describe('what is looked up', () => {
  it('comes as items', async () => {
    const { fu } = await withGary()
    await fu('log gary "lunch about the quote"')
    const items = async (line: string): Promise<Fields[]> => {
      const found = fields(await json(fu, line))
      expect(found['version']).toBe(1)
      return list(found['items']).map(fields)
    }
    expectFields((await items('list'))[0], 'promise')
    expectFields((await items('people'))[0], 'contact')
    const found = await items('find quote')
    expect(found.map((item) => item['type'])).toEqual(['promise', 'entry'])
    expectFields(found[0]?.['promise'], 'promise')
    expectFields(found[1]?.['entry'], 'entry')
    expect((await items('history')).map(({ id, command, at }) => ({ id, command, at }))).toEqual([
      { id: 2, command: 'log', at: '2026-11-25T14:20:00+00:00' },
      { id: 1, command: 'add', at: '2026-11-25T14:20:00+00:00' },
    ])
    expect(await items('list --dropped')).toEqual([])
    expect(await items('find unicorns')).toEqual([])
  })

  it('is a card in three parts', async () => {
    const { fu } = await withGary()
    await fu('log gary lunch')
    const card = fields(await json(fu, 'show gary'))
    expect(card['version']).toBe(1)
    expectFields(card['contact'], 'contact')
    expectFields(list(card['promises'])[0], 'promise')
    const [entry] = list(card['entries'])
    expectFields(entry, 'entry')
    expect(fields(entry)['at']).toMatch(moment)
  })

  it.each([
    ['when fri', { version: 1, day: '2026-11-27', time: null, text: 'Friday 27 November 2026' }],
    [
      'when "fri 3pm"',
      { version: 1, day: '2026-11-27', time: '15:00', text: 'Friday 27 November 2026 15:00' },
    ],
  ])('is the day of a phrase: fu %s', async (line, expected) => {
    expect(await json(aProgram().fu, line)).toEqual(expected)
  })
})

it('is the same in every locale', async () => {
  const page = async (locale: string | null): Promise<unknown> => {
    const { fu } = aProgram({ locale })
    await fu('add "Gary Lee" --phone 0412555019 --promise "send the quote" --due 2026-11-25')
    return JSON.parse((await fu('list --json')).stdout.replace(/"uid": "[^"]*"/g, '"uid": ""'))
  }
  expect(await page('de-DE')).toEqual(await page(null))
  expect(await page('ja-JP')).toEqual(await page(null))
})

async function withGary(): Promise<Program> {
  const program = aProgram()
  await program.fu('add "Gary Lee" --phone 0412555019 --promise "send the quote" --due fri')
  return program
}

async function json(fu: Program['fu'], line: string): Promise<unknown> {
  const { status, stdout } = await fu(`${line} --json`)
  expect(status).toBe(0)
  expect(stdout).toMatch(/\n$/)
  return JSON.parse(stdout)
}

function expectFields(value: unknown, kind: keyof typeof promised): void {
  expect(Object.keys(fields(value))).toEqual(expect.arrayContaining(promised[kind].split(/,\s+/)))
}

/** The fields of a value, which are all there; none of `null`. */
function fieldsIfAny(value: unknown, kind: keyof typeof promised): Fields {
  if (value === null) return {}
  expectFields(value, kind)
  return fields(value)
}

function fields(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error(`no object: ${JSON.stringify(value)}`)
  return value as Fields
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error(`no list: ${JSON.stringify(value)}`)
  return value
}
