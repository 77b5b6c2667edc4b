import type { App } from '../../app.ts'
import type { NewContact } from '../../domain/contact.ts'
import { usage } from '../../domain/errors.ts'
import { readName } from '../../parse/contact/details.ts'
import { readEmail, readPhones } from '../../parse/contact/phone.ts'
import { readLine } from '../../parse/text.ts'

/**
 * Asks for a name and other missing details of a contact.
 *
 * @throws FuError `usage` if nobody can be asked
 */
export async function askContact(app: App, known: Omit<NewContact, 'name'>): Promise<NewContact> {
  const { prompts } = app.terminal
  if (prompts === null) {
    throw usage('A contact needs a name.', 'Write it, as in fu add "Gary Lee" --phone 0412555019.')
  }
  const { country } = app.settings()
  const optional = <Value>(message: string, read: (typed: string) => Value): Promise<Value | null> =>
    prompts.ask({
      message: `${message} (empty: none)`,
      initial: '',
      check: (typed) => (typed.trim() === '' ? null : read(typed)),
    })

  const name = await prompts.ask({ message: 'Name?', initial: '', check: readName })
  const company = known.company ?? (await optional('Company?', (typed) => readLine(typed, 'A company')))
  const phones =
    known.phones.length > 0 ? null : await optional('Phone?', (typed) => readPhones(typed, country))
  const email = known.emails.length > 0 ? null : await optional('Email?', readEmail)
  const met =
    known.source.met ?? (await optional('Where did you meet?', (typed) => readLine(typed, 'Where you met')))
  return {
    ...known,
    name,
    company,
    phones: phones ?? known.phones,
    emails: email === null ? known.emails : [email],
    source: { ...known.source, met },
  }
}
