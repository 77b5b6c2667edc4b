import { addressParser, decodeWords } from 'postal-mime'
import type { MailAddress } from '../../domain/mail.ts'
import { withWindowsSigns } from '../text/decode.ts'

/** A text of a header on one line, with its encoded words decoded. */
export function headerText(value: string): string {
  return oneLine(decodeWords(value))
}

/** The addresses of these fields, those of groups too; what has no address is left out. */
export function mailAddresses(values: readonly string[]): MailAddress[] {
  return values.flatMap((value) =>
    addressParser(value, { flatten: true }).flatMap(({ address = '', name }) => {
      const written = oneLine(address).replace(/\s+/g, '')
      const shown = oneLine(name)
      return written === '' ? [] : [{ address: written, name: shown === '' ? null : shown }]
    }),
  )
}

/**
 * The ids in these fields, each once: what stands between "<" and ">", also among words. One that stands alone without
 * them is given them.
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

/** NUL and halves of characters, which encoded words may hold. */
const noText = /[\0\ud800-\udfff]/gu

function oneLine(text: string): string {
  return withWindowsSigns(text)
    .replace(noText, '\ufffd')
    .replace(/[\t\r\n\v\f\u2028\u2029]+/g, ' ')
    .trim()
}
