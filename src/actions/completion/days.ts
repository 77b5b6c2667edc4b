import type { App } from '../../app.ts'
import type { Completion, Completions } from '../../domain/completion.ts'
import { FuError } from '../../domain/errors.ts'
import { beginning, type Asked } from './asked.ts'
import { phrasesToComplete } from '../../parse/phrase/languages/to-complete.ts'
import { readWhen } from '../read-when.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const ahead = [
  'today',
  'tomorrow',
  ...weekdays,
  '2d',
  '3d',
  '1w',
  '2w',
  '1mo',
  'next week',
  'next month',
  'eow',
  'eom',
]
const back = ['today', 'yesterday', ...weekdays, 'last week', 'last month']
const backwards = new Set(['--on', '--since'])

/** Words for days in the language of dates and in English, each with its date. */
export function days(app: App, { option, typed, before }: Asked): Completions {
  const isBack = backwards.has(option ?? '')
  const begun = [...before, ''].join(' ').toLowerCase()
  const phrases = new Set([...phrasesToComplete(app.locale, isBack), ...(isBack ? back : ahead)])
  const items = [...phrases].flatMap((phrase): Completion[] => {
    if (!phrase.startsWith(begun)) return []
    try {
      const { day } = readWhen(app, phrase, isBack ? 'back' : 'ahead')
      return [{ word: phrase.slice(begun.length), about: app.words.short(day, app.now.day) }]
    } catch (error) {
      if (error instanceof FuError) return []
      throw error
    }
  })
  return beginning({ typed }, items)
}
