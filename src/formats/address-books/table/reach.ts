import { isEmailAddress, isPhoneNumber } from '../../../parse/contact/phone.ts'
import type { Labelled } from './people.ts'
import type { Filled, Row } from './row.ts'

/** The numbers, with those that reach the person first. */
export function phonesIn(row: Row): Labelled[] {
  return row
    .cells('phone')
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .flatMap((cell) => valuesOf(cell, /[\r\n]+|:::/, isPhoneNumber))
}

/** Labels of numbers, the last choice first: "work fax" is a fax. */
const lastFirst = 'assistant|fax|pager|TTY|ISDN|radio|callback|other|car|company|home|work'.split('|')

function rankOf({ column: { label } }: Filled): number {
  if (label === 'primary') return -1
  const place = lastFirst.findIndex((word) => label.includes(word) && !label.includes('mobile'))
  return place < 0 ? 0 : lastFirst.length - place
}

/** The email addresses; one cell may hold several. */
export function emailsIn(row: Row): Labelled[] {
  return row.cells('email').flatMap((cell) => valuesOf(cell, /[,;\r\n]+|:::/, isEmailAddress))
}

/**
 * Splits a cell with several values, each with the label of its column; if one part is invalid, the cell stays whole.
 */
function valuesOf(
  { column, value }: Filled,
  between: RegExp,
  isRight: (text: string) => boolean,
): Labelled[] {
  const { label } = column
  if (!between.test(value)) return [{ label, value }]
  const parts = value
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.every(isRight) ? parts.map((part) => ({ label, value: part })) : [{ label, value }]
}
