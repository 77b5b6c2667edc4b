import { usage } from '../../domain/errors.ts'
import type { MailSource, Secret } from '../../domain/mail-source.ts'
import { quoted } from '../shell/quoted.ts'

/** The commands that print the secret of a mailbox; a mailbox on disk has none. */
export type SecretCommands = { readonly password: string | null; readonly token: string | null }

/**
 * Reads a mailbox as typed: a path, or the address of a mailbox on a server.
 *
 * @example readMailSource('imap://sue@mail.hall.example', { password: 'pass show mail', token: null })
 * @throws FuError `usage` if the address has no user or contains a password, or if there is not exactly one command
 */
export function readMailSource(text: string, commands: SecretCommands): MailSource {
  if (!/^imaps?:/i.test(text)) return { kind: 'path', path: text }
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || url.hostname === '') {
    throw usage(
      `${quoted(text)} is not the address of a mailbox.`,
      'Write it as imap://sue@mail.hall.example.',
    )
  }
  if (url.password !== '') {
    throw usage(
      'Every program can see a password in an address.',
      'Leave it out, and name a command that prints it: --password-command "pass show mail".',
    )
  }
  const user = decoded(url.username)
  if (user === '') {
    throw usage(
      `${quoted(text)} has no user name.`,
      `Write it as imap://sue@${url.host}; an "@" in the name is %40.`,
    )
  }
  return { kind: 'imap', url: text, user, secret: secretOf(commands) }
}

function secretOf({ password, token }: SecretCommands): Secret {
  if (password !== null && token !== null) {
    throw usage(
      'A mailbox has a password or a token, not both.',
      'Leave one out of --password-command and --token-command.',
    )
  }
  if (password !== null) return { kind: 'password', command: password }
  if (token !== null) return { kind: 'token', command: token }
  throw usage(
    'No command is set that prints the password.',
    'Name one: --password-command "pass show mail", or fu config mail.password-command.',
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
