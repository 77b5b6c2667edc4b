import { once } from 'node:events'
import net from 'node:net'
import { onTestFinished } from 'vitest'

/** What a server answers a command with: its lines; the last one is given the tag of the command. */
export type Answer = (command: string) => readonly string[]

/** The last line of an answer after which the server hangs up; and after which it is gone for good. */
export const hangUp = 'hang up'
export const goAway = 'go away'

/**
 * An IMAP server on this machine that answers as a script says, without TLS; gives its port. Where the script has no
 * lines for a command, it is done.
 */
export async function scriptedImap(answer: Answer): Promise<number> {
  const server = net.createServer((socket) => {
    let rest = ''
    socket.on('error', () => undefined)
    socket.write('* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready\r\n')
    socket.setEncoding('latin1').on('data', (text: string) => {
      const lines = (rest + text).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const [, tag = '', command = ''] = /^(\S+) (.*)$/.exec(line) ?? []
        const answered = answer(command)
        const last = answered.at(-1) ?? 'OK done'
        if (last === goAway) server.close()
        if (last === hangUp || last === goAway) socket.end(answered.slice(0, -1).join('\r\n'))
        else socket.write([...answered.slice(0, -1), `${tag} ${last}`, ''].join('\r\n'))
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}
