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
])

/** Whether they were given a day by me: not by what a plan began or what they asked for, until they are told one (R12). */
export function gaveMyWord({ owner, kind, step }: PagePromise, { told }: PromiseState): boolean {
  return owner === 'mine' && (told || (step === null && !planned.has(kind)))
}
