import type { App } from '../../app.ts'
import type { Day } from '../../domain/day.ts'
import { loadOf } from '../../schedule/page/week.ts'

/** Says so when a day has enough on it already, before more is added to it (R46). */
export function warnFull(app: App, day: Day): void {
  const { week, dayLoad } = app.settings()
  const load = loadOf(day, app.now, app.diary().loadFacts(day, app.now), week)
  if (load < dayLoad) return
  app.terminal.note(
    `${app.words.short(day, app.now.day)} has ${load} already, and ${dayLoad} make a day full; "fu week" shows days with room.`,
  )
}
