import type { App } from '../../app.ts'
import { compareDue } from '../../domain/day.ts'
import { notFound, usage } from '../../domain/errors.ts'
import { readLine } from '../../parse/text.ts'
import { promiseChoice } from '../../views/confirmations/writes.ts'
import { dateContext } from '../date-context.ts'
import { contactsMeant } from '../people/find-contact.ts'
import { openPromise } from './find-promise.ts'

/** The most promises that are listed; with more, typing a number or a name is faster. */
const mostListed = 20

/**
 * Asks for a missing `<which>`: one of a few open promises, the earliest due first, or the number or name of one of
 * many.
 *
 * @throws FuError `usage` if nobody can be asked, `not-found` if no promise is open
 */
export async function askWhich(app: App, example: string): Promise<string> {
  const { prompts } = app.terminal
  if (prompts === null) throw usage('Name a promise.', `Write it as in ${example}.`)
  const open = app.diary().promises.where({ status: 'open' })
  if (open.length === 0) throw notFound('No promise is open.', '"fu promise <who> … --due …" makes one.')
  if (open.length <= mostListed) {
    const context = dateContext(app)
    const choices = open
      .toSorted((a, b) => compareDue(a.due, b.due))
      .map((promise) => ({ name: promiseChoice(promise, context), value: String(promise.id) }))
    return prompts.choose('Which promise?', choices)
  }
  return prompts.ask({
    message: 'Which promise? (its number, or a name)',
    initial: '',
    check: (typed) => {
      const which = readLine(typed, 'A promise')
      if (/^\d{1,9}$/.test(which)) openPromise(app, Number(which))
      else contactsMeant(app, which)
      return which
    },
  })
}
