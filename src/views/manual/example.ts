import { widthOf } from '../layout/measure.ts'
import { paragraphLines } from '../layout/definitions.ts'

const indent = 2
const further = 6

/** A command line as typed. A long one is continued after a backslash, so that it can be copied into a shell. */
export function wrapExample(example: string, width: number): string[] {
  const lines: string[] = []
  let line = `${' '.repeat(indent)}$`
  // An option stays with its value.
  for (const word of example.match(/(?:--?[\w-]+ (?!-))?(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []) {
    const joined = `${line} ${word}`
    // Two columns are reserved for the backslash.
    if (widthOf(joined) <= width - 2 || line.endsWith('$')) line = joined
    else {
      lines.push(`${line} \\`)
      line = `${' '.repeat(further)}${word}`
    }
  }
  return [...lines, line].flatMap((one) =>
    widthOf(one) <= width ? [one] : paragraphLines(one.trim(), { width, indent: further }),
  )
}
