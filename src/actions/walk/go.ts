import type { App } from '../../app.ts'
import { promiseAnswers } from './answers.ts'
import { contactAnswers } from './contact-answers.ts'
import { lateAnswers, spreadAnswer } from './late-answers.ts'
import { waitingAnswers } from './waiting-answers.ts'
import { walk } from './walk.ts'

/** Goes through today's page, with the answers that fit each line. */
export function goThroughPage(app: App): Promise<void> {
  return walk(app, {
    late: false,
    answersFor: ({ promise }) => {
      if (promise === null) return contactAnswers
      return promise.owner === 'theirs' ? waitingAnswers : promiseAnswers
    },
    first: null,
  })
}

/** Goes through the carried-over lines; `offersSpread` first offers to spread them over the coming days (R55). */
export function goThroughLate(app: App, { offersSpread }: { readonly offersSpread: boolean }): Promise<void> {
  return walk(app, { late: true, answersFor: () => lateAnswers, first: offersSpread ? spreadAnswer : null })
}
