import type { App } from '../../app.ts'
import { nameAndCompany, type Contact } from '../../domain/contact.ts'
import { mergeContacts, type Pair } from '../people/merge.ts'
import { nameAndNumber, promptsOf, type Answer } from './questions.ts'

/** Asks for each pair of cards whether they are of one person, and merges those that are. */
export async function mergeDuplicates(app: App, cards: readonly Contact[]): Promise<Answer> {
  const [first, ...others] = cards.map(({ id }) => id).toSorted((a, b) => a - b)
  let keptId = first ?? 0
  let answer: Answer = 'skipped'
  for (const id of others) {
    const [kept, other] = [app.diary().contacts.find(keptId), app.diary().contacts.find(id)]
    if (kept === null || other === null) continue
    const choice = await promptsOf(app).choose<Exclude<Answer, 'mended'> | Pair>(
      `Are ${nameAndNumber(kept)} and ${nameAndNumber(other)} one person?`,
      [
        { name: 'skip: two people, or I do not know', value: 'skipped' },
        { name: `yes, keep ${cardName(kept)}`, value: { gone: other, kept } },
        { name: `yes, keep ${cardName(other)}`, value: { gone: kept, kept: other } },
        { name: 'stop', value: 'stop' },
      ],
    )
    if (choice === 'stop') return 'stop'
    if (choice === 'skipped') continue
    mergeContacts(app, choice)
    keptId = choice.kept.id
    answer = 'mended'
  }
  return answer
}

function cardName(contact: Contact): string {
  const reach = contact.phones[0]?.readable ?? contact.emails[0]?.value ?? ''
  return [`@${contact.id}`, nameAndCompany(contact), reach].filter((text) => text !== '').join(', ')
}
