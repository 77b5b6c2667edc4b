import { widthOf } from '../layout/measure.ts'
import { paragraphLines } from '../layout/definitions.ts'

const indent = 2
const further = 6

/** A command line as it is typed. One that is too long goes on behind a backslash, so that a shell takes it when copied. */
export function wrapExample(example: string, width: number): string[] {
  const lines: string[] = []
  let line = `${' '.repeat(indent)}$`
  // An option stays beside its value.
  for (const word of example.match(/(?:--?[\w-]+ (?!-))?(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []) {
    const joined = `${line} ${word}`
    // Two columns are left for the backslash.
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
