import type { LinkKind } from '../../../domain/contact-details.ts'
import type { Labelled } from './people.ts'
import type { Row } from './row.ts'

/** Sites whose pages are personal profiles, with their names. */
const networks: readonly (readonly [host: RegExp, name: string])[] = [
  [/^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\//i, 'LinkedIn'],
  [/^(?:https?:\/\/)?(?:www\.)?xing\.com\//i, 'Xing'],
  [/^(?:https?:\/\/)?(?:[a-z]{1,3}\.)?facebook\.com\//i, 'Facebook'],
  [/^(?:https?:\/\/)?(?:www\.)?instagram\.com\//i, 'Instagram'],
  [/^(?:https?:\/\/)?(?:www\.)?(?:twitter|x)\.com\//i, 'Twitter'],
]

/** The pages, profiles and chat names of a row. A value that cannot be a web address becomes an extra field. */
export function linksIn(row: Row): (Labelled & { readonly kind: LinkKind })[] {
  const links = row.cells('link', 'profile', 'chat').map((cell) => {
    const { field, label } = cell.column
    if (field !== 'link') return { label, value: cell.value, kind: field as LinkKind }
    if (!/[.:]/.test(cell.value) && !cell.column.isMapped) {
      row.keep(cell)
      return null
    }
    const network = label === '' ? networks.find(([host]) => host.test(cell.value.trim())) : undefined
    return {
      label: network?.[1] ?? label,
      value: cell.value,
      kind: network === undefined ? 'page' : 'profile',
    } as const
  })
  return links.filter((link) => link !== null)
}

/** The text, or `''` if the other text contains all its words: "Lee, Gary" in "Gary Lee". */
export function unlessSaid(text: string, other: string): string {
  const words = new Set(other.split(/[\s,]+/))
  return text.split(/[\s,]+/).every((word) => word === '' || words.has(word)) ? '' : text
}
