import type { Channel, Contact, ContactKind } from '../../domain/contact.ts'
import type { PageContact } from '../../domain/page.ts'
import { doNotContactIn, listIn } from './contacts.ts'

/**
 * A row that begins with a contact as far as a page needs them. What few of them have stands in one column, as JSON: a
 * list of more than 17 is made anew as it grows, and a page has one for every line.
 */
export type PageContactRow = readonly [
  id: number,
  name: string,
  company: string | null,
  kind: ContactKind | null,
  phones: string,
  emails: string,
  addresses: string,
  seldom: string | null,
]

/** What few contacts have. */
type Seldom = readonly [
  channel: Channel | null,
  timeZone: string | null,
  bestTime: string | null,
  doNotContact: string | null,
]

/** The columns of such a row; `c` is the contact. */
export const pageContactColumns = `c.id, c.name, c.company, c.kind, c.phones, c.emails, c.addresses,
    CASE WHEN coalesce(c.channel, c.time_zone, c.best_time, c.do_not_contact) IS NOT NULL
      THEN json_array(c.channel, c.time_zone, c.best_time, c.do_not_contact) END`

/** The contact that a row begins with. */
export function pageContact({
  0: id,
  1: name,
  2: company,
  3: kind,
  4: phones,
  5: emails,
  6: addresses,
  7: checkInterval,
}: readonly [...PageContactRow, ...unknown[]]): PageContact {
  const known = checkInterval === null ? nothingMore : (JSON.parse(checkInterval) as Seldom)
  return {
    id,
    name,
    company,
    kind,
    channel: known[0],
    phones: listIn(phones) as Contact['phones'],
    emails: listIn(emails) as Contact['emails'],
    addresses: listIn(addresses) as Contact['addresses'],
    timeZone: known[1],
    bestTime: known[2],
    doNotContact: doNotContactIn(known[3]),
  }
}

const nothingMore: Seldom = [null, null, null, null]
