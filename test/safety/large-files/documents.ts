import { filled, letters, phone, rows, type LargeFile } from './large-file.ts'

function document(what: string, text: () => string): LargeFile {
  return { what: `a JSON document: ${what}`, name: 'diary.json', words: ['import', 'FILE'], text }
}

/** A document with people, the last of whom cannot be read. */
function people(what: string, piece: string | ((index: number) => string), limits = {}): LargeFile {
  return document(what, () => filled(piece, '{"version":1,"people":[', '0]}', limits))
}

const uid = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
const at = '"2026-11-25T09:00:00+00:00"'

function person(index: number): string {
  const phones = `[{"label":null,"value":"${phone(index)}"}]`
  return `{"id":${index + 1},"uid":"${uid(index)}","name":"${letters(index)}","phones":${phones},"addedAt":${at}},`
}

const thousand = Array.from({ length: 499 }, (_, index) => `"${index}":0`).join()

export const documents: readonly LargeFile[] = [
  people('three million {}', '{},'),
  people('as many {} as fit', '{},', rows),
  people('nested lists', '['),
  people('nested objects', '{"a":'),
  people('lists', '[],'),
  people('numbers', '1,'),
  people('nothing', 'null,'),
  people('as many nothings as fit', 'null,', rows),
  people('empty texts', '"",'),
  people('rows that cannot be read', `{"id":"${'x'.repeat(100)}"},`),
  people('rows of 500 fields', `{${thousand}},`),
  people(
    'rows of different fields',
    (index) => `{${Array.from({ length: 499 }, (_, field) => `"${index}-${field}":0`).join()}},`,
  ),
  people('rows of lists', `{"tags":[${'"a",'.repeat(190)}"b"]},`),
  people('rows of nested lists', `{"tags":${'['.repeat(15)}${']'.repeat(15)}${' '.repeat(280)}},`),
  people(
    'people of one id',
    '{"id":1,"name":"Gary Lee","phones":[{"label":null,"value":"0412"}],"addedAt":null},',
  ),
  document('one text', () => filled('a', '{"version":1,"people":[{"id":1,"name":"', '"}]}')),
  document('one name of a field', () => filled('a', '{"version":1,"people":[{"', '":1}]}')),
  document('escapes', () => filled('\\u0061', '{"version":1,"people":[{"id":1,"name":"', '"}]}')),
  document('backslashes', () => filled('\\', '{"version":1,"people":[{"id":1,"name":"', '"}]}')),
  document('a million fields', () =>
    filled((index) => `"f${index}":1,`, '{"version":1,"people":[{', '"f":1}]}'),
  ),
  document('a million books', () =>
    filled((index) => `"f${index}":1,`, '{"version":1,"people":[],', '"f":1}'),
  ),
  document('a million settings', () =>
    filled((index) => `"s${index}":"a",`, '{"version":1,"settings":{', '"s":"a"}}'),
  ),
  document('one number', () => filled('1', '{"version":1,"people":[', ']}')),
  document('the numbers of one person', () =>
    filled('{"value":"0412345678"},', '{"version":1,"people":[{"id":1,"name":"Gary","phones":[', '0]}]}'),
  ),
  document('the tags of one person', () =>
    filled((index) => `"t${index}",`, '{"version":1,"people":[{"id":1,"name":"Gary","tags":[', '"t"]}]}'),
  ),
  document('one setting', () =>
    filled('2026-12-25 ', '{"version":1,"people":[],"settings":{"holidays":"', '"}}'),
  ),
  document('a plan of many steps', () =>
    filled('"call in 1d",', '{"version":1,"people":[],"plans":[{"name":"a","steps":[', '0]}]}', rows),
  ),
  document('plans', () =>
    filled(
      (index) => `{"name":"p${letters(index)}","steps":["call in 1d"]},`,
      '{"version":1,"people":[],"plans":[',
      '0]}',
      rows,
    ),
  ),
  document('blanks', () => filled(' ', '{"version":1,', '"people":[]}')),
]

const gary = `{"id":1,"uid":"${uid(1)}","name":"Gary","addedAt":${at}}`

/** Documents of rows of which each is added. */
export const peopleDocuments: readonly LargeFile[] = [
  document('people', () => filled(person, '{"version":1,"people":[', '0]}')),
  document('entries', () =>
    filled(
      (index) =>
        `{"id":${index + 1},"uid":"${uid(index)}","at":${at},"contact":{"id":1,"name":"Gary"},"promise":null,"direction":"out","channel":null,"outcome":null,"feedback":null,"act":"logged","offer":null,"text":"${letters(index)}"},`,
      `{"version":1,"people":[${gary}],"entries":[`,
      '0]}',
    ),
  ),
]
