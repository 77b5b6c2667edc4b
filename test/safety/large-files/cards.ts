import { filled, letters, phone, rows, type LargeFile } from './large-file.ts'

function cardsOf(what: string, text: () => string): LargeFile {
  return { what: `cards: ${what}`, name: 'cards.vcf', words: ['import', 'FILE'], text }
}

/** A card that is nearly as long as a card may be. */
function card(what: string, line: string | ((index: number) => string)): LargeFile {
  return {
    what: `a card: ${what}`,
    name: 'card.vcf',
    words: ['import', 'FILE'],
    text: () =>
      filled(line, 'BEGIN:VCARD\nVERSION:3.0\nFN:Gary\n', '\nEND:VCARD\n', {
        characters: 7_900_000,
        pieces: 199_000,
      }),
  }
}

/** A card with one property that is nearly as long as a card may be. */
function property(what: string, name: string, piece: string | ((index: number) => string)): LargeFile {
  return {
    what: `a card: ${what}`,
    name: 'card.vcf',
    words: ['import', 'FILE'],
    text: () =>
      filled(piece, `BEGIN:VCARD\nVERSION:3.0\nFN:Gary\n${name}`, '\nEND:VCARD\n', { characters: 7_900_000 }),
  }
}

export const cards: readonly LargeFile[] = [
  cardsOf('a name each', () => filled('BEGIN:VCARD\nFN:a\nEND:VCARD\n')),
  cardsOf('the same card', () => filled('BEGIN:VCARD\nFN:Gary\nEND:VCARD\n', '', '', rows)),
  cardsOf('nothing in them', () => filled('BEGIN:VCARD\nEND:VCARD\n', '', '', rows)),
  cardsOf('no end', () => filled('BEGIN:VCARD\n', '', '', rows)),
  cardsOf('lines between them', () => filled('a\n', 'BEGIN:VCARD\nFN:a\nEND:VCARD\n')),
  cardsOf('ten million lines in one', () => filled('a\n', 'BEGIN:VCARD\nFN:a\n')),
  card('numbers', (index) => `TEL:04${index}\n`),
  card('the same number', 'TEL:0412345678\n'),
  card('email addresses', (index) => `EMAIL:a${index}@example.com\n`),
  card('addresses', (index) => `ADR:;;${index};;;;\n`),
  card('categories', (index) => `CATEGORIES:c${index}\n`),
  card('notes', 'NOTE:a\n'),
  card('different notes', (index) => `NOTE:${index}\n`),
  card('names', 'N:a;b;c;d;e\n'),
  card('unknown properties', (index) => `X-P${index}:a\n`),
  card('groups', (index) => (index % 2 === 0 ? `i${index}.TEL:04${index}\n` : `i${index - 1}.X-ABLabel:a\n`)),
  card('one group', (index) => (index % 2 === 0 ? `i.TEL:04${index}\n` : `i.X-ABLabel:a${index}\n`)),
  card('labels', (index) => `TEL;TYPE=t${index}:04${index}\n`),
  card('dates', (index) => `BDAY:${1000 + (index % 1000)}0101\n`),
  card('cards', 'BEGIN:VCARD\nFN:a\n'),
  card('folded lines', (index) => (index === 0 ? 'NOTE:' : '\n a')),
  card('a folded number', (index) => (index === 0 ? 'TEL:' : '\n 1')),
  card('folded names of properties', '\n A'),
  card('a photo', (index) => (index === 0 ? 'PHOTO;ENCODING=b:' : `\n ${'/9j/'.repeat(9)}`)),
  card('quoted-printable', (index) =>
    index === 0 ? 'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:' : '=C3=A4=0D=0A=\n',
  ),
  property('a photo on one line', 'PHOTO;ENCODING=b;TYPE=JPEG:', '/9j/4AAQSkZJ'),
  property('a long note', 'NOTE:', 'a '),
  property('a long name', 'FN:', 'a'),
  property('line ends', 'NOTE:', '\\n'),
  property('semicolons', 'N:', ';'),
  property('commas', 'CATEGORIES:', ','),
  property('a list of categories', 'CATEGORIES:', (index) => `c${index},`),
  property('backslashes', 'N:', '\\'),
  property('equals signs', 'NOTE;ENCODING=QUOTED-PRINTABLE:', '='),
  property('parameters', 'TEL', (index) => `;TYPE=t${index}`),
  property('quotes', 'TEL;TYPE=', '"'),
  property('an address', 'ADR:', 'a;b'),
  property('a company', 'ORG:', ';a'),
]

export const peopleCards: readonly LargeFile[] = [
  cardsOf('people of one number', () =>
    filled((index) => `BEGIN:VCARD\nFN:${letters(index)} Lee\nTEL:+61412555019\nEND:VCARD\n`, '', '', rows),
  ),
  cardsOf('one person', () =>
    filled((index) => `BEGIN:VCARD\nUID:1\nFN:Gary\nX-P${index}:a\nEND:VCARD\n`, '', '', rows),
  ),
  cardsOf('people', () =>
    filled(
      (index) => `BEGIN:VCARD\nFN:${letters(index)} Lee\nTEL:${phone(index)}\nEND:VCARD\n`,
      '',
      '',
      rows,
    ),
  ),
]
