import type { App } from '../../app.ts'
import { refused } from '../../domain/errors.ts'

/**
 * Refuses settings that came with a diary from another machine: one names a command to run, the other a server that
 * would be sent a password.
 *
 * @throws FuError `refused` for the first of them
 */
export function refuseForeignSettings(app: App, keys: readonly string[]): void {
  const { history } = app.diary()
  const foreign = keys.find((key) => !history.isSetHere(key))
  if (foreign === undefined) return
  throw refused(
    `The setting ${foreign} was set on another machine or in another file, so it is not used.`,
    `"fu config ${foreign}" shows it. Set it again if you trust it, or name mailbox and command yourself.`,
  )
}
