import type { App } from '../../app.ts'
import { promiseAnswers } from './answers.ts'
import { contactAnswers } from './contact-answers.ts'
import { lateAnswers, spreadAnswer } from './late-answers.ts'
import { waitingAnswers } from './waiting-answers.ts'
import { walk } from './walk.ts'

/** Goes through today's page; each line is answered by what can be done about it. */
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

/** Goes through what is carried over; `offersSpread` offers first to spread it over the coming days (R55). */
export function goThroughLate(app: App, { offersSpread }: { readonly offersSpread: boolean }): Promise<void> {
  return walk(app, { late: true, answersFor: () => lateAnswers, first: offersSpread ? spreadAnswer : null })
}
