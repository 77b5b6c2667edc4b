import {
  differenceWords,
  type LeftOut,
  type LeftOutValue,
  type SchemaDifference,
} from '../../domain/foreign-schema.ts'
import { pluralize } from '../layout/pluralize.ts'

/** The most values shown; the kept file and `--json` contain all of them. */
const mostShown = 20

/** The most characters of a value shown. */
const mostText = 500

/** Says what was not copied from a diary with a foreign schema; one line each. */
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
  return object.difference === 'extra' ? `Left out: ${words}` : `Recreated correctly: ${words}`
}

function valueLine({ row, column, why, text }: LeftOutValue): string {
  const what = column === null ? row : `${column} of ${row}`
  const shown = text.length > mostText ? `${text.slice(0, mostText)}…` : text
  return `Left out ${what} (${why}): ${shown}`
}
