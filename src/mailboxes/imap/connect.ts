import type { ImapFlow } from 'imapflow'
import type { MailboxParts, ImapSource } from '../source.ts'
import { secretFrom } from '../secret.ts'
import { connectError, isNotThere } from './errors.ts'
import { imapEndpoints, type ImapEndpoint } from './server.ts'

/** A signed-in connection to a server, its endpoint, and a function that connects again. */
export type ImapConnection = {
  readonly client: ImapFlow
  readonly endpoint: ImapEndpoint
  /** What the user signed in with: it must be in no error. */
  readonly secret: string
  readonly again: () => Promise<ImapFlow>
}

/** Timeouts in milliseconds: before the next port is tried, on the last port, and for the answer to a command. */
const patience = { first: 10_000, last: 60_000, answer: 120_000 }

/** The longest literal, line and response that are accepted from a server, in bytes. */
const most = { literal: 1_000_000, line: 50_000_000, response: 60_000_000 }

/**
 * Connects to a server and signs in, once.
 *
 * @throws FuError `failed` if signing in fails, the certificate is not valid, or no server answers; `usage` if the
 * address is not valid
 */
export async function connectImap(parts: MailboxParts, source: ImapSource): Promise<ImapConnection> {
  const endpoints = imapEndpoints(source.url)
  const secret = await secretFrom(source.secret)
  for (const endpoint of endpoints) {
    const isLast = endpoint === endpoints.at(-1)
    const connect = async (): Promise<ImapFlow> => signedIn(parts, source, secret, endpoint, isLast)
    try {
      return { client: await connect(), endpoint, secret, again: connect }
    } catch (error) {
      if (isLast || !isNotThere(error)) throw connectError(error, endpoint, secret)
    }
  }
  throw connectError(null, endpoints[0], secret)
}

async function signedIn(
  { authorities }: MailboxParts,
  { user, secret: { kind } }: ImapSource,
  secret: string,
  { host, port, tls }: ImapEndpoint,
  isLast: boolean,
): Promise<ImapFlow> {
  // Imported only for a server: it is larger than the whole code that reads files.
  const { ImapFlow } = await import('imapflow')
  const client = new ImapFlow({
    host,
    port,
    secure: tls === 'implicit',
    ...(tls === 'required' ? { doSTARTTLS: true } : {}),
    auth: { user, ...(kind === 'token' ? { accessToken: secret } : { pass: secret }) },
    tls: {
      rejectUnauthorized: true,
      ...(authorities.length === 0 ? {} : { ca: await trusted(authorities) }),
    },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: isLast ? patience.last : patience.first,
    socketTimeout: patience.answer,
    maxLiteralSize: most.literal,
    maxLineLength: most.line,
    maxResponseSize: most.response,
  })
  // The command that is under way fails with the same error.
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    client.close()
    throw error
  }
  return client
}

/** Authorities that are passed to TLS replace those of Node, so Node's are added. */
async function trusted(authorities: readonly string[]): Promise<string[]> {
  const { rootCertificates } = await import('node:tls')
  return [...rootCertificates, ...authorities]
}
