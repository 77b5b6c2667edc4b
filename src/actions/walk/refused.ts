import type { App } from '../../app.ts'
import { FuError } from '../../domain/errors.ts'
import type { Interactive } from './interactive.ts'

/** The result of the work; `null` if it was refused, which is noted. */
export async function orRefused<Value>(
  { app }: Interactive,
  work: () => Promise<Value>,
): Promise<Value | null> {
  try {
    return await work()
  } catch (error) {
    sayRefused(app, error)
    return null
  }
}

/** Notes a refusal; throws other errors again. */
export function sayRefused(app: App, error: unknown): void {
  if (!(error instanceof FuError) || error.kind === 'interrupted' || error.kind === 'failed') throw error
  app.terminal.note(error.hint === null ? error.message : `${error.message} ${error.hint}`)
}
