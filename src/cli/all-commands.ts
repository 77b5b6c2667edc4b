import type { ReadMailbox } from '../domain/mail-source.ts'
import { loaderFrom, type CommandLoaders } from '../command/load-command.ts'
import { catalogue, suggestionsFor } from './catalogue.ts'
import type { World } from './world-type.ts'
import { everydayCommands } from './everyday-commands.ts'

/** Every command, including the unlisted ones. */
export const allCommands: CommandLoaders = {
  ...everydayCommands,
  week: async () => (await import('../commands/week.ts')).default,
  go: async () => (await import('../commands/go.ts')).default,
  print: async () => (await import('../commands/print.ts')).default,
  add: async () => (await import('../commands/add.ts')).default,
  sold: async () => (await import('../commands/sold.ts')).default,
  people: async () => (await import('../commands/people.ts')).default,
  edit: async () => (await import('../commands/edit.ts')).default,
  merge: async () => (await import('../commands/merge.ts')).default,
  forget: async () => (await import('../commands/forget.ts')).default,
  list: async () => (await import('../commands/list.ts')).default,
  find: async () => (await import('../commands/find.ts')).default,
  review: async () => (await import('../commands/review.ts')).default,
  check: async () => (await import('../commands/check.ts')).default,
  history: async () => (await import('../commands/history.ts')).default,
  open: async () => (await import('../commands/open.ts')).default,
  export: async () => (await import('../commands/export.ts')).default,
  import: async () => (await import('../commands/import.ts')).default,
  calls: async () => (await import('../commands/calls.ts')).default,
  mail: async () => (await import('../commands/mail.ts')).default,
  backup: async () => (await import('../commands/backup.ts')).default,
  dailybackup: async () => (await import('../commands/dailybackup.ts')).default,
  restore: async () => (await import('../commands/restore.ts')).default,
  plan: async () => (await import('../commands/plan.ts')).default,
  config: async () => (await import('../commands/config.ts')).default,
  when: async () => (await import('../commands/when.ts')).default,
  doctor: async () => (await import('../commands/doctor.ts')).default,
  completion: async () => (await import('../commands/completion.ts')).default,
  unknown: async () => (await import('../commands/unknown.ts')).default(suggestionsFor),
  demo: async (load) => (await import('../commands/demo.ts')).default(load),
  manual: async (load) => (await import('../commands/manual.ts')).default(catalogue, load),
}

/** Loads any command. */
export const loadCommand = loaderFrom(allCommands)

/** Loads the help pages. */
export const loadHelp: World['loadHelp'] = async () => ({
  helpText: (await import('../views/manual/help-text.ts')).helpText,
  topicText: (await import('../views/manual/topic-text.ts')).topicText,
})

/** Loads what reads mailboxes, for `fu mail` alone. */
export const loadMailboxes = async (): Promise<ReadMailbox> => {
  const { readMailbox } = await import('../mailboxes/mailbox.ts')
  return (source, since) => readMailbox({ authorities: [] }, source, { since })
}
