import type { App } from '../../app.ts'
import { compareDue } from '../../domain/day.ts'
import { newEntry } from '../../domain/entry.ts'
import { usage } from '../../domain/errors.ts'
import type { PromiseEdit } from '../../domain/promise-edit.ts'
import { isAnswer, type OpenPromise } from '../../domain/promise.ts'
import { everyText, repeatFrom, type Every, type Repeat } from '../../domain/repeat.ts'
import { gaveMyWord } from '../../schedule/state/my-word.ts'
import { editedSentence, promiseEditWords } from '../../views/confirmations/edited-promise.ts'
import { movedSentence, promiseLabel } from '../../views/confirmations/writes.ts'
import { dateContext } from '../date-context.ts'
import { stateNow } from '../derived.ts'
import { reportWrite, type WriteResult } from '../print-result.ts'
import { refuseUnwanted } from '../unwanted.ts'
import { warnUnreachable } from '../warn-unreachable.ts'
import { refuseLongDelay } from './complaint.ts'
import { repeatsAndWaits } from './repeat.ts'

/**
 * Changes an open promise, and reports its old values. A new day counts as a move that they were not told about (R12).
 *
 * @throws FuError `usage` if nothing changes, or it would be about the contact it is with; `refused` if a complaint
 *   would be put off (R26), or they do not want to be contacted that way (R58)
 */
export function editPromise(app: App, promise: OpenPromise, edit: PromiseEdit): WriteResult {
  const real = realChanges(promise, edit)
  const { due, ...others } = withRepeat(promise, real)
  if (Object.keys(real).length === 0)
    throw usage(`Nothing to change on ${promiseLabel(promise)}.`, '"fu edit --help" lists the options.')
  if (real.about?.id === promise.contact.id) {
    throw usage(
      `A promise to ${promise.contact.name} is about ${promise.contact.name} anyway.`,
      'Name the client it is about, or nobody: --no-about.',
    )
  }
  refuseRepeat(promise, real)
  const contact = app.diary().contacts.find(promise.contact.id)
  if (contact !== null && real.channel !== undefined) refuseUnwanted(contact, real.channel)
  if (due !== undefined) refuseLongDelay(app, [promise], due.day)
  const state = stateNow(app, promise)
  const { value, history } = app.diary().write({ command: 'edit', at: app.now }, (tx) => {
    const before = tx.stillOpen(promise.id)
    const edited = tx.editPromise(promise.id, others)
    tx.title(`edit ${promiseLabel(edited)}${promiseEditWords(before, real)}`)
    if (due === undefined) return { before, after: edited, entry: null }
    const data = { from: before.due, to: due }
    const moved = newEntry({
      at: app.now,
      contactId: before.contact.id,
      promise: promise.id,
      act: 'moved',
      data,
    })
    const entry = tx.addEntry(moved)
    return { before, after: tx.movePromise(promise.id, due, edited.trigger !== null), entry }
  })
  const { before, after, entry } = value
  const isMyWord = gaveMyWord(before, state)
  const sentences = [
    ...(Object.keys(others).length === 0 ? [] : [editedSentence(before, after, { ...real, due: undefined })]),
    ...(due === undefined
      ? []
      : [movedSentence(after, { from: before.due, told: false, isMyWord }, dateContext(app))]),
  ]
  const comesUp = due === undefined ? [] : [after]
  const result = reportWrite(app, {
    command: 'edit',
    history,
    contact,
    promise: after,
    entry,
    sentences,
    comesUp,
  })
  if (contact !== null && (real.channel ?? null) !== null) warnUnreachable(app, contact, after.channel)
  return result
}

/** An edit with its repetition, which is counted from the day of the promise, if that is new too (R62). */
function withRepeat(
  promise: OpenPromise,
  { every, ...edit }: PromiseEdit,
): Omit<PromiseEdit, 'every'> & { readonly repeat?: Repeat | null } {
  if (every === undefined) return edit
  return { ...edit, repeat: every === null ? null : repeatFrom(every, edit.due ?? promise.due) }
}

/** @throws FuError `usage` if an answer, or a promise that waits for something, would repeat */
function refuseRepeat(promise: OpenPromise, edit: PromiseEdit): void {
  const { every = promise.repeat?.every ?? null, trigger = promise.trigger } = edit
  if (every === null || (edit.every === undefined && edit.trigger === undefined)) return
  if (isAnswer(promise.kind)) {
    throw usage(
      `${promiseLabel(promise)} is an answer, which is owed once.`,
      `Make a promise of its own: fu promise @${promise.contact.id} … --every ${everyText(every)}.`,
    )
  }
  if (trigger !== null) throw repeatsAndWaits()
}

function textOf(every: Every | null): string | null {
  return every === null ? null : everyText(every)
}

/** The parts of an edit that change something. */
function realChanges(promise: OpenPromise, edit: PromiseEdit): PromiseEdit {
  const { what, due, channel, hot, about, trigger, every } = edit
  return {
    ...(what === undefined || what === promise.what ? {} : { what }),
    ...(due === undefined || compareDue(due, promise.due) === 0 ? {} : { due }),
    ...(channel === undefined || channel === promise.channel ? {} : { channel }),
    ...(hot === undefined || hot === promise.hot ? {} : { hot }),
    ...(about === undefined || about?.id === promise.about?.id ? {} : { about }),
    ...(trigger === undefined || trigger === promise.trigger ? {} : { trigger }),
    ...(every === undefined || textOf(every) === textOf(promise.repeat?.every ?? null) ? {} : { every }),
  }
}
