import { usage } from '../../domain/errors.ts'
import type { MailSource, Secret } from '../../domain/mail-source.ts'
import { quoted } from '../shell/quoted.ts'

/** The commands that print the secret of a mailbox; none are given for one on disk. */
export type SecretCommands = { readonly password: string | null; readonly token: string | null }

/**
 * A mailbox as it is typed: a path, or the address of one on a server.
 *
 * @example readMailSource('imap://sue@mail.hall.example', { password: 'pass show mail', token: null })
 * @throws FuError `usage` if the address has no user or a password in it, or there is not exactly one command
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
      'A password in an address is seen by every program.',
      'Leave it out, and name a command that prints it: --password-command "pass show mail".',
    )
  }
  const user = decoded(url.username)
  if (user === '') {
    throw usage(
      `${quoted(text)} says no user.`,
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
    'Nothing says how to sign in.',
    'Name a command that prints the password: --password-command "pass show mail", or fu config mail.password-command.',
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
