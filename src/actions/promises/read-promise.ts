import type { App } from '../../app.ts'
import type { Channel } from '../../domain/channel.ts'
import type { Contact } from '../../domain/contact.ts'
import { usage } from '../../domain/errors.ts'
import type { Owner } from '../../domain/promise.ts'
import type { Repeat } from '../../domain/repeat.ts'
import { readLine } from '../../parse/text.ts'
import { askDue } from '../ask/next-step.ts'
import { askWhoAndWhat, type Lacking } from '../people/ask-who.ts'
import { findContact } from '../people/find-contact.ts'
import { readWhen } from '../read-when.ts'
import type { PromiseDetails } from './make.ts'
import { readRepeat, repeatsAndWaits } from './repeat.ts'

/** A typed promise; some words after the first one may still belong to the name. */
type TypedPromise = {
  /** Asked for on a terminal, like the text and the day. */
  readonly who: string | undefined
  readonly words: readonly string[]
  readonly due?: string | undefined
  readonly every?: string | undefined
  readonly by?: Channel | undefined
  readonly about?: string | undefined
  readonly hot?: true | undefined
  readonly trigger?: string | undefined
}

const lacking: Readonly<Record<Owner, Lacking>> = {
  mine: {
    question: 'What do you owe them?',
    what: 'A promise',
    example: 'fu promise gary "send the quote" --due fri',
  },
  theirs: {
    question: 'What do they owe you?',
    what: 'A promise',
    example: 'fu wait jose "the delivery date" --due fri',
  },
}

/**
 * Reads a promise and its contact.
 *
 * @throws FuError `usage` if a part is missing or cannot be read; as `findContact` if a name fits nobody or several
 */
export async function readPromise(
  app: App,
  owner: Owner,
  typed: TypedPromise,
): Promise<{ readonly contact: Contact; readonly details: PromiseDetails }> {
  const { who, rest } = await askWhoAndWhat(app, typed.who, typed.words, lacking[owner])
  const what = readLine(rest.join(' '), 'A promise')
  const command = owner === 'mine' ? 'promise' : 'wait'
  const first =
    typed.due === undefined && typed.every === undefined && app.terminal.prompts !== null
      ? { due: await askDue(app, what), repeat: null }
      : readFirstDay(app, typed, `fu ${command} ${who} … --due fri`)
  const contact = await findContact(app, who)
  const about = typed.about === undefined ? null : await findContact(app, typed.about)
  const trigger = typed.trigger === undefined ? null : readLine(typed.trigger, 'What it waits for')
  if (trigger !== null && first.repeat !== null) throw repeatsAndWaits()
  const { by: channel = null, hot = false } = typed
  return { contact, details: { owner, what, ...first, channel, about, hot, trigger } }
}

/**
 * Reads the day of a promise, and how often it repeats; `example` is a command line with a day.
 *
 * @throws FuError `usage` if there is no day, or one of the two cannot be read
 */
export function readFirstDay(
  app: App,
  { due, every }: { readonly due?: string | undefined; readonly every?: string | undefined },
  example = 'fu promise --all … --due mon',
): Pick<PromiseDetails, 'due'> & { readonly repeat: Repeat | null } {
  if (every !== undefined) return readRepeat(app, every, due)
  if (due === undefined) throw usage('A promise needs a day.', `Add --due, as in "${example}".`)
  return { due: readWhen(app, due, 'ahead'), repeat: null }
}
