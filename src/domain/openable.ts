declare const isChecked: unique symbol

/** An address that may be handed to the platform's opener: of a known scheme, and of nothing but plain ASCII. */
export type Openable = string & { readonly [isChecked]: true }

/**
 * The schemes that are opened, each with what may stand behind it. Others are not: a link may come from somebody else's
 * card, and `file:` or the scheme of a program would run what its writer chose. A `mailto:` has no fields, since programs
 * attach files by them.
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
