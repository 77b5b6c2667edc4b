/** What an entry records: the command that wrote it, in the past tense. */
export const acts = [
  'logged',
  'heard',
  'acknowledged',
  'sent',
  'sold',
  'done',
  'tried',
  'moved',
  'told',
  'snoozed',
  'dropped',
  'stopped',
] as const
export type Act = (typeof acts)[number]
