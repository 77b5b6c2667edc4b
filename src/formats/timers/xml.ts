/**
 * Text inside an element of XML, in ASCII: it is read the same in every encoding. What XML 1.0 cannot hold becomes U+FFFD.
 */
export function xmlText(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}|[\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[^\x20-\x7e]|[&<>"]/gu, (character) => `&#${character.codePointAt(0) ?? 0};`)
}
