import { filled, phone, type LargeFile } from './large-file.ts'

function xml(what: string, text: () => string, ...options: readonly string[]): LargeFile {
  return { what: `a call log: ${what}`, name: 'calls.xml', words: ['calls', 'FILE', ...options], text }
}

function table(what: string, text: () => string): LargeFile {
  const map = ['--map', 'number=N', 'date=D', 'type=T', '--dates', 'iso']
  return { what: `a table of calls: ${what}`, name: 'calls.csv', words: ['calls', 'FILE', ...map], text }
}

/** A missed call of the last weeks; each in its own second. */
function missed(number: string, index: number): string {
  const milliseconds = (1_762_000_000 + index) * 1000
  return `<call number="${number}" duration="0" date="${milliseconds}" type="3"/>\n`
}

const fewerNumbers = { pieces: 19_900 }

export const callLogs: readonly LargeFile[] = [
  xml('empty tags', () => filled('<call/>', '<calls>', '</calls>')),
  xml('text messages', () => filled('<sms/>', '<calls>', '</calls>')),
  xml('missed calls', () =>
    filled((index) => missed(phone(index), index), '<calls>', '</calls>', fewerNumbers),
  ),
  xml('too many numbers', () => filled((index) => missed(phone(index), index), '<calls>', '</calls>')),
  xml('calls of one number', () => filled((index) => missed('0412345678', index), '<calls>', '</calls>')),
  xml('tags in tags', () => filled('<call>', '<calls>')),
  xml('one tag', () => filled('a', '<calls><call number="', '"/></calls>')),
  xml('attributes', () => filled((index) => `a${index}="b" `, '<calls><call ', '/></calls>')),
  xml('a comment', () => filled('a', '<calls><!--', '--></calls>')),
  xml('a text', () => filled('a', '<calls>', '</calls>')),
  xml('references', () => filled('&#55357;', '<calls><call number="', '"/></calls>')),
  xml('a DOCTYPE', () => filled('<!ENTITY a "a">', '<!DOCTYPE calls [', ']><calls/>')),
  table('rows that cannot be read', () => filled('1,2,3\n', 'N,D,T\n')),
  table('empty rows', () => filled(',,\n', 'N,D,T\n')),
  table('missed calls', () =>
    filled(
      (index) => `${phone(index)},2026-11-${10 + (index % 15)} 09:00,missed\n`,
      'N,D,T\n',
      '',
      fewerNumbers,
    ),
  ),
  table('too many numbers', () =>
    filled((index) => `${phone(index)},2026-11-${10 + (index % 15)} 09:00,missed\n`, 'N,D,T\n'),
  ),
  table('calls of one number', () =>
    filled((index) => `0412345678,2026-11-${10 + (index % 15)} 09:00,missed\n`, 'N,D,T\n'),
  ),
  table('calls without a number', () => filled(',2026-11-20 09:00,missed\n', 'N,D,T\n')),
  table('one quote', () => filled('a\n', 'N,D,T\n"')),
  {
    what: 'a call log: JSON',
    name: 'calls.json',
    words: ['calls', 'FILE'],
    text: () => filled('['),
  },
  {
    what: 'a call log: a web page',
    name: 'Gary - Missed.html',
    words: ['calls', 'FILE'],
    text: () => filled('<abbr class="published" ', '<html>'),
  },
]

/** Logs of which each caller is added. */
export const peopleCalls: readonly LargeFile[] = [
  xml(
    'callers that are added',
    () => filled((index) => missed(phone(index), index), '<calls>', '</calls>', fewerNumbers),
    '--add',
    '--since',
    '2025-01-01',
  ),
]
