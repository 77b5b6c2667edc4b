import type { App } from '../app.ts'
import type { Unreplied } from '../domain/mail-report.ts'
import { repliesExpectedFor, unrepliedIn } from '../schedule/mail/unreplied.ts'

/** My messages that have no reply yet, the oldest first. */
export function unrepliedNow(app: App): Unreplied[] {
  const entries = app.diary().entries.ofMailOrSpoken(app.now.instant - repliesExpectedFor)
  return unrepliedIn(entries, app.now, app.settings().week)
}
