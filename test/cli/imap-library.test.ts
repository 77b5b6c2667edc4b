import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type * as Library from 'imapflow'
import { describe, expect, it } from 'vitest'
import { giveToServer, hasDovecot, startDovecot } from '../support/dovecot.ts'
import { mailText, writeMaildir } from '../support/mailbox.ts'

const dist = path.join(import.meta.dirname, '../../dist')

describe('the IMAP library that is built', () => {
  it.skipIf(!hasDovecot)(
    'reads folders of any name without the packages that were left out (needs dovecot)',
    async () => {
      const { ImapFlow } = createRequire(import.meta.url)(path.join(dist, 'imapflow.cjs')) as typeof Library
      const server = await startDovecot()
      try {
        writeMaildir(server.mail, [
          { text: mailText('a') },
          { text: mailText('b'), folder: '.H&APY-fe &- Scheunen' },
        ])
        giveToServer(server.mail)
        const client = new ImapFlow({
          host: 'localhost',
          port: server.ports.imaps,
          secure: true,
          auth: { user: 'sue', pass: server.password },
          tls: { ca: server.authority },
          logger: false,
        })
        await client.connect()
        const paths = (await client.list()).map((folder) => folder.path)
        expect(paths.toSorted()).toEqual(['Höfe & Scheunen', 'INBOX'])
        for (const [name, subject] of [
          ['INBOX', 'a'],
          ['Höfe & Scheunen', 'b'],
        ] as const) {
          await client.mailboxOpen(name, { readOnly: true })
          const message = await client.fetchOne('1', { headers: true })
          expect(message === false ? '' : String(message.headers)).toContain(`Subject: ${subject}`)
        }
        await client.logout()
      } finally {
        await server.stop()
      }
    },
  )

  it('is in no bundle: a command without a mail server does not load it', () => {
    for (const name of ['help', 'everyday', 'fu']) {
      expect(fs.readFileSync(path.join(dist, `${name}.cjs`), 'utf8')).not.toContain('COMPRESS=DEFLATE')
    }
    expect(fs.readFileSync(path.join(dist, 'imapflow.cjs'), 'utf8')).toContain('COMPRESS=DEFLATE')
  })

  it('and the reader of mail are not in the bundle of everyday commands', () => {
    const everyday = fs.readFileSync(path.join(dist, 'everyday.cjs'), 'utf8')
    expect(everyday).not.toMatch(/imapflow\.cjs|in-reply-to|list-unsubscribe/)
  })
})
