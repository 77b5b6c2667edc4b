import * as v from 'valibot'
import { longestLine, longestText, mostPerContact } from '../../domain/import-limits.ts'
import { isStorable } from '../../domain/text.ts'

/** Text that can be stored: no NUL, no lone surrogates. */
export const textUpTo = (limit: number) =>
  v.pipe(
    v.string(),
    v.maxLength(limit, `is longer than ${limit} characters`),
    v.check(isStorable, 'contains characters that are not text'),
  )
export const text = textUpTo(longestText)
export const line = textUpTo(longestLine)
export const filled = v.pipe(
  text,
  v.check((value) => value.trim() !== '', 'cannot be empty'),
)
export const filledLine = v.pipe(
  line,
  v.check((value) => value.trim() !== '', 'cannot be empty'),
)
export const maybe = v.nullish(text, null)
export const maybeLine = v.nullish(line, null)
/** A list whose length is checked before its items. */
export const listUpTo = <Item extends v.GenericSchema>(limit: number, item: Item) =>
  v.pipe(v.array(v.unknown()), v.maxLength(limit, `has more than ${limit} of them`), v.array(item))
export const list = <Item extends v.GenericSchema>(item: Item) =>
  v.optional(listUpTo(mostPerContact, item), [])
