import { describe, expect, it } from 'vitest'
import { imapEndpoints } from '../../src/mailboxes/imap/server.ts'
import { secretFrom } from '../../src/mailboxes/secret.ts'
import type { MailRow } from '../../src/domain/mail.ts'
import { mailIn, mailText, monday10 } from '../support/mailbox.ts'
import { goAway, hangUp, scriptedImap, type Answer } from '../support/scripted-imap.ts'

describe('a server is reached', () => {
  it.each([
    ['imaps://mail.hall.example', [[993, 'implicit']]],
    ['imaps://mail.hall.example:1993', [[1993, 'implicit']]],
    [
      'imap://mail.hall.example',
      [
        [993, 'implicit'],
        [143, 'required'],
      ],
    ],
    ['imap://mail.hall.example:993/', [[993, 'implicit']]],
    ['imap://sue@mail.hall.example:1143', [[1143, 'required']]],
    ['imap://localhost:1143', [[1143, 'if offered']]],
    ['imap://127.0.0.1:1143', [[1143, 'if offered']]],
    ['imap://[::1]:1143', [[1143, 'if offered']]],
    ['imap://localhost.hall.example:143', [[143, 'required']]],
    ['imap://127.0.0.1.hall.example:143', [[143, 'required']]],
  ])('at %s', (address, expected) => {
    expect(imapEndpoints(address).map(({ port, tls }) => [port, tls])).toEqual(expected)
  })

  it.each(['pop3://mail.hall.example', 'mail.hall.example', 'imap://', 'imap://mail:hall', ''])(
    'never at %j',
    (address) => {
      expect(() => imapEndpoints(address)).toThrow(`${address} is not the address of an IMAP server.`)
    },
  )

  it.each(['imap://sue:geheim@mail.hall.example', 'imap:// sue:geheim@mail'])(
    'never by a password in %j',
    (address) => {
      expect(() => imapEndpoints(address)).toThrow(/^(?!.*geheim)/)
    },
  )
})

describe('the secret is', () => {
  it.each([
    ['the first line that the command prints', 'printf "geheim \\nuser: sue\\n"', 'geheim '],
    ['all it prints, without a line end', 'printf gehe%s im', 'geheim'],
    ['what a pipe of commands prints', 'echo secret | tr s S', 'Secret'],
  ])('%s', async (_what, command, secret) => {
    expect(await secretFrom({ kind: 'password', command })).toBe(secret)
  })

  it.each([
    ['ends with an error', 'echo geheim; exit 3', 'The command of --token-command ended with status 3.'],
    ['is ended', 'echo geheim; kill -9 $$', 'The command of --token-command ended with the signal SIGKILL.'],
    ['prints nothing', 'true geheim', 'The command of --token-command printed nothing.'],
  ])('not shown if the command %s', async (_what, command, message) => {
    await expect(secretFrom({ kind: 'token', command })).rejects.toMatchObject({ kind: 'failed', message })
  })
})

const header = (subject: string): string =>
  mailText(subject)
    .replaceAll('\n', '\r\n')
    .replace(/Hello\r\n$/, '')

/** The answer to a FETCH of one message. */
function fetched(uid: number, subject: string): string {
  const text = header(subject)
  const date = '"23-Nov-2026 10:00:00 +0000"'
  return `* ${uid} FETCH (UID ${uid} FLAGS () INTERNALDATE ${date} RFC822.SIZE ${text.length + 7} BODY[HEADER]<0> {${text.length}}\r\n${text})`
}

/** A server with an inbox of three messages. */
const usual: Answer = (command) => {
  if (command.startsWith('LIST "" ""')) return ['* LIST (\\Noselect) "/" ""', 'OK done']
  if (command.startsWith('LIST')) return ['* LIST () "/" INBOX', 'OK done']
  if (command.startsWith('EXAMINE'))
    return ['* 3 EXISTS', '* OK [UIDVALIDITY 1] .', '* OK [UIDNEXT 4] .', 'OK [READ-ONLY] done']
  if (/^UID SEARCH UID \d+$/.test(command)) return [`* SEARCH ${command.split(' ').at(-1)}`, 'OK done']
  if (command.startsWith('UID SEARCH')) return ['* SEARCH 1 2 3', 'OK done']
  if (command.startsWith('UID FETCH 1:3 '))
    return [fetched(1, 'a'), fetched(2, 'b'), fetched(3, 'c'), 'OK done']
  return []
}

async function readFrom(answer: Answer, since = 0): Promise<MailRow[]> {
  const port = await scriptedImap(answer)
  const secret = { kind: 'password', command: 'echo geheim' } as const
  return mailIn({ kind: 'imap', url: `imap://127.0.0.1:${port}`, user: 'sue', secret }, { since })
}

const inShort = (rows: readonly MailRow[]): unknown[] =>
  rows.map((row) => ('message' in row ? row.message.subject : row))

describe('a server', () => {
  it('is asked only for headers, and for nothing that changes the mailbox', async () => {
    const asked: string[] = []
    await readFrom((command) => {
      asked.push(command)
      return usual(command)
    })
    expect(
      asked.filter((command) => /^(?:SELECT|STORE|APPEND|UID STORE|CLOSE|EXPUNGE)/.test(command)),
    ).toEqual([])
    expect(asked.filter((command) => command.startsWith('UID FETCH'))).toEqual([
      'UID FETCH 1:3 (UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER]<0.16388>)',
    ])
  })

  it('is asked for the day before too: its clock may be in another zone', async () => {
    const asked: string[] = []
    const rows = await readFrom((command) => {
      asked.push(command)
      return usual(command)
    }, monday10)
    expect(asked.filter((command) => command.startsWith('UID SEARCH'))).toEqual([
      'UID SEARCH SINCE 22-Nov-2026',
    ])
    expect(rows).toEqual([])
  })

  it('that refuses a batch for one message is asked for each', async () => {
    const rows = await readFrom((command) => {
      if (command.startsWith('UID FETCH 1:3 ')) return [fetched(1, 'a'), 'NO internal error']
      if (command.startsWith('UID FETCH 2 ')) return ['NO internal error']
      if (command.startsWith('UID FETCH 3 ')) return [fetched(3, 'c'), 'OK done']
      return usual(command)
    })
    expect(inShort(rows)).toEqual([
      'a',
      { place: 'INBOX 2', unreadable: 'the server did not return its header' },
      'c',
    ])
  })

  it('that leaves out a message is asked again, unless the message was deleted meanwhile', async () => {
    const rows = await readFrom((command) => {
      if (command.startsWith('UID FETCH 1:3 ')) return [fetched(1, 'a'), 'OK done']
      if (command.startsWith('UID SEARCH UID 2')) return ['* SEARCH', 'OK done']
      return usual(command)
    })
    expect(inShort(rows)).toEqual([
      'a',
      { place: 'INBOX 3', unreadable: 'the server did not return its header' },
    ])
  })

  it('that does not open a folder is reported with its name', async () => {
    const rows = await readFrom((command) =>
      command.startsWith('EXAMINE') ? ['NO [NOPERM] not yours'] : usual(command),
    )
    expect(rows).toEqual([{ place: 'INBOX', unreadable: 'the server refused to open it' }])
  })

  it('that repeats the secret does not reveal it', async () => {
    const refusal = readFrom((command) =>
      command.startsWith('AUTHENTICATE') || command.startsWith('LOGIN')
        ? ['NO [AUTHENTICATIONFAILED] geheim is wrong']
        : usual(command),
    )
    await expect(refusal).rejects.toMatchObject({ message: 'Signing in failed: … is wrong.' })
  })

  it('that repeats the secret later does not have it shown either', async () => {
    const refusal = readFrom((command) =>
      command.startsWith('LIST') ? ['NO there is nothing for geheim'] : usual(command),
    )
    await expect(refusal).rejects.toMatchObject({
      message: expect.stringMatching(/there is nothing for …\.$/),
    })
  })

  const long = 'b'.repeat(1_000_000)
  const times = Array.from({ length: 25 }, (_, index) => index)
  it.each([
    ['folders', 'LIST', times.map((index) => `* LIST () "/" "${long}${index}"`)],
    ['UIDs', 'UID SEARCH', times.map(() => `* SEARCH ${'1234567 '.repeat(125_000)}9`)],
    [
      'messages that were not asked for',
      'UID FETCH',
      times.map((index) => `* 9 FETCH (UID ${index + 9} X "${long}")`),
    ],
    ['the same message', 'UID FETCH', [fetched(1, 'a'), ...times.map(() => `* 1 FETCH (UID 1 X "${long}")`)]],
  ])('that sends 25 MB of %s is left', async (_what, start, lines) => {
    const reading = readFrom((command) =>
      command.startsWith(start) ? [...lines, 'OK done'] : usual(command),
    )
    await expect(reading).rejects.toMatchObject({
      kind: 'failed',
      message: '127.0.0.1 sends endless data that was not asked for.',
    })
  })

  it('that names a million messages and one has that folder named', async () => {
    const uids = Array.from({ length: 1_000_001 }, (_, index) => index + 1).join(' ')
    const rows = await readFrom((command) =>
      command.startsWith('UID SEARCH') ? [`* SEARCH ${uids}`, 'OK done'] : usual(command),
    )
    expect(rows).toEqual([{ place: 'INBOX', unreadable: 'it has over 1000000 messages of these days' }])
  })

  it.each([
    ['before it is asked for messages', 'UID SEARCH', ['* BYE going down']],
    ['after some messages', 'UID FETCH', [fetched(1, 'a'), '']],
    ['in a message', 'UID FETCH', [fetched(1, 'a').slice(0, 120)]],
  ])('that is gone %s is an error', async (_when, start, lines) => {
    const reading = readFrom((command) => (command.startsWith(start) ? [...lines, goAway] : usual(command)))
    await expect(reading).rejects.toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(
        /^The connection to 127\.0\.0\.1 was cut off before the mailbox was read to its end: /,
      ),
      hint: 'Nothing was written. Try again.',
    })
  })

  it('that hangs up once is asked for the rest', async () => {
    let isFirst = true
    const rows = await readFrom((command) => {
      if (!command.startsWith('UID FETCH')) return usual(command)
      if (!isFirst) return [fetched(Number(command.split(' ')[2]), 'again'), 'OK done']
      isFirst = false
      return [fetched(1, 'a'), '', hangUp]
    })
    expect(inShort(rows)).toEqual(['a', 'again', 'again'])
  })

  it('that hangs up at one message each time has that message reported', async () => {
    const rows = await readFrom((command) => {
      if (command.startsWith('UID FETCH 1:3 ')) return [fetched(1, 'a'), '', hangUp]
      if (command.startsWith('UID FETCH 2 ')) return [hangUp]
      if (command.startsWith('UID FETCH 3 ')) return [fetched(3, 'c'), 'OK done']
      return usual(command)
    })
    expect(inShort(rows)).toEqual([
      'a',
      { place: 'INBOX 2', unreadable: 'the server did not return its header' },
      'c',
    ])
  })

  it('that gave its messages other UIDs meanwhile is an error', async () => {
    let validity = 0
    const reading = readFrom((command) => {
      if (command.startsWith('UID FETCH')) return [hangUp]
      if (!command.startsWith('EXAMINE')) return usual(command)
      validity += 1
      return ['* 3 EXISTS', `* OK [UIDVALIDITY ${validity}] .`, '* OK [UIDNEXT 4] .', 'OK done']
    })
    await expect(reading).rejects.toMatchObject({ kind: 'failed', hint: 'Nothing was written. Try again.' })
  })

  it('that hangs up at every message is an error in the end', async () => {
    const uids = Array.from({ length: 30 }, (_, index) => index + 1)
    const reading = readFrom((command) => {
      if (command.startsWith('UID FETCH')) return [hangUp]
      return command.startsWith('UID SEARCH') ? [`* SEARCH ${uids.join(' ')}`, 'OK done'] : usual(command)
    })
    await expect(reading).rejects.toMatchObject({ kind: 'failed', hint: 'Nothing was written. Try again.' })
  })
})
