import { filled, letters, phone, rows, type LargeFile } from './large-file.ts'

function table(what: string, text: () => string): LargeFile {
  return { what: `a table: ${what}`, name: 'people.csv', words: ['import', 'FILE'], text }
}

/** A row as long as a row may be. */
const longRow = { characters: 3_900_000 }

const columns = Array.from({ length: 1999 }, (_, index) => `Phone ${index} - Value`).join()
const google = 'First Name,Phone 1 - Label,Phone 1 - Value\n'

export const tables: readonly LargeFile[] = [
  table('five million rows', () => filled('a\n', 'name\n')),
  table('blank lines', () => filled('\n', 'name\n')),
  table('empty rows', () => filled(',\n', 'name,phone\n', '', rows)),
  table('blanks', () => filled(' ')),
  table('one line', () => filled('a')),
  table('one quote', () => filled('a\n', 'name,phone\nGary,"')),
  table('quotes', () => filled('"', 'name,phone\n')),
  table('cells of quotes', () => filled('"""",', 'name,phone\n', '', longRow)),
  table('two million columns', () => filled((index) => `c${index},`, 'name,')),
  table('a line of columns', () => filled((index) => `c${index},`, 'name,', 'a', { characters: 999_000 })),
  table('two thousand columns of words', () => filled(`a${',b'.repeat(1999)}\n`, `First Name,${columns}\n`)),
  table('two thousand empty columns', () => filled(`a${','.repeat(1999)}\n`, `First Name,${columns}\n`)),
  table('two thousand numbers', () => filled(`a${',041'.repeat(1999)}\n`, `First Name,${columns}\n`)),
  table('rows with too many cells', () => filled(`${','.repeat(100)}b\n`, 'name,phone\n')),
  table('long names', () => filled(`${'a'.repeat(600)}\n`, 'name\n')),
  table('one long name', () => filled('a', 'name\n', '', longRow)),
  table('one long note', () => filled('a ', 'name,note\nGary,', '', longRow)),
  table('long notes', () => filled(`Gary,${'a '.repeat(450_000)}\n`, 'name,note\n')),
  table('a note of a million lines', () => filled('\n', 'name,note\nGary,"', '"\n', longRow)),
  table('tags', () => filled((index) => `t${index};`, 'name,tags\nGary,"', '"\n', longRow)),
  table('numbers in a cell', () => filled((index) => `04${index} ::: `, `${google}Gary,Work,`, '', longRow)),
  table('the same row', () =>
    filled('Gary Lee,0412 345 678,gary@example.com\n', 'name,phone,email\n', '', rows),
  ),
  table('promises that nobody can read', () =>
    filled((index) => `${index},,Gary,mine,,\n`, 'id,uid,contact,owner,what,due_day\n', '', rows),
  ),
]

/** Tables of people of whom each is added: the work is in proportion to their number. */
export const peopleTables: readonly LargeFile[] = [
  table('people', () =>
    filled(
      (index) => `${letters(index)} Lee,${phone(index)},Foods of Sydney\n`,
      'name,phone,company\n',
      '',
      rows,
    ),
  ),
  table('people of one name', () =>
    filled((index) => `Gary Lee,${letters(index)}\n`, 'name,company\n', '', rows),
  ),
  table('people of one number', () =>
    filled((index) => `${letters(index)} Lee,0412 345 678\n`, 'name,phone\n', '', rows),
  ),
  table('people of one number with its country', () =>
    filled((index) => `${letters(index)} Lee,+61 412 345 678\n`, 'name,phone\n', '', rows),
  ),
  table('people of one email address', () =>
    filled((index) => `${letters(index)} Lee,gary@example.com\n`, 'name,email\n', '', rows),
  ),
  table('people of one company', () =>
    filled((index) => `${letters(index)} Lee,Foods\n`, 'name,company\n', '', rows),
  ),
  table('numbers without a name', () => filled((index) => `,${phone(index)}\n`, 'name,phone\n', '', rows)),
]
