import { failed } from '../../domain/errors.ts'
import { mostRows } from '../../domain/import-limits.ts'

/** A diary is nested six deep: the steps of a plan that was started. */
const deepest = 20

/** How many lists and objects a file of any length may have, and of how many characters each has to be beyond that. */
const alwaysAllowed = 300_000
const charactersPerContainer = 20

/** The most fields of an object: the settings of a diary have fewer than a hundred. */
const mostFields = 500

/**
 * Checks the structure of a JSON text before it is parsed: a text of brackets and commas takes hundreds of times its
 * size in memory when it is parsed.
 *
 * @throws FuError `failed` if it is nested too deep, or has too many lists, objects, fields or rows for its length
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
