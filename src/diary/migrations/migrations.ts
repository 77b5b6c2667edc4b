import { sql as diary } from './0001-diary.ts'
import { sql as blocked } from './0002-blocked.ts'
import { sql as indexes } from './0003-indexes.ts'
import { sql as facts } from './0004-facts.ts'
import { sql as contactDetails } from './0005-contact-details.ts'
import { sql as yearlyKeys } from './0006-yearly-keys.ts'
import { sql as repeat } from './0007-repeat.ts'
import { sql as formerNames } from './0008-former-names.ts'
import { sql as copies } from './copies.ts'

/** The schema migrations: the first one makes version 1. Released ones never change. Row migrations are in fills.ts. */
export const migrations: readonly string[] = [
  diary,
  blocked,
  indexes,
  `${facts}${copies}`,
  contactDetails,
  yearlyKeys,
  repeat,
  formerNames,
]
