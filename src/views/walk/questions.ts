import type { Line } from '../../domain/page.ts'
import type { PromiseKind } from '../../domain/promise.ts'

const byKind: Partial<Record<PromiseKind, string>> = {
  complaint: 'Do they agree that it is resolved?',
  receipt: 'Has it arrived, and was it what they wanted?',
  happiness: 'Are they happy with it? What would they change, keep, add or drop?',
  met: 'What would be useful to them?',
}

/** The questions for a line: about its purpose, whether to ask for the sale (R47), and about missing details (R8). */
export function questionsFor({ promise, contact }: Line): string[] {
  const about = promise === null ? undefined : byKind[promise.kind]
  return [
    ...(about === undefined ? [] : [about]),
    ...(mayAskForSale({ promise, contact }) ? ['Did you ask for the sale?'] : []),
    ...(contact.channel === null ? [`How do they like to be reached? fu edit @${contact.id} --by …`] : []),
  ]
}

/** Whether to ask "did you ask for the sale?": they are a prospect, and I am the one who calls (R47). */
export function mayAskForSale({ promise, contact }: Pick<Line, 'promise' | 'contact'>): boolean {
  return contact.kind === 'prospect' && promise?.owner !== 'theirs'
}
