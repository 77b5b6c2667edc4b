import type { App } from '../../app.ts'
import type { Day } from '../../domain/day.ts'
import type { PageFacts } from '../../domain/page.ts'
import type { Settings } from '../../domain/settings.ts'
import { occasionDays } from '../../schedule/page/occasions.ts'
import type { PageSettings } from '../../schedule/page/page.ts'

/** What a page is decided by: the user's settings, and their words for days. */
export function pageSettings(app: App, all = false): Settings & PageSettings {
  return { ...app.settings(), words: app.words, momentAt: app.momentAt, all }
}

/** What the diary knows that bears on the page of a day, or on those from a first day to it. */
export function factsFor(
  app: App,
  day: Day,
  { cadences, week }: Pick<Settings, 'cadences' | 'week'>,
  first = day,
): PageFacts {
  return app.diary().page.facts(day, [...cadences.keys()], app.now, occasionDays(first, day, week))
}
