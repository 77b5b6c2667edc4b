import type { PagePromise } from '../../domain/page.ts'
import type { PromiseKind } from '../../domain/promise.ts'
import type { PromiseState } from './promise-state.ts'

const planned: ReadonlySet<PromiseKind> = new Set<PromiseKind>([
  'call-back',
  'answer',
  'complaint',
  'receipt',
  'thanks',
  'happiness',
  'met',
  'tickler',
  'wrong-number',
])

/**
 * Whether I promised them a day: not for plan steps, answers and promises with a trigger (R14), unless they were told
 * one later (R12).
 */
export function gaveMyWord(
  { owner, kind, step, trigger }: PagePromise,
  { told }: Pick<PromiseState, 'told'>,
): boolean {
  return owner === 'mine' && (told || (step === null && trigger === null && !planned.has(kind)))
}
