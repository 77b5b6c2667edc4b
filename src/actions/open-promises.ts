import type { App } from '../app.ts'
import type { ContactName } from '../domain/contact.ts'
import type { OpenPromise } from '../domain/promise.ts'

/** The open promises with a contact; a promise about them is with somebody else. */
export function openPromisesWith(app: App, { id }: Pick<ContactName, 'id'>): OpenPromise[] {
  return app
    .diary()
    .promises.where({ contacts: [id], status: 'open' })
    .filter((promise): promise is OpenPromise => promise.status === 'open' && promise.contact.id === id)
}
