/**
 * Escapes text for an XML element, in ASCII, so that it is read the same in every encoding. Characters that XML 1.0
 * forbids become U+FFFD.
 */
export function xmlText(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[^\x20-\x7e]|[&<>"]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`)
}
