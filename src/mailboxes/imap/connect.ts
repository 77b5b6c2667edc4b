import type { ImapFlow } from 'imapflow'
import type { MailboxParts, ImapSource } from '../source.ts'
import { secretFrom } from '../secret.ts'
import { connectError, isNotThere } from './errors.ts'
import { imapEndpoints, type ImapEndpoint } from './server.ts'

/** A connection to a server that the user is signed in on, where it leads, and how to make it once more. */
export type ImapConnection = {
  readonly client: ImapFlow
  readonly endpoint: ImapEndpoint
  readonly again: () => Promise<ImapFlow>
}

/** How long a server may take before its other port is tried, on its last port, and to answer a command; in milliseconds. */
const patience = { first: 10_000, last: 60_000, answer: 120_000 }

/** The most bytes of a header and of a line that are taken from a server. */
const most = { literal: 1_000_000, line: 50_000_000, response: 60_000_000 }

/**
 * Connects to a server and signs in, once.
 *
 * @throws FuError `failed` if the user cannot sign in, the certificate does not fit, or no server is there; `usage` if the
 * address is none
 */
export async function connectImap(parts: MailboxParts, source: ImapSource): Promise<ImapConnection> {
  const endpoints = imapEndpoints(source.url)
  const secret = await secretFrom(source.secret)
  for (const endpoint of endpoints) {
    const isLast = endpoint === endpoints.at(-1)
    const connect = async (): Promise<ImapFlow> => signedIn(parts, source, secret, endpoint, isLast)
    try {
      return { client: await connect(), endpoint, again: connect }
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
  // Loaded for a server alone: it is larger than all that reads files.
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

/** To name authorities takes those of Node away. */
async function trusted(authorities: readonly string[]): Promise<string[]> {
  const { rootCertificates } = await import('node:tls')
  return [...rootCertificates, ...authorities]
}
