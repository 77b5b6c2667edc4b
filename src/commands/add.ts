import { readNextStep } from '../actions/ask/next-step.ts'
import { addContact } from '../actions/people/add.ts'
import { askContact } from '../actions/people/ask-contact.ts'
import { findContact } from '../actions/people/find-contact.ts'
import { contactOptions } from '../command/contact-options.ts'
import { defineCommand } from '../command/define-command.ts'
import { emptyContact, type NewContact } from '../domain/contact.ts'
import { emptyNameParts } from '../domain/name-parts.ts'
import { usage } from '../domain/errors.ts'
import { readAnniversary, readBirthday, readExtra, readLink } from '../parse/contact/card-details.ts'
import { readAddress, readName, readZone } from '../parse/contact/details.ts'
import { readEmail, readPhones } from '../parse/contact/phone.ts'
import { readEvery } from '../parse/phrase/period.ts'
import { readLine } from '../parse/text.ts'

export default defineCommand({
  diary: 'optional',
  examples: [
    'fu add "Gary Lee" --phone 0412555019 --met "trade show" --promise "send the quote" --due fri',
    'fu add "Ada Müller" --company "Müller AG" --email work:ada@mueller.example --by email --no-next',
    'fu add',
  ],
  details: [
    'A phone number may have a label before it ("work: 030 1234567"), and after it an extension ("ext. 12"), digits to',
    'dial after the answer (",,123#") or a remark ("(reception)"), which becomes its label. One text may contain several',
    'numbers: "030 123456 / 0170 1234567".',
  ].join('\n'),
  options: (command) =>
    contactOptions(command.argument('[name...]', 'their name (on a terminal, fu asks for it)'))
      .option('--promise <what>', 'the first promise to them')
      .option('-d, --due <when>', 'when it is due')
      .option('--hot', 'to be done first')
      .option('--no-next', 'deliberately no promise')
      .option('--anyway', 'even if they were forgotten and blocked, or do not want to be contacted'),
  run: async (app, [words], options) => {
    const isNamed = words.length > 0
    if (!isNamed && app.terminal.prompts === null) {
      throw usage('A contact needs a name.', 'Write it, as in fu add "Gary Lee" --phone 0412555019.')
    }
    const { promise: what, due, hot, next, anyway } = options
    const first = await readNextStep(app, { option: '--promise', what, due, hot: hot === true })
    const sender = options.from === undefined ? null : await findContact(app, options.from)
    const { country } = app.settings()
    const known: Omit<NewContact, 'name'> = {
      ...emptyContact(),
      company: line(options.company, 'A company'),
      nick: line(options.nick, 'A nickname'),
      kind: options.kind ?? null,
      channel: options.by ?? null,
      phones: (options.phone ?? []).flatMap((text) => readPhones(text, country)),
      emails: (options.email ?? []).map(readEmail),
      addresses: options.address === undefined ? [] : [readAddress(options.address)],
      source: {
        met: line(options.met, 'Where you met'),
        word: line(options.fromWord, 'A source'),
        from: sender === null ? null : { id: sender.id, name: sender.name },
      },
      every: options.every === undefined ? null : readEvery(options.every),
      timeZone: options.zone === undefined ? null : readZone(options.zone),
      bestTime: line(options.bestTime, 'A best time'),
      tags: (options.tag ?? []).map((tag) => readLine(tag, 'A tag')),
      note: line(options.note, 'A note'),
      title: line(options.title, 'A title'),
      department: line(options.department, 'A department'),
      birthday: options.birthday === undefined ? null : readBirthday(options.birthday),
      anniversaries: (options.anniversary ?? []).map(readAnniversary),
      links: (options.link ?? []).map(readLink),
      nameParts: {
        ...emptyNameParts,
        prefix: line(options.prefix, 'A name prefix'),
        given: line(options.given, 'A given name'),
        middle: line(options.middle, 'A middle name'),
        family: line(options.family, 'A family name'),
        suffix: line(options.suffix, 'A name suffix'),
      },
      extra: (options.extra ?? []).map(readExtra),
    }
    const contact = isNamed ? { ...known, name: readName(words.join(' ')) } : await askContact(app, known)
    await addContact(app, contact, { first, isMeantLast: !next, evenIfUnwanted: anyway === true })
  },
})

function line(text: string | undefined, what: string): string | null {
  return text === undefined ? null : readLine(text, what)
}
