import type { App } from '../../app.ts'
import type { Completions } from '../../domain/completion.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import { dueText } from '../../views/confirmations/writes.ts'
import { escapeControls } from '../../views/layout/escape-controls.ts'
import { limit, type Asked } from './asked.ts'
import { named, peopleBegun } from './people.ts'
import { dateContext } from '../date-context.ts'

/** Open promises by number, the earliest due first; or the contacts who have one, by name. */
export function promises(app: App, asked: Asked): Completions {
  const { typed, before } = asked
  if (/^\d*$/.test(typed) && before.length === 0) {
    const open = app.diary().promises.openNumbered(typed, limit + 1)
    const items = open.slice(0, limit).map((promise) => ({
      word: String(promise.id),
      about: escapeControls(`${promise.contact.name}: ${aboutPromise(app, promise)}`),
    }))
    return { items, files: false, keep: open.length > limit }
  }
  const { contacts, keep } = peopleBegun(app, asked)
  const held = new Map<number, OpenPromise[]>()
  for (const promise of app
    .diary()
    .promises.where({ contacts: contacts.map(({ id }) => id), status: 'open' })) {
    if (promise.status === 'open')
      held.set(promise.contact.id, [...(held.get(promise.contact.id) ?? []), promise])
  }
  const holders = contacts.filter(({ id }) => held.has(id))
  return named(asked, { contacts: holders, keep }, ({ id }) => {
    const [first, ...others] = held.get(id) ?? []
    if (first === undefined) return ''
    return others.length > 0 ? `${others.length + 1} open promises` : aboutPromise(app, first)
  })
}

function aboutPromise(app: App, { what, due }: OpenPromise): string {
  return `${what}, ${dueText(due, dateContext(app))}`
}
