import { failed } from '../../domain/errors.ts'

/** A diary is nested six deep: the steps of a plan that was started. */
const deepest = 20

/** A file may have so many lists and objects, and more where it is longer: those of a diary have more text in them. */
const alwaysAllowed = 300_000
const charactersPerContainer = 20

/**
 * Looks at how a JSON text is nested, before it is parsed: parsing takes hundreds of times as much memory as the text
 * where it is all brackets.
 *
 * @throws FuError `failed` where it is nested too deep, or has too many lists and objects for its length
 */
export function checkShape(text: string): void {
  const most = Math.max(alwaysAllowed, text.length / charactersPerContainer)
  let depth = 0
  let containers = 0
  for (let index = 0; index < text.length; index += 1) {
    switch (text.charCodeAt(index)) {
      case quote:
        index = endOfString(text, index)
        break
      case openBrace:
      case openBracket:
        depth += 1
        containers += 1
        if (depth > deepest) throw notADiary(`it is nested more than ${deepest} deep`)
        if (containers > most) throw notADiary(`it has more than ${Math.floor(most)} lists and objects`)
        break
      case closeBrace:
      case closeBracket:
        depth -= 1
    }
  }
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [
  0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d,
]

/** Where a string ends that begins at an index; the end of the text where it does not. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    if (unit === quote) return index
    if (unit === backslash) index += 1
  }
  return text.length
}

function notADiary(why: string): Error {
  return failed(`This JSON is not a diary: ${why}.`, 'fu reads what "fu export --format json" writes.')
}
