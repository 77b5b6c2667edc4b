import type { App } from '../app.ts'
import type { Day } from '../domain/day.ts'
import { loadOf } from '../schedule/page/week.ts'

/** How many promises come up on a day (R46). */
export function loadOn(app: App, day: Day): number {
  return loadOf(day, app.now, app.diary().page.load(day, app.now), app.settings().week)
}

/** Notes that a day is full already, before more is added to it (R46). */
export function warnFull(app: App, day: Day): void {
  const { dayLoad } = app.settings()
  const load = loadOn(app, day)
  if (load < dayLoad) return
  app.terminal.note(
    `${app.words.short(day, app.now.day)} already has ${load}, and a day is full with ${dayLoad}; "fu week" shows days with room.`,
  )
}
