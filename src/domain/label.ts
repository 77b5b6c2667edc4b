/** Common labels, which are stored in lower case however they are written. */
const common = new Set('home work mobile cell fax pager main car other profile homepage'.split(' '))

/**
 * A label in its stored form, on one line; `null` for an empty one.
 *
 * @example labelText(' Work Fax ') // 'work fax'
 * @example labelText("Ann's Desk") // "Ann's Desk"
 */
export function labelText(text: string): string | null {
  const label = text.trim().replace(/\s+/gu, ' ')
  const lower = label.toLowerCase()
  if (label === '') return null
  return lower.split(' ').every((word) => common.has(word)) ? lower : label
}
