import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import { usage } from '../../domain/errors.ts'
import { contactsMeant, oneOf, splitWho } from './find-contact.ts'
import type { Pair } from './merge.ts'

/**
 * The two cards named by typed words. If one of them would match both, the other match is used without asking.
 *
 * @throws FuError `usage` if the words name one card; as `findContact` if a name fits nobody or several
 */
export async function findPair(app: App, first: string, words: readonly string[]): Promise<Pair> {
  const { who, rest } = words.length === 1 ? { who: first, rest: words } : splitWho(app, first, words)
  const into = rest.join(' ')
  if (into === '') {
    throw usage(
      words.length === 0 ? 'Merging takes two cards.' : `"${who}" names one card; merging takes two.`,
      'Name them by their numbers, as in "fu merge @4 @2", or in quotes.',
    )
  }
  const meant = contactsMeant(app, who)
  const targets = contactsMeant(app, into)
  const gone = await oneOf(app, who, besides(meant, targets.length === 1 ? targets[0] : null))
  const kept = await oneOf(app, into, besides(targets, gone))
  if (gone.id !== kept.id) return { gone, kept }
  throw usage(
    `"${who}" and "${into}" are one card already: ${kept.name} (@${kept.id}).`,
    '"fu check" lists possible duplicates.',
  )
}

/** The matches without the other card, if any are left. */
function besides(
  meant: readonly [Contact, ...Contact[]],
  other: Contact | null,
): readonly [Contact, ...Contact[]] {
  const [first, ...rest] = meant.filter(({ id }) => id !== other?.id)
  return first === undefined ? meant : [first, ...rest]
}
