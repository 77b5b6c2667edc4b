/** A rule that turns one spelling of a country's mobile numbers into another. */
type Respelling = readonly [from: RegExp, to: string]

/**
 * The alternative spellings of mobile numbers in E.164, in both directions. Mexico had a 1 and Argentina has a 9 before
 * numbers that are called from abroad; Brazil, Benin and the Ivory Coast made theirs longer; Vietnam changed their
 * prefixes.
 */
const respellings: readonly Respelling[] = [
  [/^\+52(?:1|01|044|045)(\d{10})$/, '+52$1'],
  [/^\+52(\d{10})$/, '+521$1'],
  [/^\+549(\d{10})$/, '+54$1'],
  [/^\+54([1-8]\d{9})$/, '+549$1'],
  [/^\+55(?<area>\d\d)9(?<rest>[6-9]\d{7})$/, '+55$<area>$<rest>'],
  [/^\+55(?<area>\d\d)(?<rest>[6-9]\d{7})$/, '+55$<area>9$<rest>'],
  [/^\+22901(\d{8})$/, '+229$1'],
  [/^\+229(\d{8})$/, '+22901$1'],
  [/^\+2250[157](\d{8})$/, '+225$1'],
  [/^\+225(\d[0-3]\d{6})$/, '+22501$1'],
  [/^\+225(\d[4-6]\d{6})$/, '+22505$1'],
  [/^\+225(\d[7-9]\d{6})$/, '+22507$1'],
  [/^\+843([2-9]\d{7})$/, '+8416$1'],
  [/^\+8416([2-9]\d{7})$/, '+843$1'],
]

/**
 * The other spelling of a number in E.164, by the rule of its country for mobile numbers; `null` if there is none. It
 * does not tell which of the two is in use now.
 *
 * @example otherSpelling('+5215512345678') // '+525512345678'
 */
export function otherSpelling(e164: string): string | null {
  for (const [from, to] of respellings) if (from.test(e164)) return e164.replace(from, to)
  return null
}

/** A number in E.164, and its other spelling if it has one. */
export function spellingsOf(e164: string): readonly string[] {
  const other = otherSpelling(e164)
  return other === null ? [e164] : [e164, other]
}

/**
 * A key shared by all spellings of a number in E.164 (R3): the shortest of them.
 *
 * @example numberKey('+5491123456789') // '+541123456789'
 */
export function numberKey(e164: string): string {
  const other = otherSpelling(e164)
  return other !== null && other.length < e164.length ? other : e164
}
