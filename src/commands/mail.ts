import { importMail } from '../actions/mail/import-mail.ts'
import { refuseForeignSettings } from '../actions/mail/foreign-settings.ts'
import { showUnreplied } from '../actions/mail/show-unreplied.ts'
import { readSince } from '../actions/read-when.ts'
import { defineCommand } from '../command/define-command.ts'
import { addDays } from '../domain/day.ts'
import { usage } from '../domain/errors.ts'
import { readMailSource } from '../parse/mail/mailbox.ts'

/** Older messages are not written: an inbox may go back years. */
const daysRead = 30

export default defineCommand({
  diary: 'needed',
  examples: [
    'fu mail ~/Maildir',
    'fu mail ~/Maildir --add --dry-run',
    'fu mail imap://sue@mail.hall.example --password-command "pass show mail"',
    'fu config mail.box imap://sue@mail.hall.example',
    'fu mail --unreplied',
  ],
  details: `Reads the headers of a Maildir, an mbox file, the Mail folder of Thunderbird, or a mailbox on a server
(IMAP). It changes nothing there, reads no text of a message, and sends nothing. Your addresses are those of
"fu config mail.me" and those you send from. A message belongs to the contact with its address or, if the
address is unknown, to the only contact in its thread. The words of a subject decide nothing.

  they write       you owe one answer for each contact and thread, unless you
                   spoke since
  copy to you      recorded; you owe nothing, unless it answers you
  automatic        automatic replies, receipts and calendar notices open and
                   close nothing
  lists            counted, unless they answer a message of yours
  you answer       in the thread, or with the flag "answered": closes what mail
                   opened there; what you typed stays open
  new thread       closes nothing: the line says when you wrote, and "fu done"
                   closes it
  reply wanted     Bcc you+fu@, you+3wd@ or you+fri@, or a flag in Sent: you
                   wait for a reply, by default for three working days
  they reply       closes what you waited for, and you owe an answer, unless
                   mail.replies is "logged"
  no reply         after three working days: --unreplied lists it, and the
                   page counts it if mail.box is set
  not arrived      you get a promise to find another address`,
  options: (command) =>
    command
      .argument('[mailbox]', 'a path, or imap://you@server (default: the setting mail.box)')
      .option('--since <when>', 'messages from this day on, as in 7d (default: the last 30 days)')
      .option('--add', 'add contacts for unknown people who wrote to you')
      .option('--dry-run', 'show what would be written, and write nothing')
      .option('--again', 'write messages again that "fu undo" took back')
      .option('--unreplied', 'show who has not replied to you; the mailbox is not read')
      .option('--password-command <command>', 'the command that prints the password')
      .option('--token-command <command>', 'the command that prints an access token (XOAUTH2)'),
  run: async (app, [mailbox], options) => {
    if (options.unreplied === true) {
      if (mailbox !== undefined) {
        throw usage(
          '--unreplied reads no mailbox: it lists messages from earlier runs.',
          'Run "fu mail --unreplied".',
        )
      }
      return showUnreplied(app)
    }
    const { box, passwordCommand, tokenCommand } = app.settings().mail
    const name = mailbox ?? box
    if (name === null) {
      throw usage(
        'No mailbox is named.',
        'Run "fu mail ~/Maildir", or set it once: fu config mail.box imap://sue@mail.hall.example',
      )
    }
    const isNamed = options.passwordCommand !== undefined || options.tokenCommand !== undefined
    const commands = isNamed
      ? { password: options.passwordCommand ?? null, token: options.tokenCommand ?? null }
      : { password: passwordCommand, token: tokenCommand }
    const source = readMailSource(name, commands)
    if (source.kind === 'imap') {
      refuseForeignSettings(app, [
        ...(mailbox === undefined ? ['mail.box'] : []),
        ...(isNamed ? [] : [`mail.${source.secret.kind}-command`]),
      ])
    }
    await importMail(app, {
      source,
      name,
      arguments: mailbox === undefined ? [] : [mailbox],
      since:
        options.since === undefined
          ? { day: addDays(app.now.day, -daysRead), time: null }
          : readSince(app, options.since),
      add: options.add === true,
      again: options.again === true,
      dryRun: options.dryRun === true,
    })
  },
})
