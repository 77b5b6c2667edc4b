import type { App } from '../../app.ts'
import type { Day } from '../../domain/day.ts'
import { reviewJson } from '../../formats/json/review.ts'
import { reviewOf } from '../../schedule/review/review.ts'
import { reviewView } from '../../views/review/review.ts'
import { printData, viewOptions } from '../print-data.ts'
import { factsSince } from './facts.ts'

/** Prints the review of the days from `from` until today, compared with the same number of days before. */
export function showReview(app: App, from: Day): void {
  const review = reviewOf(app.now, factsSince(app, from), { ...app.settings(), words: app.words })
  printData(app, { json: () => reviewJson(review), text: () => reviewView(review, viewOptions(app)) })
}
