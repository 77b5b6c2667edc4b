import { isMailStart } from './mail.ts'

const firstProperty = /^(?:[\w-]+\.)?(?:VERSION|PROFILE|PRODID|UID|REV|KIND|FN|N)(?:;[^:\r\n]*)?:/i
/** A part of a mail that is not there as it was written. */
const encoded = /^Content-Transfer-Encoding:[ \t]*(?:base64|quoted-printable)/im
/** A line that no other file than one of cards has. */
const cardProperty = /^(?:[\w-]+\.)?(?:VERSION:[234]\.\d|FN[;:]|END:VCARD)/im

/** Whether a text that begins so is vCards: from the first line on, or behind the header of a mail; BEGIN may be missing. */
export function areCards(start: string): boolean {
  if (/^(?:[\w-]+\.)?BEGIN[ \t]*:[ \t]*VCARD/i.test(start)) return true
  if (isMailStart(start)) {
    const [header = '', card] = start.split(/^BEGIN:VCARD/im, 2)
    return card !== undefined && !encoded.test(header)
  }
  return beginsWithProperty(start) && cardProperty.test(start)
}

/** Whether a text begins with a property that a card begins with, where its BEGIN was left out. */
export function beginsWithProperty(text: string): boolean {
  return firstProperty.test(text)
}
