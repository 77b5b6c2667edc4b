/** A file that is easily written and may be hard to read. */
export type LargeFile = {
  readonly what: string
  /** The name of the file, for which `FILE` stands in the words. */
  readonly name: string
  /** The command line. */
  readonly words: readonly string[]
  readonly text: () => string
}

/** The most characters of a file. */
const length = 10_000_000

type Piece = string | ((index: number) => string)

/** How long a text is, and how many pieces it has, at most: what is just below a limit of the program does the most work. */
type Limits = { readonly characters?: number; readonly pieces?: number }

/** The longest text of a beginning, pieces and an end: 10 MB, if there are no other limits. */
export function filled(piece: Piece, start = '', end = '', limits: Limits = {}): string {
  const { characters = length, pieces: most = Infinity } = limits
  let left = characters - start.length - end.length
  if (typeof piece === 'string') {
    return start + piece.repeat(Math.min(most, Math.floor(left / piece.length))) + end
  }
  const pieces = [start]
  for (let index = 0; index < most; index += 1) {
    const next = piece(index)
    left -= next.length
    if (left < 0) break
    pieces.push(next)
  }
  return [...pieces, end].join('')
}

/** As many rows as a file of 10 MB may have. */
export const rows: Limits = { pieces: 99_000 }

/** A number in letters, because a name with so many digits would be read as a phone number. */
export function letters(index: number): string {
  return String(index)
    .padStart(6, '0')
    .replace(/\d/g, (digit) => 'bdfgklmnrt'.charAt(Number(digit)) + 'aeiou'.charAt(Number(digit) % 5))
}

export function phone(index: number): string {
  return `04${String(index).padStart(8, '0')}`
}
