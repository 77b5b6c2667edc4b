import {
  differenceWords,
  type LeftOut,
  type LeftOutValue,
  type SchemaDifference,
} from '../../domain/foreign-schema.ts'
import { pluralize } from '../layout/pluralize.ts'

/** So many values are shown; all of them are in the file that is kept, and in the output of `--json`. */
const mostShown = 20

/** So many characters of a value are shown. */
const mostText = 500

/** Says what was not carried over from a diary with a foreign schema; a line each. */
export function leftOutLines({ objects, columns, values }: LeftOut): string[] {
  const rest = values.length - mostShown
  return [
    ...objects.map(objectLine),
    ...columns.map(({ table, column }) => `Left out: column ${JSON.stringify(column)} of ${table}`),
    ...values.slice(0, mostShown).map(valueLine),
    ...(rest > 0 ? [`And ${pluralize(rest, 'other value')}: --json shows all of them.`] : []),
  ]
}

function objectLine(object: SchemaDifference): string {
  const words = differenceWords(object)
  return object.difference === 'extra' ? `Left out: ${words}` : `Made anew as it should be: ${words}`
}

function valueLine({ row, column, why, text }: LeftOutValue): string {
  const what = column === null ? row : `${column} of ${row}`
  const shown = text.length > mostText ? `${text.slice(0, mostText)}…` : text
  return `Left out ${what} (${why}): ${shown}`
}
