import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished, test, vi } from 'vitest'
import { aFolder } from '../support/diaries.ts'
import { mailIn, mailText, messagesOf, monday10, writeMaildir } from '../support/mailbox.ts'

const subjectsIn = async (root: string, since = 0): Promise<string[]> =>
  messagesOf(await mailIn(root, { since })).map(({ subject }) => subject)

const separator = 'From - Mon Nov 23 10:00:00 2026'

function mbox(...texts: readonly string[]): string {
  return texts.map((text) => `${separator}\n${text}\n`).join('')
}

function write(file: string, text: string): string {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
  return file
}

describe('a mailbox that was made to keep its reader busy', () => {
  it.each([
    ['messages that were deleted', (file: string) => fs.writeFileSync(`${file}:2,T`, mailText('a'))],
    ['links that lead nowhere', (file: string) => fs.symlinkSync('nowhere', file)],
    ['folders', (file: string) => fs.mkdirSync(file)],
  ])('is listed twice at most, however many %s it has', async (_what, put) => {
    const root = aFolder()
    writeMaildir(root, [{ text: mailText('last') }])
    for (let count = 0; count < 50; count += 1) put(path.join(root, 'cur', `1795428000.M${count}.host`))
    const list = vi.spyOn(fs, 'readdirSync')
    onTestFinished(() => list.mockRestore())
    expect(await subjectsIn(root)).toEqual(['last'])
    const listed = list.mock.calls.filter(([folder]) => folder === path.join(root, 'cur'))
    expect(listed.length).toBeLessThanOrEqual(2)
  })

  it('is read no further where a file is mostly holes', async () => {
    const root = aFolder()
    writeMaildir(root, [{ text: mailText('a') }])
    const [name = ''] = fs.readdirSync(path.join(root, 'cur'))
    fs.truncateSync(path.join(root, 'cur', name), 200_000_000)
    const file = write(path.join(aFolder(), 'box'), mbox(mailText('a')))
    fs.truncateSync(file, 200_000_000)
    expect(await mailIn(root)).toEqual([
      { place: 'INBOX 1795428000.M0P1.host', unreadable: 'its file is mostly holes' },
    ])
    expect(await mailIn(file)).toEqual([{ place: 'box', unreadable: 'its file is mostly holes' }])
  })

  it('has the body of one file counted once, under however many names it lies there', async () => {
    const root = aFolder()
    writeMaildir(root, [{ text: `From: gary@lee.example\nSubject: a\n\n${'x'.repeat(1_000_000)}` }])
    const [name = ''] = fs.readdirSync(path.join(root, 'cur'))
    for (let count = 0; count < 20; count += 1) {
      const file = path.join(root, 'cur', `1795428000.M${count}L.host`)
      if (count % 2 === 0) fs.linkSync(path.join(root, 'cur', name), file)
      else fs.symlinkSync(name, file)
    }
    const read = vi.spyOn(fs, 'readSync')
    onTestFinished(() => read.mockRestore())
    const ids = messagesOf(await mailIn(root)).map(({ id }) => id)
    expect([ids.length, new Set(ids).size]).toEqual([21, 1])
    expect(read.mock.calls.length).toBeLessThan(60)
  })
})

describe('the addresses of a field', () => {
  const ccOf = async (field: string) => {
    const root = aFolder()
    writeMaildir(root, [{ text: mailText('a', `Cc: ${field}`) }])
    const [message] = messagesOf(await mailIn(root))
    return message?.cc ?? []
  }

  it('are read up to the 600th', async () => {
    const many = Array.from({ length: 1500 }, (_, index) => `a${index}@b`).join(',')
    expect((await ccOf(many)).length).toBe(600)
  })

  it('are not sought in groups within one another: a colon is one of a name there', async () => {
    expect((await ccOf('a:b@c,'.repeat(100)))[0]).toEqual({ address: 'b@c', name: 'a' })
  })

  it('are those of a few groups', async () => {
    expect((await ccOf('Team: a@b, c@d;, Others: e@f;')).map(({ address }) => address)).toEqual([
      'a@b',
      'c@d',
      'e@f',
    ])
  })
})

describe('a Maildir', () => {
  it('has messages in cur and new, with their places and flags', async () => {
    const root = aFolder()
    writeMaildir(root, [{ text: mailText('a') }, { text: mailText('b'), flags: 'FRS' }])
    fs.writeFileSync(path.join(root, 'new', '1795428000.M9P1.host'), mailText('c'))
    fs.writeFileSync(path.join(root, 'tmp', '1795428000.M8P1.host'), mailText('unfinished'))
    expect(
      messagesOf(await mailIn(root)).map(({ place, subject, isAnswered, isFlagged, isSent }) => [
        place,
        subject,
        isAnswered,
        isFlagged,
        isSent,
      ]),
    ).toEqual([
      ['INBOX 1795428000.M0P1.host', 'a', false, false, false],
      ['INBOX 1795428000.M1P1.host', 'b', true, true, false],
      ['INBOX 1795428000.M9P1.host', 'c', false, false, false],
    ])
  })

  it('has folders beside cur: those of sent messages are known by name, and junk, trash and drafts are left out', async () => {
    const root = aFolder()
    const folders = [
      '.Archives.2026',
      '.Sent',
      '.Gesendete Objekte',
      '.INBOX.Envoy&AOk-s',
      '.Junk',
      '.Papierkorb.alt',
    ]
    writeMaildir(
      root,
      [...folders, '.Entw&APw-rfe', '.Unwanted guests', '.Sent to clients'].map((folder) => ({
        text: mailText(folder),
        folder,
      })),
    )
    const messages = messagesOf(await mailIn(root))
    expect(messages.map(({ place, isSent }) => [place.replace(/ \S*$/, ''), isSent])).toEqual([
      ['Archives/2026', false],
      ['Gesendete Objekte', true],
      ['INBOX/Envoyés', true],
      ['Sent', true],
      ['Sent to clients', false],
      ['Unwanted guests', false],
    ])
  })

  it('can have nested folders, as mbsync creates them', async () => {
    const root = aFolder()
    writeMaildir(path.join(root, 'work', 'INBOX'), [{ text: mailText('in') }])
    writeMaildir(path.join(root, 'work', 'Sent'), [{ text: mailText('out') }])
    const messages = messagesOf(await mailIn(root))
    expect(messages.map(({ place, isSent }) => [place, isSent])).toEqual([
      ['work/INBOX 1795428000.M0P1.host', false],
      ['work/Sent 1795428000.M0P1.host', true],
    ])
  })

  it.each([
    ['Sent', true],
    ['.Sent', true],
    ['Trash', false],
  ])('called %s is read if the user names it; as sent messages: %s', async (name, isSent) => {
    const root = path.join(aFolder(), name)
    writeMaildir(root, [{ text: mailText('a') }])
    expect(messagesOf(await mailIn(root))).toMatchObject([{ isSent }])
  })

  it('has no drafts and deleted messages', async () => {
    const root = aFolder()
    writeMaildir(root, [
      { text: mailText('draft'), flags: 'D' },
      { text: mailText('deleted'), flags: 'ST' },
      { text: mailText('kept'), flags: 'S' },
    ])
    expect(await subjectsIn(root)).toEqual(['kept'])
  })

  it('is read since a moment, by the time of a message', async () => {
    const root = aFolder()
    writeMaildir(root, [
      { text: mailText('old'), at: monday10 },
      { text: mailText('new').replace('23 Nov', '24 Nov').replace('Mon', 'Tue'), at: monday10 + 86_400 },
      {
        text: mailText('copied since', 'Received: from a by b; Mon, 23 Nov 2026 10:00:00 +0000'),
        at: monday10 + 90_000,
      },
    ])
    expect(await subjectsIn(root, monday10 + 80_000)).toEqual(['new'])
    expect(await subjectsIn(root, monday10 - 60)).toEqual(['old', 'new', 'copied since'])
  })

  it('reports unreadable messages with their place', async () => {
    const root = aFolder()
    writeMaildir(root, [
      { text: `X-Long: ${'x'.repeat(1_000_000)}\n${mailText('long')}` },
      { text: '' },
      { text: Buffer.from([0, 255, 254, 10, 0]) },
      { text: mailText('16 KiB', `X-Long: ${'x'.repeat(16_000)}`) },
      { text: mailText('a') },
    ])
    const rows = await mailIn(root)
    expect(rows.filter((row) => 'unreadable' in row)).toEqual([
      { place: 'INBOX 1795428000.M0P1.host', unreadable: 'its header is over 16 KiB' },
      { place: 'INBOX 1795428000.M1P1.host', unreadable: 'it has no message header' },
      { place: 'INBOX 1795428000.M2P1.host', unreadable: 'it has no message header' },
    ])
    expect(messagesOf(rows).map(({ subject }) => subject)).toEqual(['16 KiB', 'a'])
  })

  it('loses no message if another program changes it meanwhile', async () => {
    const root = aFolder()
    writeMaildir(root, [{ text: mailText('a') }, { text: mailText('b') }, { text: mailText('c') }])
    const { readMailbox } = await import('../../src/mailboxes/mailbox.ts')
    const found: string[] = []
    for await (const row of readMailbox({ authorities: [] }, { kind: 'path', path: root }, { since: 0 })) {
      if ('message' in row) found.push(`${row.message.subject} ${row.message.isAnswered}`)
      if (found.length > 1) continue
      // The second message is answered and the third is deleted while the first is looked at.
      fs.renameSync(
        path.join(root, 'cur/1795428000.M1P1.host:2,'),
        path.join(root, 'cur/1795428000.M1P1.host:2,RS'),
      )
      fs.rmSync(path.join(root, 'cur/1795428000.M2P1.host:2,'))
    }
    expect(found).toEqual(['a false', 'b true'])
  })

  it('is unchanged, byte for byte', async () => {
    const root = aFolder()
    writeMaildir(root, [{ text: mailText('a') }, { text: mailText('b'), folder: '.Sent' }])
    const state = (): unknown =>
      fs
        .readdirSync(root, { recursive: true, encoding: 'utf8' })
        .toSorted()
        .map((name) => [name, fs.statSync(path.join(root, name)).mtimeMs])
    const before = state()
    await mailIn(root)
    expect(state()).toEqual(before)
  })
})

describe('an mbox file', () => {
  it('has messages with the lines at which they begin', async () => {
    const file = write(path.join(aFolder(), 'archive'), mbox(mailText('a'), mailText('b')))
    expect(messagesOf(await mailIn(file)).map(({ place, subject }) => [place, subject])).toEqual([
      ['archive line 1', 'a'],
      ['archive line 9', 'b'],
    ])
  })

  it('is not read if it was not changed since', async () => {
    const file = write(path.join(aFolder(), 'archive'), mbox(mailText('a')))
    fs.utimesSync(file, monday10 - 100, monday10 - 100)
    expect(await subjectsIn(file, monday10 - 99)).toEqual([])
    expect(await subjectsIn(file, monday10 - 100)).toEqual(['a'])
  })
})

test('a folder of Thunderbird has mbox files, and .sbd folders with more of them', async () => {
  const root = path.join(aFolder(), 'Mail')
  const account = path.join(root, 'mail.hall.example')
  write(
    path.join(account, 'Inbox'),
    mbox(`X-Mozilla-Status: 0003\n${mailText('in')}`, `X-Mozilla-Status: 0009\n${mailText('gone')}`),
  )
  write(path.join(account, 'Inbox.msf'), '// <!-- <mdb:mork:z v="1.4"/> -->')
  write(path.join(account, 'Inbox.sbd', 'Roofs'), mbox(`X-Mozilla-Status: 0004\n${mailText('roof')}`))
  write(path.join(account, 'Sent-1'), mbox(mailText('out')))
  write(path.join(account, '[Gmail].sbd', 'Gesendet'), mbox(mailText('out too')))
  for (const name of ['Trash', 'Drafts', 'Templates', 'Unsent Messages', 'Junk']) {
    write(path.join(account, name), mbox(mailText(name)))
  }
  write(path.join(account, 'Trash.sbd', 'old'), mbox(mailText('old')))
  write(path.join(account, 'msgFilterRules.dat'), 'version="9"')
  write(path.join(account, 'Empty'), '')
  const messages = messagesOf(await mailIn(root))
  expect(
    messages.map(({ place, isSent, isAnswered, isFlagged }) => [place, isSent, isAnswered, isFlagged]),
  ).toEqual([
    ['mail.hall.example/Inbox line 1', false, true, false],
    ['mail.hall.example/Inbox/Roofs line 1', false, false, true],
    ['mail.hall.example/Sent-1 line 1', true, false, false],
    ['mail.hall.example/[Gmail]/Gesendet line 1', true, false, false],
  ])
})

test('a Maildir and an mbox file of the same messages are read the same', async () => {
  const texts = [
    mailText('a', 'In-Reply-To: your message <q@hall.example>', 'Auto-Submitted: auto-replied'),
    mailText('b').replace(/^Message-ID.*\n/, ''),
    mailText('c')
      .replace(/^Message-ID.*\n/, '')
      .replace('Hello', 'From here on:\nFrom \n'),
  ]
  const maildir = aFolder()
  writeMaildir(
    maildir,
    texts.map((text) => ({ text })),
  )
  const file = write(
    path.join(aFolder(), 'mbox'),
    mbox(...texts.map((text) => text.replace(/^From /gm, '>From '))),
  )
  const without = async (root: string): Promise<unknown[]> =>
    messagesOf(await mailIn(root)).map((message) => ({ ...message, place: null }))
  expect(await without(file)).toEqual(await without(maildir))
})

describe('there is no mailbox', () => {
  it.each([
    [
      'in a folder of other files',
      () => path.dirname(write(path.join(aFolder(), 'notes.txt'), 'From here'.slice(5))),
    ],
    ['in a file of something else', () => write(path.join(aFolder(), 'notes.txt'), 'Hello')],
    ['in an empty folder', () => aFolder()],
  ])('%s', async (_what, place) => {
    const root = place()
    await expect(mailIn(root)).rejects.toMatchObject({
      kind: 'failed',
      message: `There is no mailbox in ${root}.`,
      hint: 'Name a Maildir, an mbox file, or the folder Mail or ImapMail of Thunderbird.',
    })
  })

  it('at a path without a file', async () => {
    const root = path.join(aFolder(), 'none')
    await expect(mailIn(root)).rejects.toMatchObject({
      kind: 'failed',
      message: `There is no mailbox ${root}.`,
    })
  })
})
