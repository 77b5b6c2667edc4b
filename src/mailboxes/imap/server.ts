import { usage } from '../../domain/errors.ts'

/** One way to reach a server. */
export type ImapEndpoint = {
  readonly host: string
  readonly port: number
  /** TLS from the first byte, STARTTLS that the server must offer, or STARTTLS if it is offered. */
  readonly tls: 'implicit' | 'required' | 'if offered'
}

/**
 * The endpoints for an address, best first: TLS from the first byte on port 993, STARTTLS on port 143 and all others.
 * Only a server on this machine may go without encryption.
 *
 * @throws FuError `usage` if it is not the address of an IMAP server
 * @example imapEndpoints('imaps://mail.hall.example')
 */
export function imapEndpoints(address: string): readonly [ImapEndpoint, ...ImapEndpoint[]] {
  const url = urlOf(address)
  if (url.password !== '') {
    throw usage(
      'The address of the mailbox contains a password.',
      'Leave it out, and name the command that prints it with --password-command.',
    )
  }
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const startTls = isLoopback(host) ? 'if offered' : 'required'
  const at = (port: number): ImapEndpoint => ({
    host,
    port,
    tls: url.protocol === 'imaps:' || port === implicitPort ? 'implicit' : startTls,
  })
  if (url.port !== '') return [at(Number(url.port))]
  return url.protocol === 'imaps:' ? [at(implicitPort)] : [at(implicitPort), at(startTlsPort)]
}

const implicitPort = 993
const startTlsPort = 143

function urlOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^imaps?:$/.test(url.protocol) || url.hostname === '') {
    throw usage(
      // An address that is not valid may contain a password.
      `${address.includes('@') ? 'That' : address} is not the address of an IMAP server.`,
      'Write imap://mail.hall.example, or imaps://mail.hall.example:993.',
    )
  }
  return url
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host)
}
