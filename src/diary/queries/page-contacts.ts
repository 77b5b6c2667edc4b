import type { PageContact } from '../../domain/page.ts'
import { columns } from '../values/columns.ts'

const { contacts: value } = columns

/**
 * A row that begins with the contact columns that a page needs. Rare columns are combined into one JSON column: an
 * array of more than 17 values is reallocated as it grows, and a page has one per line.
 */
export type PageContactRow = readonly [
  id: unknown,
  name: unknown,
  company: unknown,
  kind: unknown,
  phones: unknown,
  emails: unknown,
  addresses: unknown,
  rare: string | null,
]

/** Columns that few contacts fill. */
type RareColumns = readonly [
  channel: unknown,
  timeZone: unknown,
  bestTime: unknown,
  doNotContact: unknown,
  links: unknown,
]

/** The columns of such a row; `c` is the contact. */
export const pageContactColumns = `c.id, c.name, c.company, c.kind, c.phones, c.emails, c.addresses,
    CASE WHEN coalesce(c.channel, c.time_zone, c.best_time, c.do_not_contact, c.links) IS NOT NULL
      THEN json_array(c.channel, c.time_zone, c.best_time, c.do_not_contact, c.links) END`

/** The contact at the start of a row. */
export function pageContact({
  0: id,
  1: name,
  2: company,
  3: kind,
  4: phones,
  5: emails,
  6: addresses,
  7: rare,
}: readonly [...PageContactRow, ...unknown[]]): PageContact {
  const { channel, timeZone, bestTime, doNotContact, links } =
    rare === null ? nothingMore : rareFacts(JSON.parse(rare) as RareColumns)
  return {
    id: value.id(id),
    name: value.name(name),
    company: value.company(company),
    kind: value.kind(kind),
    channel,
    phones: value.phones(phones),
    emails: value.emails(emails),
    addresses: value.addresses(addresses),
    links,
    timeZone,
    bestTime,
    doNotContact,
  }
}

type RareFacts = Pick<PageContact, 'channel' | 'timeZone' | 'bestTime' | 'doNotContact' | 'links'>

const nothingMore: RareFacts = {
  channel: null,
  timeZone: null,
  bestTime: null,
  doNotContact: null,
  links: [],
}

function rareFacts([channel, timeZone, bestTime, doNotContact, links]: RareColumns): RareFacts {
  return {
    channel: value.channel(channel),
    timeZone: value.time_zone(timeZone),
    bestTime: value.best_time(bestTime),
    doNotContact: value.do_not_contact(doNotContact),
    links: value.links(links) ?? [],
  }
}
