import type { App } from '../../app.ts'
import { channels } from '../../domain/channel.ts'
import { noCompletions, type Completions } from '../../domain/completion.ts'
import { escapeControls } from '../../views/layout/escape-controls.ts'
import { beginning, limit, type Asked } from './asked.ts'
import { people } from './people.ts'

type Source = (app: App, asked: Asked) => Completions | Promise<Completions>

const files: Source = () => ({ ...noCompletions, files: true })

/** The known channels, and the others that the diary uses (R68). */
const usedChannels: Source = (app, asked) =>
  beginning(
    asked,
    [...new Set([...channels, ...app.diary().contacts.channels()])].map((word) => ({ word, about: '' })),
  )

/**
 * The sources of completions, by the name of the slot, or by its command and name. People are completed most often; the
 * modules for other slots are loaded on demand, because the user is waiting.
 */
const sources: Readonly<Record<string, Source>> = {
  who: people,
  into: people,
  which: async (app, asked) => (await import('./promises.ts')).promises(app, asked),
  'who|which': async (app, asked) => {
    const numbered = /^\d+$/.test(asked.typed) ? await sources['which']?.(app, asked) : undefined
    return numbered === undefined || numbered.items.length === 0 ? people(app, asked) : numbered
  },
  channel: usedChannels,
  way: usedChannels,
  when: async (app, asked) => (await import('./days.ts')).days(app, asked),
  tag: (app, asked) => inUse(app, asked, 'tag'),
  where: (app, asked) => inUse(app, asked, 'place'),
  key: async (_app, asked) => {
    const { settingSpecs } = await import('../../parse/settings/settings.ts')
    return beginning(
      asked,
      settingSpecs.map(({ key, meaning }) => ({ word: key, about: meaning })),
    )
  },
  plan: async (app, asked) => (await import('./plans.ts')).plans(app, asked),
  'plan action': async (app, asked) => (await import('./plans.ts')).planActionsAndNames(app, asked),
  'plan words': async (app, asked) => (await import('./plans.ts')).planWords(app, asked),
  'undo id': (app, asked) =>
    beginning(
      asked,
      app
        .diary()
        .history.list(limit)
        .map(({ id, title }) => ({ word: String(id), about: escapeControls(title) })),
    ),
  path: files,
  file: files,
  folder: files,
}

/** Tags or places that contacts already have. */
function inUse(app: App, { typed }: Asked, what: 'tag' | 'place'): Completions {
  const words = app.diary().contacts.inUse(what, typed, limit + 1)
  return {
    items: words
      .slice(0, limit)
      .filter((word) => escapeControls(word) === word && !word.startsWith('-'))
      .map((word) => ({ word, about: '' })),
    files: false,
    keep: words.length > limit,
  }
}

/** The completions of the word being typed. */
export async function completionsFor(app: App, asked: Asked): Promise<Completions> {
  const { slot, command } = asked
  if (slot.choices.length > 0)
    return beginning(
      asked,
      slot.choices.map((word) => ({ word, about: '' })),
    )
  const source = [`${command} ${slot.name}`, slot.name].find((name) => Object.hasOwn(sources, name))
  return source === undefined ? noCompletions : ((await sources[source]?.(app, asked)) ?? noCompletions)
}
