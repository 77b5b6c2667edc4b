import { failed } from '../../domain/errors.ts'
import { mostRows } from '../../domain/import-limits.ts'

/** The deepest nesting: a diary needs six levels, for the steps of a started plan. */
const deepest = 20

/** How many lists and objects any file may have; beyond that number, how many characters of text each one needs. */
const alwaysAllowed = 300_000
const charactersPerContainer = 20

/** The most fields of an object: a diary has fewer than a hundred settings. */
const mostFields = 500

/**
 * Checks the structure of a JSON text before it is parsed: a text of brackets and commas needs hundreds of times its
 * size in memory when parsed.
 *
 * @throws FuError `failed` if it is nested too deeply, or has too many lists, objects, fields or rows for its length
 */
export function checkShape(text: string): void {
  const mostContainers = Math.max(alwaysAllowed, Math.floor(text.length / charactersPerContainer))
  const mostItems = mostRows(text.length)
  const open: { readonly isObject: boolean; items: number }[] = []
  let containers = 0
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    switch (unit) {
      case quote:
        index = endOfString(text, index)
        break
      case openBrace:
      case openBracket:
        containers += 1
        open.push({ isObject: unit === openBrace, items: 1 })
        if (open.length > deepest) throw notADiary(`it is nested more than ${deepest} deep`)
        if (containers > mostContainers)
          throw notADiary(`it has more than ${mostContainers} lists and objects`)
        break
      case closeBrace:
      case closeBracket:
        open.pop()
        break
      case comma: {
        const container = open.at(-1)
        if (container === undefined) break
        container.items += 1
        if (container.isObject && container.items > mostFields)
          throw notADiary(`an object in it has more than ${mostFields} fields`)
        if (!container.isObject && container.items > mostItems)
          throw notADiary(`a list in it has more than ${mostItems} items`)
      }
    }
  }
}

const [quote, backslash, comma, openBrace, closeBrace, openBracket, closeBracket] = [
  0x22, 0x5c, 0x2c, 0x7b, 0x7d, 0x5b, 0x5d,
]

/** The index of the end of the string that begins at `start`; the end of the text if it is not closed. */
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
