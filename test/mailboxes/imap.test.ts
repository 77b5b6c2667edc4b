import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { MailMessage, MailRow } from '../../src/domain/mail.ts'
import type { Secret } from '../../src/domain/mail-source.ts'
import type { ImapSource } from '../../src/mailboxes/source.ts'
import { aFolder } from '../support/diaries.ts'
import { giveToServer, hasDovecot, startDovecot, type Dovecot } from '../support/dovecot.ts'
import { mailIn, mailText, messagesOf, monday10, writeMaildir, type Written } from '../support/mailbox.ts'

/** A mailbox with some of everything. */
const everything: readonly Written[] = [
  { text: mailText('plain') },
  {
    text: mailText('crlf', 'To: =?utf-8?Q?S=C3=BCe?= <sue@hall.example>').replaceAll('\n', '\r\n'),
    flags: 'RS',
  },
  { text: mailText('flagged', 'In-Reply-To: your message <q@hall.example>'), flags: 'F' },
  { text: mailText('no id').replace(/^Message-ID.*\n/, '') },
  {
    text: mailText('no id, crlf')
      .replace(/^Message-ID.*\n/, '')
      .replaceAll('\n', '\r\n'),
  },
  { text: mailText('no body').replace(/\n\nHello\n$/, '\n') },
  {
    text: mailText('no body and id')
      .replace(/^Message-ID.*\n/, '')
      .replace(/\n\nHello\n$/, '\n\n'),
  },
  { text: Buffer.from(mailText('broken \xff\xe9'), 'latin1') },
  { text: mailText('future').replace('2026', '2037') },
  { text: mailText('later'), at: monday10 + 86_400 * 3 },
  { text: mailText('draft'), flags: 'D' },
  { text: mailText('deleted'), flags: 'T' },
  { text: mailText('in a folder'), folder: '.H&APY-fe' },
  { text: mailText('out', 'To: gary@lee.example', 'Bcc: sue+3wd@hall.example'), folder: '.Sent Items' },
]

describe.skipIf(!hasDovecot)('a mailbox on a server (needs dovecot and openssl)', () => {
  let server: Dovecot

  beforeAll(async () => {
    server = await startDovecot()
  })
  afterAll(async () => server.stop())
  beforeEach(() => {
    for (const name of fs.readdirSync(server.mail))
      fs.rmSync(path.join(server.mail, name), { recursive: true })
  })

  function fill(messages: readonly Written[]): void {
    writeMaildir(server.mail, messages)
    giveToServer(server.mail)
  }

  const source = (url: string, secret?: Partial<Secret>): ImapSource => ({
    kind: 'imap',
    url,
    user: 'sue',
    secret: { kind: 'password', command: server.passwordCommand, ...secret },
  })
  const overTls = (secret?: Partial<Secret>): ImapSource =>
    source(`imaps://localhost:${server.ports.imaps}`, secret)
  const read = async (from: ImapSource = overTls(), since = 0): Promise<MailRow[]> =>
    mailIn(from, { since, authorities: [server.authority] })

  /** Messages without their places, which differ from mailbox to mailbox, in one order. */
  const comparable = (rows: readonly MailRow[]): Omit<MailMessage, 'place'>[] => {
    expect(rows.filter((row) => 'unreadable' in row)).toEqual([])
    return messagesOf(rows)
      .map(({ place: _place, ...message }) => message)
      .toSorted((a, b) => (a.subject < b.subject ? -1 : 1))
  }

  it('has the same messages as a Maildir, and as mbox files', async () => {
    fill(everything)
    const expected = comparable(await mailIn(server.mail))
    expect(expected).toHaveLength(12)
    expect(comparable(await read())).toEqual(expected)
    const mboxes = aFolder()
    for (const [folder, file] of [
      ['', 'Inbox'],
      ['.H&APY-fe', 'H&APY-fe'],
      ['.Sent Items', 'Sent Items'],
    ] as const) {
      writeMbox(path.join(mboxes, file), path.join(server.mail, folder, 'cur'))
    }
    expect(comparable(await mailIn(mboxes))).toEqual(expected)
  })

  it.each([
    ['TLS and a password', () => overTls()],
    ['TLS and a token', () => overTls({ kind: 'token' })],
    ['STARTTLS and a password', () => source(`imap://localhost:${server.ports.imap}`)],
  ])('is read by %s', async (_how, from) => {
    fill([{ text: mailText('a') }])
    expect(await read(from())).toMatchObject([{ message: { place: 'INBOX 1', subject: 'a' } }])
  })

  it('has folder roles by the flags of the server, else by name', async () => {
    const folders = ['.Outgoing', '.Rubbish', '.Rubbish.old', '.Gesendet', '.Papierkorb', '.Roofs']
    fill(folders.map((folder) => ({ text: mailText(folder), folder })))
    expect(messagesOf(await read()).map(({ place, isSent }) => [place, isSent])).toEqual([
      ['Gesendet 1', true],
      ['Outgoing 1', true],
      ['Roofs 1', false],
    ])
  })

  it('is read since a moment', async () => {
    fill(everything)
    const subjects = messagesOf(await read(overTls(), monday10 + 86_400)).map(({ subject }) => subject)
    expect(subjects).toEqual(['later'])
  })

  it('is unchanged: no message is marked as seen, no file is renamed', async () => {
    fill([{ text: mailText('a') }, { text: mailText('b'), flags: 'R' }])
    fs.writeFileSync(path.join(server.mail, 'new', `${monday10}.M9P1.host`), mailText('c'))
    giveToServer(server.mail)
    const names = (): string[] =>
      ['cur', 'new'].flatMap((part) => fs.readdirSync(path.join(server.mail, part)))
    const before = names()
    expect(await read()).toHaveLength(3)
    expect(names()).toEqual(before)
  })

  it('reports unreadable messages with their folder and UID', async () => {
    fill([
      { text: mailText('a') },
      { text: `X-Long: ${'x'.repeat(1_000_000)}\n${mailText('long')}` },
      { text: mailText('of somebody else') },
      { text: mailText('b') },
    ])
    fs.chmodSync(path.join(server.mail, 'cur', `${monday10}.M2P1.host:2,`), 0)
    expect((await read()).map((row) => ('message' in row ? row.message.subject : row))).toEqual([
      'a',
      { place: 'INBOX 2', unreadable: 'its header is over 16 KiB' },
      { place: 'INBOX 3', unreadable: 'the server did not return its header' },
      'b',
    ])
  })

  it('has the same messages after its UIDs change', async () => {
    fill(everything)
    const before = comparable(await read())
    for (const name of fs.readdirSync(server.mail, { recursive: true, encoding: 'utf8' })) {
      if (path.basename(name).startsWith('dovecot')) fs.rmSync(path.join(server.mail, name))
    }
    expect(comparable(await read())).toEqual(before)
  })

  it.each([
    ['that an unknown authority signed', () => overTls(), [], 'it is signed by an unknown authority'],
    [
      'for another name',
      () => source(`imaps://127.0.0.1:${server.ports.imaps}`),
      null,
      'it is for another name',
    ],
    [
      'for another name after STARTTLS',
      () => source(`imap://127.0.0.1:${server.ports.imap}`),
      null,
      'it is for another name',
    ],
  ])('is not read with a certificate %s', async (_what, from, authorities, reason) => {
    await expect(mailIn(from(), { authorities: authorities ?? [server.authority] })).rejects.toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(
        new RegExp(String.raw`^The certificate of \S+ is not trusted: ${reason}\. Nothing was sent to it\.$`),
      ),
    })
  })

  it.each(['password', 'token'] as const)(
    'is not read with a wrong %s, which is tried once',
    async (kind) => {
      const before = server.log().length
      await expect(read(overTls({ kind, command: 'echo wrong-secret' }))).rejects.toMatchObject({
        kind: 'failed',
        message: 'Signing in failed: Authentication failed.',
        hint: 'Check the user name, and what the command for the secret prints.',
        cause: undefined,
      })
      // The server logs it when it has seen the connection end.
      await vi.waitUntil(() => server.log().slice(before).includes('auth failed'), { timeout: 60_000 })
      expect(
        server
          .log()
          .slice(before)
          .match(/auth failed, \d+ attempts/g),
      ).toEqual(['auth failed, 1 attempts'])
    },
  )

  it('is read without the secret in any process list', async () => {
    fill(everything)
    const seen: string[] = []
    const port = await between(server.ports.imap, { look: () => void seen.push(...processList()) })
    await read(source(`imap://localhost:${port}`))
    expect(seen.some((line) => line.includes('dovecot'))).toBe(true)
    expect(seen.filter((line) => line.includes(server.password))).toEqual([])
  })

  it.each([1000, 4000, 6000, 20_000])(
    'is an error if the connection is cut off after %i bytes',
    async (bytes) => {
      fill(
        Array.from({ length: 60 }, (_, index) => ({
          text: mailText(`a${index}`, `X-Long: ${'x'.repeat(500)}`),
        })),
      )
      const port = await between(server.ports.imap, { most: bytes })
      await expect(read(source(`imap://localhost:${port}`))).rejects.toMatchObject({ kind: 'failed' })
    },
  )
})

/** Writes the messages of a folder of a Maildir into an mbox file, as the programs do that deliver there. */
function writeMbox(file: string, folder: string): void {
  const messages = fs
    .readdirSync(folder)
    .filter((name) => !/[DT]$/.test(name))
    .toSorted()
    .map((name) => {
      const at = new Date(Number(name.split('.')[0]) * 1000).toUTCString()
      const [, day = '', date = '', month = '', year = '', time = ''] =
        /(\w+), (\d+) (\w+) (\d+) (\S+)/.exec(at) ?? []
      const status = `${name.includes('R') ? 'A' : ''}${name.includes('F') ? 'F' : ''}`
      const text = fs.readFileSync(path.join(folder, name), 'latin1').replaceAll('\r', '')
      return `From - ${day} ${month} ${date} ${time} ${year}\nX-Status: ${status}\n${text}\n`
    })
  fs.writeFileSync(file, messages.join(''), 'latin1')
}

/**
 * A port that leads to another one, what to do whenever the server has sent something, and the most bytes of it that come
 * through before the connection is cut off.
 */
async function between(
  port: number,
  { look = () => undefined, most = Number.POSITIVE_INFINITY }: { look?: () => void; most?: number },
): Promise<number> {
  const proxy = net.createServer((client) => {
    const server = net.connect(port, '127.0.0.1')
    let left = most
    server.on('data', (data: Buffer) => {
      look()
      if (data.length <= left) client.write(data)
      else {
        client.end(data.subarray(0, left))
        proxy.close()
      }
      left = Math.max(0, left - data.length)
    })
    client.on('data', (data) => server.write(data))
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      one.on('close', () => other.destroy())
      one.on('error', () => other.destroy())
    }
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => {
    proxy.close()
  })
  const address = proxy.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** The command lines of all processes. */
function processList(): string[] {
  return fs.readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/.test(name) ? [fs.readFileSync(`/proc/${name}/cmdline`, 'utf8')] : []
    } catch {
      // It has ended.
      return []
    }
  })
}
