import * as v from 'valibot'
import type { Address } from '../../domain/contact.ts'
import { linkKinds, type Anniversary } from '../../domain/contact-details.ts'
import { emptyNameParts } from '../../domain/name-parts.ts'
import { longestExtra } from '../../domain/import-limits.ts'
import { partialDate, type PartialDate } from '../../domain/partial-date.ts'
import { filledLine, line, list, maybeLine, textUpTo } from './text-schema.ts'

const label = maybeLine
const dateFields = { year: v.nullish(v.number(), null), month: v.number(), day: v.number() }
const dateObject = v.object(dateFields)
type DateFields = v.InferOutput<typeof dateObject>

/** Reads the date in some fields, and builds a value from the date and the fields. */
const dated = <Fields extends DateFields, Read>(make: (date: PartialDate, fields: Fields) => Read) =>
  v.rawTransform<Fields, Read>(({ dataset: { value }, addIssue, NEVER }) => {
    const date = partialDate(value.year, value.month, value.day)
    if (date !== null) return make(date, value)
    addIssue({ message: 'is not a date such as {"year": null, "month": 4, "day": 15}' })
    return NEVER
  })
const birthday = v.pipe(
  dateObject,
  dated((date) => date),
)
const anniversary = v.pipe(
  v.object({ label, ...dateFields }),
  dated((date, fields: DateFields & { readonly label: string | null }): Anniversary => ({
    label: fields.label,
    date,
  })),
)
const paramName = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/, 'is not a parameter name'))
const params = v.record(paramName, list(line))

/** The parameters of a number or an address; most have none. */
export const cardParams = v.optional(params, {})

const extraField = v.object({
  name: filledLine,
  group: v.nullish(v.pipe(v.string(), v.regex(/^[\w-]{1,200}$/, 'is not a group name')), null),
  params: cardParams,
  value: textUpTo(longestExtra),
})

/** Fields added in version 5; older documents do not have them. */
export const contactDetails = {
  title: maybeLine,
  department: maybeLine,
  nameParts: v.optional(
    v.object({
      prefix: maybeLine,
      given: maybeLine,
      middle: maybeLine,
      family: maybeLine,
      suffix: maybeLine,
    }),
    emptyNameParts,
  ),
  birthday: v.nullish(birthday, null),
  anniversaries: list(anniversary),
  links: list(v.object({ label, value: filledLine, kind: v.nullish(v.picklist(linkKinds), 'page') })),
  extra: list(extraField),
}

const part = v.optional(line, '')
const addressParts = v.object({
  box: part,
  extended: part,
  street: part,
  town: part,
  region: part,
  code: part,
  country: part,
})

/** A postal address; older documents do not have its parts. */
export const address = v.pipe(
  v.object({ label, text: filledLine, parts: v.nullish(addressParts, null) }),
  v.transform(({ parts, ...printed }): Address => (parts === null ? printed : { ...printed, parts })),
)
