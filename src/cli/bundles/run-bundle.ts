import { NotInBundle } from '../../command/load-command.ts'
import { start, type Loaders } from '../world.ts'

/** Runs the next bundle, which has more than this one; bin/fu.js hands it over. */
declare const runNextBundle: () => void

/** Runs the program with a part of it, or the next bundle where that part is not enough. */
export function runBundle(loaders: Omit<Loaders, 'loadHelp'>): void {
  const loadHelp = (): Promise<never> => Promise.reject(new NotInBundle('help'))
  start({ ...loaders, loadHelp }).catch((error: unknown) => {
    if (!(error instanceof NotInBundle)) throw error
    runNextBundle()
  })
}
