import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import { isPlainExtra } from '../../domain/contact-details.ts'
import type { Widest } from '../../domain/exported-diary.ts'
import type { Entry } from '../../domain/entry.ts'
import type { DiaryPromise } from '../../domain/promise.ts'

/** The rows per page, which need little memory. */
const limit = 250

/** The books of a diary, read page by page; only those of one contact if `only` is set. */
export type Pages = {
  /** The columns needed for a table of the contacts. */
  readonly widest: () => Widest
  readonly contacts: () => Iterable<readonly Contact[]>
  readonly promises: () => Iterable<readonly DiaryPromise[]>
  readonly entries: () => Iterable<readonly Entry[]>
}

/**
 * The pages of the diary in its current state: later additions are not included, and other terminals may write between
 * two pages.
 */
export function pagesOf(app: App, only: Contact | null): Pages {
  const diary = app.diary()
  const extent = diary.extent()
  if (only !== null) {
    const { phones, emails, addresses, links, anniversaries, extra } = only
    return {
      widest: () => ({
        phones: phones.length,
        emails: emails.length,
        addresses: addresses.length,
        addressParts: addresses.some(({ parts }) => parts !== undefined) ? addresses.length : 0,
        phoneParams: phones.some(({ params }) => params !== undefined) ? phones.length : 0,
        emailParams: emails.some(({ params }) => params !== undefined) ? emails.length : 0,
        links: links.length,
        anniversaries: anniversaries.length,
        extra: extra.filter(isPlainExtra).map(({ name }) => name),
      }),
      contacts: () => [[only]],
      promises: () => [diary.promises.where({ contacts: [only.id] })],
      entries: () => [diary.entries.of(only.id)],
    }
  }
  return {
    widest: () => diary.contacts.widest(extent.contacts),
    contacts: () => follow((last) => diary.contacts.page(last?.id ?? 0, extent.contacts, limit)),
    promises: () => follow((last) => diary.promises.page(last?.id ?? 0, extent.promises, limit)),
    entries: () => follow((last) => diary.entries.page(last, extent.entries, limit)),
  }
}

function* follow<Row>(pageAfter: (last: Row | null) => readonly Row[]): Generator<readonly Row[]> {
  for (let page = pageAfter(null); page.length > 0; page = pageAfter(page.at(-1) ?? null)) {
    yield page
    if (page.length < limit) return
  }
}
