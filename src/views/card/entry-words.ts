import { byChannel, type KnownChannel } from '../../domain/channel.ts'
import { dueWords, type DateWords } from '../../domain/date-words.ts'
import { compareDue } from '../../domain/day.ts'
import { isBounce } from '../../domain/entry-data.ts'
import { attemptOutcomes, attemptWords, isOneOf, type Entry } from '../../domain/entry.ts'
import { moveOf, type Move } from '../../domain/move.ts'
import { remarkOf } from '../../domain/remark.ts'

/** The promise that an entry is about, with the reason why it was closed, if known. */
export type About = { readonly what: string; readonly reason?: string | null }

/**
 * An entry in words: the act, its promise, the outcome, and the remark.
 *
 * @example entryWords(entry, { what: 'send the quote' }, words) // 'kept "send the quote", sold: signs on Tuesday'
 * @example entryWords(entry, { what: 'send the quote' }, words) // 'moved "send the quote" from Mon 23 Nov to Fri 27 Nov'
 */
export function entryWords(entry: Entry, promise: About | null, words: DateWords): string {
  const about = promise === null ? '' : ` "${promise.what}"`
  const move = moveOf(entry)
  const reason = entry.act === 'done' ? (promise?.reason ?? null) : null
  const why = reason === null || reason === entry.text ? '' : ` (${reason})`
  const act = `${actWords(entry, `${about}${move === null ? '' : daysWords(entry, move, words)}`)}${why}`
  const offer = entry.offer === null ? null : `offered ${entry.offer}`
  const remark = move === null ? remarkOf(entry, words) : null
  const said = [entry.text, offer, remark].filter((text) => text !== null).join('; ')
  if (said === '') return act
  return act === '' ? said : `${act}: ${said}`
}

/** The old and the new day, as they were called at the time; for a snooze, only the new one. */
function daysWords({ act, at }: Entry, { from, to }: Move, words: DateWords): string {
  const until = ` to ${dueWords(to, at.day, words)}`
  const isAlike = compareDue(from, to) === 0
  return act === 'snoozed' || isAlike ? until : ` from ${dueWords(from, at.day, words)}${until}`
}

const heardWords: Record<KnownChannel, string> = {
  call: 'called',
  email: 'wrote',
  text: 'sent a text',
  post: 'wrote a letter',
  visit: 'came by',
  video: 'called by video',
}

function actWords(entry: Entry, about: string): string {
  const { act, outcome, direction, channel, feedback } = entry
  switch (act) {
    case 'logged': {
      const from = direction === 'in' ? 'from them' : null
      const by = channel === null ? null : `by ${channel}`
      const wish = feedback === null ? null : `feedback: ${feedback}`
      return [from, by, wish].filter((word) => word !== null).join(', ')
    }
    case 'heard':
      return `they ${channel === null ? 'came to me' : byChannel(heardWords, channel, (other) => `wrote by ${other}`)}`
    case 'acknowledged':
      return 'I told them that I have it'
    case 'sent':
      return channel === null ? 'sent' : `sent by ${channel}`
    case 'sold':
      return 'sold'
    case 'stopped':
      return 'stopped a plan'
    case 'done': {
      const kept = direction === 'in' ? 'they kept' : 'kept'
      return `${outcome === null || outcome === 'reached' ? kept : outcome}${about}`
    }
    case 'tried':
      if (isBounce(entry)) return 'a message did not arrive'
      return `${isOneOf(attemptOutcomes, outcome) ? attemptWords[outcome] : 'tried'}${about === '' ? '' : `, about${about}`}`
    case 'moved':
      return `moved${about}`
    case 'told':
      return `moved${about}, and told them`
    case 'snoozed':
      return `put off${about}`
    case 'dropped':
      return `dropped${about}`
  }
}
