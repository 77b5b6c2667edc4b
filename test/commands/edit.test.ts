import { describe, expect, test } from 'vitest'
import { dump } from '../support/diaries.ts'
import { aProgram, type Program } from '../support/program.ts'
import { session } from '../support/session.ts'
import { fields, json, list } from '../support/json-fields.ts'

type Edit = (text: string) => string

/** Gary with two numbers, sent by Ada; what the editor is given and gives back, in order. */
async function withGary(...edits: Edit[]): Promise<Program & { shown: string[] }> {
  const shown: string[] = []
  const watched = edits.map((edit) => (text: string) => {
    shown.push(text)
    return edit(text)
  })
  const program = aProgram({ edits: watched })
  await program.fu('add "Ada Müller" --no-next')
  await program.fu(
    'add "Gary Lee" -p mobile:0412555019 -p "02 9876 5432" --from ada --note tall --zone Australia/Sydney --met fair --no-next',
  )
  return { ...program, shown }
}

const replaced =
  (...pairs: [string | RegExp, string][]): Edit =>
  (text) =>
    pairs.reduce((changed, [from, to]) => changed.replace(from, to), text)

describe('fu edit without options', () => {
  test('writes what was changed in the editor, and nothing else', async () => {
    const { fu } = await withGary(
      replaced(
        ['company:', 'company: Lee Mortgages'],
        ['phone: mobile: 0412555019\n', 'phone: work: 1300 655 506\n'],
        ['met: fair', 'met:'],
        ['kind:\n', 'kind: Customer\n'],
        ['every:', 'every: every 6 weeks'],
        ['tag:', 'tag: lender\ntag: golf'],
        ['note: tall', 'note: tall\nand kind'],
      ),
    )
    const before = fields(fields(await json(fu, 'show gary'))['contact'])
    expect(await fu('edit gary')).toEqual({
      status: 0,
      stdout: 'Changed Gary Lee: company, kind, phone, source, cadence, tags, note. (fu undo)\n',
      stderr: '',
    })
    expect(fields(fields(await json(fu, 'show gary'))['contact'])).toEqual({
      ...before,
      company: 'Lee Mortgages',
      phones: [
        { label: 'work', value: '1300 655 506', e164: null },
        { label: null, value: '02 9876 5432', e164: null },
      ],
      source: { met: null, from: { id: 1, name: 'Ada Müller' }, word: null },
      kind: 'customer',
      every: '6w',
      tags: ['lender', 'golf'],
      note: 'tall\nand kind',
    })
  })

  test('opens again what cannot be read, with all that was typed', async () => {
    const { fu, shown } = await withGary(
      replaced(
        ['company:', 'company: Lee Mortgages'],
        ['02 9876 5432', 'lots'],
        ['zone: Australia/Sydney', 'zone: Sydney'],
      ),
      replaced([/^phone: lots\n/m, ''], [/^zone: Sydney/m, 'zone: Europe/Berlin']),
    )
    expect((await fu('edit gary')).stdout).toBe('Changed Gary Lee: company, phone, time zone. (fu undo)\n')
    const reasons = `#! zone: Sydney
#!     "Sydney" is not a time zone. Write it as America/New_York or Europe/Berlin.
#! phone: lots
#!     "lots" is not a phone number. Write it as "0412 555 019" or "mobile:+61 412 555 019".
`
    expect(shown[1]?.startsWith(reasons)).toBe(true)
    expect(shown[1]?.slice(reasons.length)).toBe(
      shown[0]
        ?.replace('company:', 'company: Lee Mortgages')
        .replace('02 9876 5432', 'lots')
        .replace('Australia/Sydney', 'Sydney'),
    )
  })

  test.each<[string, [string | RegExp, string], string]>([
    ['name', ['name: Gary Lee', 'name:'], 'A name cannot be empty.'],
    ['by', ['by:\n', 'by: emial\n'], '"emial" is not a known channel. Did you mean "email"?'],
    ['from', ['@1 (Ada Müller)', 'Zoe'], '"fu people" lists the contacts'],
    [
      'do-not-contact',
      ['do-not-contact:\n', 'do-not-contact: call, emial\n'],
      '"emial" is not a known channel.',
    ],
    ['a field nobody knows', ['company:', 'firm: Lee'], 'There is no field "firm"'],
  ])('refuses a wrong %s', async (_, pair, why) => {
    const { fu, shown, db } = await withGary(replaced(pair), (text) => text)
    const before = dump(db)
    const { status, stdout, stderr } = await fu('edit gary')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toMatch(/could not be read; nothing was written\.\n/)
    expect(shown[1]).toContain(why)
    expect(dump(db)).toEqual(before)
  })

  test.each<[string, Edit, string]>([
    ['left as it was', (text) => text, 'Gary Lee is unchanged.\n'],
    ['with a line break more', (text) => `${text}\n`, 'Gary Lee is unchanged.\n'],
    ['with another comment', (text) => `# hm\n${text}`, 'Gary Lee is unchanged.\n'],
    ['emptied', () => '', 'The file was empty: Gary Lee is unchanged.\n'],
    ['emptied but for comments', () => '# nothing\n\n', 'The file was empty: Gary Lee is unchanged.\n'],
  ])('changes nothing where the file was %s', async (_, edit, stderr) => {
    const { fu, db } = await withGary(edit)
    const before = dump(db)
    expect(await fu('edit gary')).toEqual({ status: 0, stdout: '', stderr })
    expect(dump(db)).toEqual(before)
  })

  test('changes who sent them, by a name', async () => {
    const { fu } = await withGary(replaced(['@1 (Ada Müller)', '@3']), replaced(['@3 (Zoe Hall)', 'ada']))
    await fu('add "Zoe Hall" --no-next')
    const from = async (): Promise<unknown> =>
      fields(fields(fields(await json(fu, 'show gary'))['contact'])['source'])['from']
    await fu('edit gary')
    expect(await from()).toEqual({ id: 3, name: 'Zoe Hall' })
    await fu('edit gary')
    expect(await from()).toEqual({ id: 1, name: 'Ada Müller' })
  })

  test('lets go of what is open with who wants no contact', async () => {
    const { fu } = await withGary(replaced(['do-not-contact:\n', 'do-not-contact: all\n']))
    await fu('promise gary "call him" --due fri')
    expect((await fu('edit gary')).stdout).toBe(
      'Changed Gary Lee: do not contact. Dropped what was open: 2 (Gary Lee, call him). (fu undo)\n',
    )
  })

  test.each(['edit gary --json', 'edit gary --no-input'])(
    'is refused where nobody is there: fu %s',
    async (line) => {
      const { fu } = await withGary(() => 'name: Zoe')
      const { status, stderr } = await fu(line)
      expect(status).toBe(2)
      expect(stderr).toContain('Nothing to change on Gary Lee.')
    },
  )

  test('opens nothing where something was said that changes nothing', async () => {
    const { fu } = await withGary()
    expect(await fu('edit gary --note tall')).toMatchObject({ status: 2 })
    expect(await fu('edit gary --no-company')).toMatchObject({ status: 2 })
    expect(await fu('edit gary --may-contact')).toMatchObject({ status: 2 })
  })
})

describe('a note in the editor', () => {
  const help = (what: string): string => `
# ${what}: write it above, then save and close the editor.
# Lines that begin with # are ignored. An empty file changes nothing.
`

  test('fu log -e', async () => {
    const { fu, shown } = await withGary((text) => `We talked for long.\n\nHe moves in May.\n${text}`)
    expect((await fu('log gary -e --by visit')).stdout).toBe(
      'Noted with Gary Lee: We talked for long.  He moves in May. (fu undo)\n',
    )
    expect(shown).toEqual([`\n${help('An entry')}`])
    const [entry] = list(fields(await json(fu, 'show gary'))['entries'])
    expect(fields(entry)).toMatchObject({
      text: 'We talked for long.\n\nHe moves in May.',
      channel: 'visit',
    })
  })

  test('fu done -e, begun on the command line', async () => {
    const { fu, shown } = await withGary((text) => text.replace('signs', 'signs on Tuesday'))
    await fu('promise gary "send the quote" --due fri')
    expect((await fu('done gary signs -e --no-next')).status).toBe(0)
    expect(shown).toEqual([`signs\n${help('A note')}`])
    const [, promise] = list(fields(await json(fu, 'show gary'))['promises'])
    expect(fields(promise ?? list(fields(await json(fu, 'show gary'))['promises'])[0])['note']).toBe(
      'signs on Tuesday',
    )
  })

  test('fu done -e keeps the words of the command line where nothing was added', async () => {
    const { fu } = await withGary((text) => text)
    await fu('promise gary "send the quote" --due fri')
    expect((await fu('done gary signs --edit --no-next')).status).toBe(0)
    expect((await fu('show gary')).stdout).toContain('kept "send the quote": signs')
  })

  test.each<[string, Edit]>([
    ['log gary -e', (text) => text],
    ['log gary hello -e', () => ''],
    ['done gary -e', (text) => text],
    ['done gary -e', () => '# nothing'],
  ])('without words writes nothing: fu %s', async (line, edit) => {
    const { fu, db } = await withGary(edit)
    await fu('promise gary "send the quote" --due fri')
    const before = dump(db)
    expect(await fu(line)).toEqual({
      status: 2,
      stdout: '',
      stderr: 'Nothing was written: the file was empty.\n',
    })
    expect(dump(db)).toEqual(before)
  })

  test('is not opened before everything else is right', async () => {
    const { fu, shown } = await withGary((text) => text)
    expect((await fu('log nobody -e')).status).toBe(3)
    expect((await fu('done 99 -e')).status).toBe(3)
    expect((await fu('log gary -e --on "feb 30"')).status).toBe(2)
    expect(shown).toEqual([])
  })

  test('is refused where nobody is there', async () => {
    const { fu } = aProgram()
    await fu('add "Gary Lee" --no-next')
    expect(await fu('log gary -e')).toEqual({
      status: 2,
      stdout: '',
      stderr: '--edit needs a terminal.\nType the text after the command.\n',
    })
    expect(await fu('log gary')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'An entry cannot be empty.\nWrite it as in fu log gary "lunch", or take --edit.\n',
    })
  })
})

test('nobody came from themselves', async () => {
  const { fu } = aProgram()
  await fu('add Gary --no-next')
  expect(await fu('edit gary --from gary')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'Gary cannot be their own referrer.\nName another contact, or none with --no-from.\n',
  })
  expect(await fu('promise gary "call" --due fri --about gary')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'A promise to Gary is about Gary anyway.\nLeave --about out, or name the client it is about.\n',
  })
})

test('a promise is said in other words; the history keeps what it said', async () => {
  expect(
    await session([
      'add "Cleo Hart" -p 0411222333 --promise "sned the qoute" --due mon',
      'edit 1 --what "send the quote"',
      'find quote',
      'history',
      'undo',
      'list',
      'edit cleo --what "sned the qoute"',
      'edit 1 --what "send the quote" --nick C',
      'edit 1 --what "send the quote" --may-contact',
      'edit cleo --what " "',
      'done cleo --no-next',
      'edit 1 --what "send the quote"',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Cleo Hart" -p 0411222333 --promise "sned the qoute" --due mon
    Added Cleo Hart (@1). Promised Cleo Hart: sned the qoute, Mon 30 Nov. (fu undo)
    $ fu edit 1 --what "send the quote"
    Changed 1 (Cleo Hart, send the quote); it said "sned the qoute". (fu undo)
    $ fu find quote

      PROMISES
           1  Cleo Hart · send the quote · Mon 30 Nov
    $ fu history

      Wednesday 25 November 2026
          2  14:20  edit 1 (Cleo Hart, send the quote); it said "sned the qoute"
          1  14:20  add Cleo Hart (@1)
    $ fu undo
    Took back: edit 1 (Cleo Hart, send the quote); it said "sned the qoute". Promise 1 is as it was. (fu undo 3)
    $ fu list
         who        what            due
      1  Cleo Hart  sned the qoute  Mon 30 Nov
    $ fu edit cleo --what "sned the qoute"
    Nothing to change on 1 (Cleo Hart, sned the qoute).
    "fu edit --help" lists the options.
    [2]
    $ fu edit 1 --what "send the quote" --nick C
    --what changes a promise, and cannot be combined with details of a contact.
    Take two commands.
    [2]
    $ fu edit 1 --what "send the quote" --may-contact
    --what changes a promise, and cannot be combined with details of a contact.
    Take two commands.
    [2]
    $ fu edit cleo --what " "
    A promise cannot be empty.
    [2]
    $ fu done cleo --no-next
    Kept on time: Cleo Hart, sned the qoute. (fu undo)
    $ fu edit 1 --what "send the quote"
    1 (Cleo Hart, sned the qoute) was kept already, on Wed 25 Nov.
    "fu undo" undoes the last command; "fu history" shows the earlier ones.
    [5]
    "
  `)
})

test('numbers under labels: said again it is labelled, a label is replaced once, and nothing is lost', async () => {
  expect(
    await session([
      'add "Gary Lee" -p 0412555019 -p work:0298765432 --no-next',
      'edit gary --phone mobile:0412555019',
      'edit gary --phone work:0298760000 --phone home:0298761111',
      'show gary',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" -p 0412555019 -p work:0298765432 --no-next
    Added Gary Lee (@1). (fu undo)
    $ fu edit gary --phone mobile:0412555019
    Changed Gary Lee: phone. (fu undo)
    $ fu edit gary --phone work:0298760000 --phone home:0298761111
    Changed Gary Lee: phone. (fu undo)
    $ fu show gary

      Gary Lee @1
      phone         0298 761 111 (home)
      phone         0412 555 019 (mobile)
      phone         0298 760 000 (work)
      prefers       never asked
      added         Wed 25 Nov
      last contact  never

      OPEN PROMISES
        no next step
    "
  `)
})

describe('fu edit --no-tag', () => {
  const tagsOf = async ({ fu }: Program): Promise<string[]> =>
    JSON.parse((await fu('show gary --json')).stdout).contact.tags

  test.each([
    ['--no-tag vip', ['fair', 'Café']],
    ['--no-tag=vip', ['fair', 'Café']],
    ['--no-tag VIP --no-tag cafe', ['fair']],
    ['--no-tag vip --tag june', ['fair', 'Café', 'june']],
    ['--tag june --no-tag vip', ['fair', 'Café', 'june']],
    ['--no-tag', []],
    ['--no-tag --tag june', ['june']],
    ['--no-tag --no-tag vip', []],
    ['--no-tag vip --no-tag', []],
  ])('%s', async (options, tags) => {
    const program = aProgram()
    await program.fu('add "Gary Lee" --tag vip --tag fair --tag Café --no-next')
    expect(await program.fu(`edit gary ${options}`)).toMatchObject({ status: 0, stderr: '' })
    expect(await tagsOf(program)).toEqual(tags)
    await program.fu('undo')
    expect(await tagsOf(program)).toEqual(['vip', 'fair', 'Café'])
  })

  test('refuses a tag that is not there, and names those that are', async () => {
    const { fu } = aProgram()
    await fu('add "Gary Lee" --tag vip --no-next')
    expect(await fu('edit gary --no-tag vip --no-tag fairs --note tall')).toEqual({
      status: 2,
      stdout: '',
      stderr: 'Gary Lee has no tag "fairs"; nothing was written.\nTheir tags: vip.\n',
    })
    await fu('edit gary --no-tag')
    expect((await fu('edit gary --no-tag vip')).stderr).toContain('They have no tags.')
  })
})
