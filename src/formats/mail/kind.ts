import type { MailKind } from '../../domain/mail.ts'
import { field, type MailHeader } from './header.ts'

/**
 * The kind of a message by its header. Only fields that programs write for programs decide, never words: a subject says
 * "out of office" in any language, and in jest.
 */
export function kindOf(header: MailHeader): MailKind {
  const type = contentType(header)
  if (type.name === 'text/calendar') return calendarKind(type.parameter('method'))
  const report = type.parameter('report-type')
  if (report === 'disposition-notification') return 'read receipt'
  if (report === 'delivery-status' || isFromMailSystem(header)) return 'bounce'
  if (isAutomatic(header)) return 'automatic'
  if (field(header, 'return-path')?.replace(/\s/g, '') === '<>') return 'bounce'
  return isBulk(header) ? 'bulk' : 'personal'
}

function calendarKind(method: string): MailKind {
  // Whoever proposes another time waits for an answer too.
  return method === 'request' || method === 'counter' ? 'invitation' : 'calendar notice'
}

/** Bounces of mail systems that predate delivery reports, such as qmail, or write plain text, such as exim. */
function isFromMailSystem(header: MailHeader): boolean {
  return (
    header.has('x-failed-recipients') ||
    /(?:^|[<\s"])mailer-daemon(?:[@>\s"]|$)/i.test(field(header, 'from') ?? '')
  )
}

function isAutomatic(header: MailHeader): boolean {
  const submitted = words(header, 'auto-submitted')
  const reply = words(header, 'x-autoreply') ?? words(header, 'x-autorespond')
  return (
    (submitted !== null && submitted !== 'no') ||
    (reply !== null && reply !== 'no') ||
    /^auto[_-]reply$/.test(words(header, 'precedence') ?? '')
  )
}

function isBulk(header: MailHeader): boolean {
  return (
    header.has('list-id') ||
    header.has('list-unsubscribe') ||
    /^(?:bulk|list|junk)$/.test(words(header, 'precedence') ?? '')
  )
}

/** The value of a field in lower case, without comments and parameters; `null` if there is no such field. */
function words(header: MailHeader, name: string): string | null {
  return (
    field(header, name)
      ?.replace(/[(;].*$/s, '')
      .trim()
      .toLowerCase() ?? null
  )
}

/** The content type of a message and its parameters, all in lower case; a missing parameter is empty. */
function contentType(header: MailHeader): { name: string; parameter: (name: string) => string } {
  const value = (field(header, 'content-type') ?? '').toLowerCase()
  return {
    name: /^[^;\s(]*/.exec(value)?.[0] ?? '',
    parameter: (name) => {
      const [, quoted, plain = ''] =
        new RegExp(String.raw`;\s*${name}\s*=\s*(?:"([^"]*)"|([^\s;(]*))`).exec(value) ?? []
      return (quoted ?? plain).trim()
    },
  }
}
