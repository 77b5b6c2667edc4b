import { addressParser, decodeWords } from 'postal-mime'
import type { MailAddress } from '../../domain/mail.ts'
import { withWindowsSigns } from '../text/decode.ts'

/** The text of a header field on one line, with its encoded words decoded. */
export function headerText(value: string): string {
  return oneLine(decodeWords(value))
}

/** The most addresses of a field that are read: fewer of ordinary length fit into a header. */
const mostAddresses = 600

/** The most colons of a field that may begin groups: the parser reads each group in a group once more. */
const mostGroups = 30

/**
 * The addresses of these fields, those of groups too; what has no address is left out, and so is what follows the 600th
 * comma of a field.
 */
export function mailAddresses(values: readonly string[]): MailAddress[] {
  return values.flatMap((value) =>
    addressParser(parsable(value), { flatten: true }).flatMap(({ address = '', name }) => {
      const written = oneLine(address).replace(/\s+/g, '')
      const shown = oneLine(name)
      return written === '' ? [] : [{ address: written, name: shown === '' ? null : shown }]
    }),
  )
}

function parsable(value: string): string {
  const begun = value.split(',', mostAddresses).join(',')
  return begun.split(':').length > mostGroups + 1 ? begun.replaceAll(':', ' ') : begun
}

/**
 * The ids in these fields, without duplicates: the text between "<" and ">", even among words. A single id without
 * brackets gets them.
 *
 * @example messageIds(['Message of Sue <a1@hall.example> from Monday']) // ['<a1@hall.example>']
 */
export function messageIds(values: readonly string[]): string[] {
  const ids = values.flatMap((value) => {
    // Some programs fold a line within an id.
    const found = (value.match(/<[^<>]+>/g) ?? []).map((id) => id.replace(/\s+/g, ''))
    if (found.length > 0 || !/^[^\s<>]+$/.test(value)) return found
    return [`<${value}>`]
  })
  return [...new Set(ids)].filter((id) => id !== '<>')
}

/** NUL and lone surrogates, which encoded words may contain. */
const noText = /[\0\ud800-\udfff]/gu

function oneLine(text: string): string {
  return withWindowsSigns(text)
    .replace(noText, '\ufffd')
    .replace(/[\t\r\n\v\f\u2028\u2029]+/g, ' ')
    .trim()
}
