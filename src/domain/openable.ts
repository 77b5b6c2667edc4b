declare const isChecked: unique symbol

/** An address that may be passed to the platform's opener: of a known scheme, in plain ASCII. */
export type Openable = string & { readonly [isChecked]: true }

/**
 * The allowed schemes, each with the form of its addresses. Others are refused: a link may come from somebody else's
 * card, and with `file:` or a program's scheme its author could run anything. A `mailto:` must not have fields, because
 * programs attach files by them.
 */
const forms: readonly RegExp[] = [
  /^tel:\+?\d[\d,*;=a-z%]*$/i,
  /^sms:\+?\d+$/,
  /^mailto:[\w.%!*'()~+-]+@[\w.%-]+$/,
  /^https?:\/\/[\w.%~:@[\]-]+(?:[/?#][\w.%~:@[\]!$&'()*+,;=/?#-]*)?$/i,
]

/**
 * An address that may be opened (R64); `null` for any other.
 *
 * @example openable('tel:+61412555019') // 'tel:+61412555019'
 * @example openable('file:///etc/passwd') // null
 */
export function openable(address: string): Openable | null {
  return forms.some((form) => form.test(address)) ? (address as Openable) : null
}
