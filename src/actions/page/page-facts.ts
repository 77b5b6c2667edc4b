import type { App } from '../../app.ts'
import type { Day } from '../../domain/day.ts'
import type { PageFacts } from '../../domain/page.ts'
import type { Settings } from '../../domain/settings.ts'
import { occasionDays } from '../../schedule/page/occasions.ts'
import type { PageSettings } from '../../schedule/page/page.ts'

/** The settings for a page: the user's settings, and the words for days. */
export function pageSettings(app: App, all = false): Settings & PageSettings {
  return { ...app.settings(), words: app.words, momentAt: app.momentAt, all }
}

/** The facts for the page of a day, or for the pages from a first day to it. */
export function factsFor(
  app: App,
  day: Day,
  { cadences, week }: Pick<Settings, 'cadences' | 'week'>,
  first = day,
): PageFacts {
  return app.diary().page.facts(day, [...cadences.keys()], app.now, occasionDays(first, day, week))
}
