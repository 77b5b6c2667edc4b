import { FuError, usage } from '../../domain/errors.ts'
import { plainAddress } from '../../domain/mail-address.ts'
import { quoted } from '../shell/quoted.ts'

/** The longest path, address or command, in characters. */
const longest = 1000

/** Whether a mailbox can be stored as typed. */
export function isMailBox(text: string): boolean {
  try {
    return readMailBox(text) === text.trim()
  } catch (error) {
    if (error instanceof FuError) return false
    throw error
  }
}

/**
 * Reads a mailbox as the diary stores it: an absolute path, or an address without a secret.
 *
 * @example readMailBox('imap://sue@mail.hall.example')
 * @throws FuError `usage`
 */
export function readMailBox(text: string): string {
  const typed = text.trim()
  if (/^imaps?:/i.test(typed)) {
    if (/^imaps?:\/\/[^/@]*:[^/]*@/i.test(typed)) {
      throw usage(
        'The diary does not store passwords.',
        'Write it as imap://sue@mail.hall.example, and set mail.password-command.',
      )
    }
    if (/^imaps?:\/\/[^/\s]+/i.test(typed) && isPlain(typed)) return typed
  } else if (/^(?:[/\\]|[a-z]:[/\\])/i.test(typed) && isPlain(typed)) return typed
  throw usage(
    `${quoted(text)} is not a mailbox.`,
    'Write the whole path, as in /home/sue/Maildir, or an address, as in imap://sue@mail.hall.example.',
  )
}

/**
 * Reads the user's own addresses, in lower case.
 *
 * @example readAddresses('Sue@hall.example, info@hall.example') // ['sue@hall.example', 'info@hall.example']
 * @throws FuError `usage`
 */
export function readAddresses(text: string): readonly string[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '')
  if (words.length === 1 && plainAddress(words[0] ?? '') === 'none') return []
  const wrong = words.find((word) => !/^[^@<>]+@[^@<>]+$/.test(word))
  if (words.length > 0 && wrong === undefined && isPlain(text)) return [...new Set(words.map(plainAddress))]
  throw usage(
    `${quoted(wrong ?? text)} is not an email address.`,
    'Write them as sue@hall.example info@hall.example.',
  )
}

/**
 * Reads a command that prints a secret.
 *
 * @throws FuError `usage`
 */
export function readSecretCommand(text: string): string {
  const typed = text.trim()
  if (typed !== '' && isPlain(typed)) return typed
  throw usage(
    `${quoted(text)} is not a command.`,
    'Write a command that prints the secret, as in pass show mail.',
  )
}

function isPlain(text: string): boolean {
  return text.length <= longest && !/[\p{Cc}\p{Cs}]/u.test(text)
}
