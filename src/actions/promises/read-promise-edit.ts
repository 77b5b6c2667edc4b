import type { App } from '../../app.ts'
import type { Channel } from '../../domain/channel.ts'
import type { PromiseEdit } from '../../domain/promise-edit.ts'
import { readEveryOccurrence } from '../../parse/phrase/every.ts'
import { readLine } from '../../parse/text.ts'
import { findContact } from '../people/find-contact.ts'
import { readWhen } from '../read-when.ts'

/** The options that only a promise has, as typed; `false` clears a field, `true` or `undefined` leaves it. */
type PromiseOptions = {
  readonly what: string | undefined
  readonly due: string | undefined
  readonly hot: boolean | undefined
  readonly about: string | boolean | undefined
  readonly when: string | boolean | undefined
}

/** The first of the options that is given, with its dashes; `null` if none is. */
export function givenPromiseOption(options: PromiseOptions): string | null {
  const names = ['what', 'due', 'hot', 'about', 'when'] as const
  const given = names.find((name) => options[name] !== undefined)
  return given === undefined ? null : `--${given}`
}

/**
 * Reads a change of a promise.
 *
 * @throws FuError `usage` if a part cannot be read; as `findContact` if a name fits nobody or several
 */
export async function readPromiseEdit(
  app: App,
  options: PromiseOptions & {
    readonly by: Channel | boolean | undefined
    readonly every: string | boolean | undefined
  },
): Promise<PromiseEdit> {
  const { what, due, hot, about, when, by, every } = options
  return {
    ...(what === undefined ? {} : { what: readLine(what, 'A promise') }),
    ...(due === undefined ? {} : { due: readWhen(app, due, 'ahead') }),
    ...(hot === undefined ? {} : { hot }),
    ...(about === undefined || about === true
      ? {}
      : { about: about === false ? null : await client(app, about) }),
    ...(when === undefined || when === true
      ? {}
      : { trigger: when === false ? null : readLine(when, 'What it waits for') }),
    ...(every === undefined || every === true
      ? {}
      : { every: every === false ? null : readEveryOccurrence(every) }),
    ...(by === undefined || by === true ? {} : { channel: by === false ? null : by }),
  }
}

async function client(app: App, typed: string): Promise<NonNullable<PromiseEdit['about']>> {
  const { id, name } = await findContact(app, typed)
  return { id, name }
}
