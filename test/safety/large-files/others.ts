import { filled, type LargeFile } from './large-file.ts'

export const others: readonly LargeFile[] = [
  {
    what: 'a diary: letters',
    name: 'letters.db',
    words: ['today', '--diary', 'FILE'],
    text: () => filled('a'),
  },
  {
    what: 'a diary: the first line of a database',
    name: 'begun.db',
    words: ['doctor', '--diary', 'FILE'],
    text: () => filled('a', 'SQLite format 3\0'),
  },
  {
    what: 'a backup: letters',
    name: 'letters.db',
    words: ['restore', 'FILE', '--yes'],
    text: () => filled('a'),
  },
]

/** The longest word that a system hands to a program. */
const longest = { characters: 120_000 }

const word = (what: string, words: readonly string[]): LargeFile => ({
  what: `a word: ${what}`,
  name: 'none',
  words,
  text: () => '',
})

const long = {
  letters: filled('a', '', '', longest),
  words: filled('fri ', '', '', longest),
  different: filled((index) => `w${index} `, '', '', longest),
  digits: filled('1', '', '', longest),
  marks: filled('(', '', '', longest),
  commas: filled('2026-12-25,', '', '2026-12-26', longest),
}

/** Long words in each place where a command reads one. */
export const longWords: readonly LargeFile[] = Object.entries(long).flatMap(([name, text]) => [
  word(`${name} as a date`, ['when', text]),
  word(`${name} as a name`, ['add', text, '--no-next']),
  word(`${name} as a phone number`, ['add', 'Ada', '--phone', text, '--no-next']),
  word(`${name} as a promise`, ['promise', 'gary', text, '--due', 'fri']),
  word(`${name} as a contact`, ['show', text]),
  word(`${name} to find`, ['find', text]),
  word(`${name} as holidays`, ['config', 'holidays', text]),
  word(`${name} as a plan`, ['plan', 'new', 'a', `+1d call: ${text}`]),
  word(`${name} as a command`, [text]),
  word(`${name} to complete`, ['complete', '--', 'fu', 'show', text]),
])
