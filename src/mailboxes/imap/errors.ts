import { failed, type FuError } from '../../domain/errors.ts'
import { codeOf, reasonOf } from '../../files/system-error.ts'
import type { ImapEndpoint } from './server.ts'

/** Whether no server answered on a port, so that another port may be tried. */
export function isNotThere(error: unknown): boolean {
  return ['ECONNREFUSED', 'CONNECT_TIMEOUT', 'ETIMEDOUT'].includes(codeOf(error))
}

/** Whether the server refused a command; the connection stays open. */
export function isRefusal(error: unknown): boolean {
  return property(error, 'responseStatus') === 'NO' || property(error, 'responseStatus') === 'BAD'
}

/** Describes an error while connecting and signing in. The secret is removed, even if the server repeats it. */
export function connectError(error: unknown, { host, port }: ImapEndpoint, secret: string): FuError {
  const code = codeOf(error)
  if (property(error, 'authenticationFailed') === true) {
    const answer = property(error, 'responseText')
    const reason = typeof answer === 'string' && answer !== '' ? answer : 'the server refused it'
    return failed(
      `Signing in failed: ${reason.replaceAll(secret, '…').replace(/\.$/, '')}.`,
      'Check the user name, and what the command for the secret prints.',
    )
  }
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return failed(`The server ${host} was not found.`, 'Check the name, and your network connection.')
  }
  if (isNotThere(error)) {
    return failed(
      `No server answers at ${host}, port ${port}.`,
      'Check the name and the port: imap://mail.hall.example:993.',
    )
  }
  const unfit = certificateFault(code)
  if (unfit !== null) {
    return failed(
      `The certificate of ${host} is not trusted: ${unfit}. Nothing was sent to it.`,
      'If it is yours, name the file of its authority in the environment variable NODE_EXTRA_CA_CERTS.',
    )
  }
  if (/STARTTLS/i.test(messageOf(error)) && code !== 'STARTTLS_INJECTION') {
    return failed(
      `${host} offers no encryption on port ${port}. Nothing was sent to it.`,
      `Try imaps://${host}.`,
    )
  }
  return failed(`${host} cannot be read: ${sentenceEnd(error, secret)}.`, 'Try again later.')
}

/** The server sent much that was not asked for, and might never end. */
export function floodError({ host }: ImapEndpoint): FuError {
  return failed(
    `${host} sends endless data that was not asked for.`,
    'Nothing was written. Check the name of the server.',
  )
}

/** Describes an error while reading, without the secret, even if the server repeats it. */
export function readError(
  error: unknown,
  { endpoint: { host }, secret }: { readonly endpoint: ImapEndpoint; readonly secret: string },
): FuError {
  return failed(
    `The connection to ${host} was cut off before the mailbox was read to its end: ${sentenceEnd(error, secret)}.`,
    'Nothing was written. Try again.',
  )
}

const certificateFaults: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: 'it has expired',
  CERT_NOT_YET_VALID: 'it is not valid yet',
  CERT_REVOKED: 'it was revoked',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it is self-signed',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it is for another name',
  SELF_SIGNED_CERT_IN_CHAIN: 'it is signed by an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT: 'it is signed by an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'it is signed by an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'it is signed by an unknown authority',
}

function certificateFault(code: string): string | null {
  return certificateFaults[code] ?? (/CERT|CRL/.test(code) ? code : null)
}

function sentenceEnd(error: unknown, secret: string): string {
  const text = property(error, 'responseText')
  const reason = typeof text === 'string' && text !== '' ? text : reasonOf(error)
  return (secret === '' ? reason : reason.replaceAll(secret, '…')).replace(/\.$/, '')
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : ''
}

function property(error: unknown, name: string): unknown {
  return error instanceof Error ? Reflect.get(error, name) : undefined
}
