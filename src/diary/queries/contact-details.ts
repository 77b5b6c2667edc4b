import type { CellValue } from '../../domain/change.ts'
import { emptyDetails, type ContactDetails } from '../../domain/contact-details.ts'
import { partialDateText } from '../../domain/partial-date.ts'
import { columns } from '../values/columns.ts'
import { parsed, text } from '../values/rules.ts'

const { contacts: rules } = columns

/** The columns of the details, in reading order. */
const names = [
  'title',
  'department',
  'name_prefix',
  'given_name',
  'middle_name',
  'family_name',
  'name_suffix',
  'birthday',
  'anniversaries',
  'links',
  'extra',
] as const

const selected = names.map((name) => `c.${name}`).join(', ')

/** The details of a contact `c` as one column: JSON, or NULL for the many contacts without details. */
export const selectDetails = `CASE WHEN coalesce(${selected}) IS NOT NULL THEN json_array(${selected}) END`

/** Reads the details selected by `selectDetails`. */
export function detailsIn(stored: unknown): ContactDetails {
  if (stored === null) return nothing
  const values = parsed(text(stored)) as readonly unknown[]
  const [title, department, prefix, given, middle, family, suffix, birthday, anniversaries, links, extra] =
    values
  return {
    title: rules.title(title),
    department: rules.department(department),
    nameParts: {
      prefix: rules.name_prefix(prefix),
      given: rules.given_name(given),
      middle: rules.middle_name(middle),
      family: rules.family_name(family),
      suffix: rules.name_suffix(suffix),
    },
    birthday: rules.birthday(birthday),
    anniversaries: rules.anniversaries(anniversaries) ?? [],
    links: rules.links(links) ?? [],
    extra: rules.extra(extra) ?? [],
  }
}

const nothing = emptyDetails()

/** The columns of the details of a contact. */
export function detailColumns(details: ContactDetails): Record<string, CellValue> {
  const { nameParts, birthday, anniversaries, links, extra } = details
  return {
    title: details.title,
    department: details.department,
    name_prefix: nameParts.prefix,
    given_name: nameParts.given,
    middle_name: nameParts.middle,
    family_name: nameParts.family,
    name_suffix: nameParts.suffix,
    birthday: birthday === null ? null : partialDateText(birthday),
    anniversaries: listColumn(anniversaries.map(({ label, date }) => ({ label, date }))),
    links: listColumn(links.map(({ label, value, kind }) => ({ label, value, kind }))),
    extra: listColumn(extra.map(({ name, group, params, value }) => ({ name, group, params, value }))),
  }
}

function listColumn(list: readonly object[]): string | null {
  return list.length === 0 ? null : JSON.stringify(list)
}
