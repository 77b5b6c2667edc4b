import type { App } from '../app.ts'
import { askWho } from '../actions/people/ask-who.ts'
import { editContact } from '../actions/people/edit.ts'
import { findContact } from '../actions/people/find-contact.ts'
import { editPromiseAsText } from '../actions/promises/edit-text.ts'
import { editPromise } from '../actions/promises/edit.ts'
import { findPromise, isPromiseNumber } from '../actions/promises/find-promise.ts'
import { givenPromiseOption, readPromiseEdit } from '../actions/promises/read-promise-edit.ts'
import { allOptions, refuseWithoutAll } from '../command/all-options.ts'
import {
  contactEditOptions,
  isGiven,
  readContactEdit,
  saysContact,
  type ContactEditOptions,
} from '../command/contact-edit-options.ts'
import { defineCommand } from '../command/define-command.ts'
import { firstManyEditOption, manyEditOptions, readManyEdit } from '../command/many-edit-options.ts'
import { firstPeopleOption, peopleActivityOptions } from '../command/people-options.ts'
import type { ContactName } from '../domain/contact.ts'
import { usage } from '../domain/errors.ts'

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu edit gary',
    'fu edit gary --phone mobile:0412555019 --best-time "before nine"',
    'fu edit @2 --name "Ada Müller-Stein" --no-company --no-tag lead',
    'fu edit jose --do-not-contact call',
    'fu edit 5',
    'fu edit 5 --what "send the quote" --hot',
    'fu edit 5 --every 2w',
    'fu edit --all --met "trade show" --add-tag fair --every 90d',
  ],
  details:
    'Without options, the contact opens in your editor (VISUAL, EDITOR). A phone or email with a label replaces the one with that label; any other is added before the others. A number means a promise, which opens in the editor too. --what, --due, --hot, --about and --when change a promise. --by and --every change a promise given by its number, or else a contact.\nWith --all, leave out <who>: fu changes everybody whom the filters choose, and shows them first. Then --kind, --tag, --met and --do-not-contact are filters, as in "fu people"; --set-kind, --add-tag and --set-met set new values.',
  options: (command) =>
    manyEditOptions(
      peopleActivityOptions(
        allOptions(
          contactEditOptions(
            command.argument('[who...]', 'the contact, or the number of a promise (not with --all)'),
          )
            .option('--what <text>', 'of a promise: what is to be done')
            .option('-d, --due <when>', 'of a promise: a new day; they have not been told')
            .option('--hot', 'of a promise: to be done first')
            .option('--no-hot', 'of a promise: not hot')
            .option('--about <who>', 'of a promise: the client it is about')
            .option('--no-about', 'of a promise: about nobody else')
            .option('--when <trigger>', 'of a promise: what it waits for')
            .option('--no-when', 'of a promise: it waits for nothing'),
          'everybody whom --kind, --tag, --met, --do-not-contact and these choose:',
        ),
      ),
    ),
  run: async (app, [words], options) => {
    const { what, due, hot, about, when, all, yes, ...others } = options
    const { bought, drifting, untouched, nothingNext, addTag, setKind, setMet, ...fields } = others
    const ofPromise = { what, due, hot, about, when }
    const promiseOption = givenPromiseOption(ofPromise)
    const activity = { bought, drifting, untouched, nothingNext }
    if (all === true) {
      if (promiseOption !== null || words.length > 0) {
        throw usage(
          `${promiseOption ?? `"${words.join(' ')}"`} and --all cannot be combined.`,
          'With --all, filters choose the contacts that are changed.',
        )
      }
      const { filter, changes } = readManyEdit({ ...fields, ...activity, addTag, setKind, setMet })
      const edit = readContactEdit(changes, await senderIn(app, changes), app.settings())
      const { editPeople } = await import('../actions/people/edit-many.ts')
      await editPeople(app, filter, edit, { confirm: yes !== true })
      return
    }
    refuseWithoutAll(firstPeopleOption(activity) ?? firstManyEditOption({ setKind, addTag, setMet }), yes)
    const { by, every: often, ...ofContact } = fields
    const saysOther = saysContact(ofContact)
    const who = words.length > 0 ? words : [await askWho(app, { example: 'fu edit gary' })]
    if (promiseOption !== null || (!saysOther && isPromiseNumber(app, who))) {
      if (saysOther) {
        throw usage(
          `${promiseOption} changes a promise, and cannot be combined with details of a contact.`,
          'Take two commands.',
        )
      }
      const edit = await readPromiseEdit(app, { ...ofPromise, by, every: often })
      const promise = await findPromise(app, who.join(' '))
      const { editor } = app.terminal
      const isEmpty = Object.keys(edit).length === 0
      await (isEmpty && editor !== null
        ? editPromiseAsText(app, promise, editor)
        : editPromise(app, promise, edit))
      return
    }
    const edit = saysContact(fields)
      ? readContactEdit(fields, await senderIn(app, fields), app.settings())
      : null
    await editContact(app, await findContact(app, who.join(' ')), edit)
  },
})

/** Who sent them, as the option `--from` names or clears them. */
async function senderIn(app: App, { from }: ContactEditOptions): Promise<ContactName | null | undefined> {
  if (!isGiven(from)) return undefined
  if (from === false) return null
  const { id, name } = await findContact(app, from)
  return { id, name }
}
