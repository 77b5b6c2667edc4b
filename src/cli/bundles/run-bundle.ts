import { NotInBundle } from '../../command/load-command.ts'
import { start, type Loaders } from '../world.ts'

/** Runs the next larger bundle; bin/fu.js supplies this function. */
declare const runNextBundle: () => void

/** Runs the program with these parts, or the next bundle if they are not enough. */
export function runBundle(loaders: Omit<Loaders, 'loadHelp' | 'loadMailboxes'>): void {
  const missing = (part: string) => (): Promise<never> => Promise.reject(new NotInBundle(part))
  start({ ...loaders, loadHelp: missing('help'), loadMailboxes: missing('mailboxes') }).catch(
    (error: unknown) => {
      if (!(error instanceof NotInBundle)) throw error
      runNextBundle()
    },
  )
}
