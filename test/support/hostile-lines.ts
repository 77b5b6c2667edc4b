import { widthOf } from '../../src/views/layout/measure.ts'

/** The control sequences that fu may print: colours, hyperlinks, and progress. */
// oxlint-disable-next-line no-control-regex
const ours = /\u001b\[[\d;]*m|\u001b\]8;;[\x21-\x7e]*\u001b\\|\r\u001b\[K/g

/** Characters that a screen would interpret or hide, which no output may contain. */
const obeying =
  /(?!\n)[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

/** The control characters in an output, except our own colours and links. */
export function obeyed(output: string): string[] {
  return output.replace(ours, '').match(obeying) ?? []
}

/** The lines of an output that are wider than a screen. The library counts vowel signs as letters; see `widthOf`. */
export function tooWide(output: string, columns: number): string[] {
  return output
    .replace(ours, '')
    .split('\n')
    .filter((line) => widthOf(line) > columns)
}

/** The options of a contact that take any text. */
export const anyText = [
  'company',
  'address',
  'nick',
  'met',
  'from-word',
  'tag',
  'note',
  'best-time',
  'title',
  'department',
  'prefix',
  'middle',
  'suffix',
  'link',
] as const

/** Adds a contact with a text in every field, and in its first promise. */
export function anAdd(text: string): string[] {
  const known = anyText.flatMap((option) => [`--${option}`, text])
  return ['add', ...known, '--promise', text, '--due', 'today', '--json', '--', `Ada ${text}`]
}

/**
 * Every other writing command, with a text in every argument, about a contact and its first promise, which the last one
 * keeps.
 */
export function everyWrite(contact: number, promise: number, text: string): string[][] {
  const who = `@${contact}`
  const which = String(promise)
  const name = `plan-${contact}`
  const step = text.replace(/[{}]/g, '').slice(0, 400)
  return [
    ['promise', who, '--due', 'today', '--when', text, '--', text],
    ['wait', who, '--due', 'today', '--', text],
    ['heard', who, '--promise', text, '--due', 'fri', '--', text],
    ['heard', who, '--complaint', '--', text],
    ['sent', who, '--', text],
    ['sold', who, '--offer', text, '--', text],
    ['log', who, '--in', '--offer', text, '--', text],
    ['tried', which, '--message', '--', text],
    ['move', which, 'today 16:00', '--told', '--why', text],
    ['snooze', which, 'tomorrow'],
    ['edit', who, '--name', `Bo ${text}`, ...anyText.flatMap((option) => [`--${option}`, `${text} `])],
    ['plan', 'new', name, '--', `+1d call: ${step}`, 'after +1d: write'],
    ['plan', 'start', name, who, '--', text],
    ['plan', 'stop', name, who],
    ['done', which, '--outcome', 'declined', '--why', text, '--next', text, '--due', 'today', '--', text],
  ]
}

/** Every command that takes words, with a text in the wrong place. */
export function everyWrongLine(text: string): string[][] {
  return [
    ...['show', 'done', 'people', 'find', 'when', 'undo', 'today', 'week', 'go', 'import', 'calls'].map(
      (name) => [name, '--', text],
    ),
    ...['restore', 'forget', 'completion', 'export', 'print'].map((name) => [name, '--', text]),
    ...['phone', 'email', 'every', 'zone', 'from', 'kind', 'by'].map((option) => [
      'edit',
      '@1',
      `--${option}`,
      text,
    ]),
    ...['name', 'number', 'country', 'dates', 'days', 'hours', 'holidays', 'every.customer', text].map(
      (key) => ['config', '--', key, text],
    ),
    ['promise', '--due', 'fri', '--', text, 'x'],
    ['promise', '@1', '--due', text, 'x'],
    ['log', '@1', '--on', text, 'x'],
    ['merge', '@1', '--', text],
    ['list', '--who', text],
    ['list', '--since', text],
    ['people', '--tag', text],
    ['people', '--bought', text],
    ['review', '--since', text],
    ['history', '-n', text],
    ['plan', 'show', text],
    ['plan', 'new', '--', text, '+1d: x'],
    ['plan', 'new', 'x', '--', text],
    ['plan', 'try', 'met', '--from', text],
    ['import', 'x', '--map', text],
    ['calls', 'x', '--map', text],
    ['export', '--format', text],
    ['today', '--width', text],
    ['today', '--color', text],
    [text],
    [`--${text}`],
  ]
}

/** Every command that prints data of the diary, about the named people. */
export function everyLook(contacts: readonly number[]): string[][] {
  return [
    ...['today', 'week', 'next', 'list', 'people', 'review', 'check', 'plan', 'config'].map((name) => [name]),
    ['list', '--all'],
    ['history', '-n', '1000'],
    ['find', 'word'],
    ['config', 'name'],
    ...contacts.flatMap((id) => [['show', `@${id}`]]),
  ]
}
