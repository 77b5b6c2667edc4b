import type { App } from '../../app.ts'
import { failed } from '../../domain/errors.ts'
import type { MailRow } from '../../domain/mail.ts'
import type { MailSource } from '../../domain/mail-source.ts'

/** The messages of a mailbox of any kind since an instant, in seconds since 1970. */
export async function* readMail(_app: App, source: MailSource, _since: number): AsyncGenerator<MailRow> {
  yield* []
  throw failed(`${source.kind === 'path' ? source.path : source.url} cannot be read yet.`)
}
