import { describe, expect, it, test } from 'vitest'
import { failed } from '../../src/domain/errors.ts'
import { dump } from '../support/diaries.ts'
import { aProgram, type Program } from '../support/program.ts'
import { session } from '../support/session.ts'

const gary = 'add "Gary Lee" -c "Lee Mortgages" --phone "+61 412 555 019" --email gary@lee.example --no-next'

describe('fu open (R64)', () => {
  it('dials, mails, and opens what a contact has', async () => {
    expect(
      await session([
        gary,
        'open gary',
        'open gary --by email',
        'open gary lee --by text --print',
        'open @1 --json',
        'open @1 --print --by email --json',
      ]),
    ).toBe(`
$ fu ${gary}
Added Gary Lee, Lee Mortgages (@1). (fu undo)
$ fu open gary
Opened tel:+61412555019 (Gary Lee, call).
$ fu open gary --by email
Opened mailto:gary@lee.example (Gary Lee, email).
$ fu open gary lee --by text --print
sms:+61412555019
$ fu open @1 --json
{
  "version": 1,
  "contact": {
    "id": 1,
    "name": "Gary Lee",
    "company": "Lee Mortgages"
  },
  "promise": null,
  "channel": "call",
  "address": "tel:+61412555019"
}
$ fu open @1 --print --by email --json
{
  "version": 1,
  "contact": {
    "id": 1,
    "name": "Gary Lee",
    "company": "Lee Mortgages"
  },
  "promise": null,
  "channel": "email",
  "address": "mailto:gary@lee.example"
}
`)
  })

  test.each([
    [
      'the channel of a promise',
      ['promise gary "the quote" --due fri --by email'],
      'open 1',
      'mailto:gary@lee.example',
    ],
    [
      'that of their first promise',
      ['promise gary a --due fri', 'promise gary b --due thu --by email'],
      'open gary',
      'mailto:gary@lee.example',
    ],
    ['the preferred one', ['edit gary --by text'], 'open gary', 'sms:+61412555019'],
    ['a channel they want', ['edit gary --do-not-contact call'], 'open gary', 'mailto:gary@lee.example'],
    [
      'a number that is not wrong',
      ['promise gary a --due fri', 'tried 1 --wrong-number'],
      'open 1',
      'mailto:gary@lee.example',
    ],
    [
      'the extension',
      ['edit gary --no-phone --phone "+61 2 9999 1234 ext. 12"'],
      'open gary',
      'tel:+61299991234;ext=12',
    ],
    [
      'digits dialled after',
      ['edit gary --no-phone --phone "+1 800 901 3355,,123#"'],
      'open gary',
      'tel:+18009013355,,123%23',
    ],
    [
      'a map of the address',
      ['edit gary --address "1 High St, Leeds"'],
      'open gary --by visit',
      'https://www.openstreetmap.org/search?query=1%20High%20St%2C%20Leeds',
    ],
    [
      'the room of a video call',
      ['edit gary --link "zoom: https://zoom.example/j/1"'],
      'open gary --by video',
      'https://zoom.example/j/1',
    ],
    ['the email of a video call without a room', [], 'open gary --by video', 'mailto:gary@lee.example'],
    ['a page', ['edit gary --link lee.example/gary'], 'open gary --by page', 'https://lee.example/gary'],
    [
      'a link by its label',
      ['edit gary --link "Xing: https://xing.example/gary"'],
      'open gary --by xing',
      'https://xing.example/gary',
    ],
    ['WhatsApp by the number', [], 'open gary --by whatsapp', 'https://wa.me/61412555019'],
    [
      'a page where nothing else is known',
      ['edit gary --no-phone --no-email --link https://lee.example'],
      'open gary',
      'https://lee.example',
    ],
    [
      'the first page that may be opened',
      ['edit gary --no-phone --no-email --link file:///etc/passwd --link https://lee.example'],
      'open gary',
      'https://lee.example',
    ],
  ] as const)('takes %s', async (_what, lines, line, address) => {
    const { fu, opened } = await withLines(gary, ...lines)
    expect(await fu(line)).toMatchObject({ status: 0, stderr: '' })
    expect(opened).toEqual([address])
    expect((await fu(`${line} --print`)).stdout).toBe(`${address}\n`)
    expect(opened).toHaveLength(1)
  })

  test.each([
    [
      'nothing is known',
      'edit gary --no-phone --no-email',
      'open gary',
      3,
      'Gary Lee has no phone number or address; nothing was opened.\nAdd it: fu edit @1 --phone …\n',
    ],
    [
      'a channel lacks its address',
      'edit gary --no-email',
      'open gary --by email',
      3,
      'Gary Lee has no email address; nothing was opened.\nAdd it: fu edit @1 --email …\n',
    ],
    [
      'they want nothing',
      'edit gary --do-not-contact',
      'open gary',
      5,
      'Gary Lee does not want to be contacted; nothing was opened.\nIf that has changed: fu edit @1 --may-contact\n',
    ],
    [
      'they do not want the channel',
      'edit gary --do-not-contact call',
      'open gary --by call',
      5,
      'Gary Lee does not want to be contacted by call; nothing was opened.\nIf that has changed: fu edit @1 --may-contact\n',
    ],
    [
      'a link is not there',
      'log gary x',
      'open gary --by xing',
      3,
      'Gary Lee has no link "xing".\nfu edit @1 --link "xing: https://…"\n',
    ],
    [
      'nobody is called so',
      'log gary x',
      'open zoe',
      3,
      'There is no contact "zoe".\n"fu people" lists the contacts, and "fu add" adds one.\n',
    ],
    [
      'there is no such promise',
      'log gary x',
      'open 7',
      3,
      'There is no promise 7.\n"fu list" shows the open ones.\n',
    ],
  ] as const)('says what to do where %s', async (_what, before, line, status, stderr) => {
    const { fu, opened } = await withLines(gary, before)
    expect(await fu(line)).toEqual({ status, stdout: '', stderr })
    expect(opened).toEqual([])
  })

  it('names the number that is wrong', async () => {
    const { fu } = await withLines(gary, 'promise gary a --due fri', 'tried 1 --wrong-number')
    expect((await fu('open gary --by call')).stderr).toBe(
      'Gary Lee has no phone number other than "+61 412 555 019", which is wrong; nothing was opened.\nAdd it: fu edit @1 --phone …\n',
    )
  })

  test.each([
    'file:///etc/passwd',
    'smb://host/share',
    'page:javascript:alert(1)',
    String.raw`page:\\host\share\run.exe`,
    'page://host/share',
    'page:data:text/html,x',
    'page:--help',
    'page:ms-settings:',
    'page:https://',
  ])('opens no link such as %s, which may have come with a card', async (link) => {
    const { fu, opened } = aProgram()
    await fu(['add', 'Eve', '--link', link, '--no-next'])
    for (const line of ['open eve', 'open eve --by page', 'open eve --print']) {
      expect(await fu(line)).toMatchObject({
        status: 5,
        stdout: '',
        stderr: expect.stringMatching(
          / of Eve cannot be opened\.\nOnly addresses that begin with https or http are/,
        ),
      })
    }
    expect(opened).toEqual([])
  })

  it('says that it is night where they are (R60)', async () => {
    const { fu, opened } = await withLines(gary, 'edit gary --zone Australia/Sydney')
    expect((await fu('open gary')).stderr).toBe('It is early or late where Gary Lee is (Australia/Sydney).\n')
    expect(opened).toHaveLength(1)
  })

  it('writes nothing', async () => {
    const { fu, db } = await withLines(gary)
    const before = dump(db)
    await fu('open gary')
    expect(dump(db)).toEqual(before)
    expect((await fu('history')).stdout.match(/^ *\d+ /gm)).toHaveLength(1)
  })

  it('fails where nothing opens it', async () => {
    const { fu } = aProgram({
      world: {
        opener: async (address) => {
          throw failed(`${address} cannot be opened: xdg-open is not installed.`, 'Install it.')
        },
      },
    })
    await fu(gary)
    expect(await fu('open gary')).toEqual({
      status: 1,
      stdout: '',
      stderr: 'tel:+61412555019 cannot be opened: xdg-open is not installed.\nInstall it.\n',
    })
  })
})

async function withLines(...lines: readonly string[]): Promise<Program> {
  const program = aProgram()
  for (const line of lines) expect(await program.fu(line)).toMatchObject({ status: 0 })
  return program
}
