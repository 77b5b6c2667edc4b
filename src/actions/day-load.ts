import type { App } from '../app.ts'
import type { Day } from '../domain/day.ts'
import { groupBy } from '../domain/group-by.ts'
import type { OpenPromise } from '../domain/promise.ts'
import { loadOf } from '../schedule/page/week.ts'
import { statesOf } from './derived.ts'

/** How many promises come up on a day (R46). */
export function loadOn(app: App, day: Day): number {
  return loadOf(day, app.now, app.diary().page.load(day, app.now), app.settings().week)
}

/** Notes the days that were already full before these promises came up on them (R46). */
export function warnFullDays(app: App, added: readonly OpenPromise[]): void {
  if (added.length === 0) return
  const { dayLoad } = app.settings()
  const states = statesOf(app, added)
  const byDay = groupBy(added, ({ id, due }) => states.get(id)?.next.day ?? due.day)
  const full = [...byDay]
    .map(([day, promises]) => ({ day, load: loadOn(app, day) - promises.length }))
    .filter(({ load }) => load >= dayLoad)
  const days = full.slice(0, mostDays).map(({ day, load }) => {
    return `${app.words.short(day, app.now.day)} already has ${load}`
  })
  if (days.length === 0) return
  const more = full.length > mostDays ? `, and ${full.length - mostDays} more days are full` : ''
  app.terminal.note(
    `${days.join(', ')}${more}, and a day is full with ${dayLoad}; "fu week" shows days with room.`,
  )
}

/** With more full days than this, the others are only counted. */
const mostDays = 3
