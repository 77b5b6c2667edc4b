import type { App } from '../../app.ts'
import type { ContactName } from '../../domain/contact.ts'
import type { Prompts } from '../../terminal/prompts.ts'

/** The result of a question: something was written, it was skipped, or the user wants to stop. */
export type Answer = 'mended' | 'skipped' | 'stop'

const ways = '(empty: skip, stop: end)'

/** Asks for a text, which `read` parses; an empty answer skips the question. */
export async function answered<Value>(
  app: App,
  message: string,
  read: (typed: string) => Value,
): Promise<{ readonly value: Value } | Exclude<Answer, 'mended'>> {
  return promptsOf(app).ask({
    message: `${message} ${ways}`,
    initial: '',
    check: (typed) => {
      const words = typed.trim()
      if (words === '') return 'skipped'
      return words.toLowerCase() === 'stop' ? 'stop' : { value: read(words) }
    },
  })
}

/** "Gary Lee (@3)": two people may have the same name. */
export function nameAndNumber({ name, id }: ContactName): string {
  return `${name} (@${id})`
}

/** The prompts of the terminal; requires one. */
export function promptsOf(app: App): Prompts {
  if (app.terminal.prompts === null) throw new Error('nobody can be asked')
  return app.terminal.prompts
}
