import { describe, expect, it } from 'vitest'
import { aProgram, withGary } from '../support/program.ts'
import { expectFields, fields, fieldsIfAny, json, list } from '../support/json-fields.ts'

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
        'add "Gary Lee" --company "Lee Mortgages" --phone "mobile:+61 412 555 019" --email work:gary@lee.example --address "1 High St" --nick Gaz --by text --kind customer --met "trade show" --from sue --from-word referral --tag vip --tag broker --note "likes tea" --every 6w --zone Australia/Sydney --best-time "before nine" --title Broker --department Sales --birthday 1980-04-15 --anniversary wedding:08-08 --link https://lee.example --link skype:gary.lee --prefix Dr. --middle Q. --suffix MD --extra "Shoe size: 43" --promise call --due fri',
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
      title: 'Broker',
      department: 'Sales',
      nameParts: { prefix: 'Dr.', given: null, middle: 'Q.', family: null, suffix: 'MD' },
      birthday: { year: 1980, month: 4, day: 15 },
      anniversaries: [{ label: 'wedding', year: null, month: 8, day: 8 }],
      links: [
        { label: null, value: 'https://lee.example', kind: 'page' },
        { label: 'skype', value: 'gary.lee', kind: 'chat' },
      ],
      extra: [{ name: 'Shoe size', group: null, params: {}, value: '43' }],
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
      anniversaries: [],
      links: [],
      extra: [],
      birthday: null,
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

it.each(['plan new fair "+1d: call" --json', 'config country nz --json', 'log gary lunch --json'])(
  'as JSON every write says what it made and what it did not: fu %s',
  async (line) => {
    const { fu } = aProgram()
    await fu('add Gary --no-next')
    expect(Object.keys(JSON.parse((await fu(line)).stdout))).toEqual(
      expect.arrayContaining(['version', 'command', 'undo', 'contact', 'promise', 'promises', 'entry']),
    )
  },
)
