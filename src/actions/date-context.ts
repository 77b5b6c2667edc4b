import type { App } from '../app.ts'
import type { Speech } from '../views/confirmations/writes.ts'

/** How sentences say days now. */
export function speechOf(app: App): Speech {
  return { today: app.now.day, words: app.words }
}
