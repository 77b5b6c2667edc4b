import { isMailStart } from './mail.ts'

const firstProperty = /^(?:[\w-]+\.)?(?:VERSION|PROFILE|PRODID|UID|REV|KIND|FN|N)(?:;[^:\r\n]*)?:/i
/** A mail part in an encoding. */
const encoded = /^Content-Transfer-Encoding:[ \t]*(?:base64|quoted-printable)/im
/** A line that only a file of cards has. */
const cardProperty = /^(?:[\w-]+\.)?(?:VERSION:[234]\.\d|FN[;:]|END:VCARD)/im

/**
 * Whether a text with this start holds vCards: from its first line, or after the header of a mail. BEGIN may be
 * missing.
 */
export function areCards(start: string): boolean {
  if (/^(?:[\w-]+\.)?BEGIN[ \t]*:[ \t]*VCARD/i.test(start)) return true
  if (isMailStart(start)) {
    const [header = '', card] = start.split(/^BEGIN:VCARD/im, 2)
    return card !== undefined && !encoded.test(header)
  }
  return beginsWithProperty(start) && cardProperty.test(start)
}

/** Whether a text begins with a property that usually comes first, as in a card without BEGIN. */
export function beginsWithProperty(text: string): boolean {
  return firstProperty.test(text)
}
