import { aProgram, type Program, type Situation } from './program.ts'

/**
 * A session as a transcript: each typed line with its output; `@ 2026-11-26 09:00` sets the clock. Statuses other than
 * 0 are in brackets.
 */
export async function session(lines: readonly string[], situation: Situation = {}): Promise<string> {
  const program: Program = aProgram(situation)
  const shown: string[] = []
  for (const line of lines) {
    shown.push(line.startsWith('@') ? line : `$ fu ${line}`)
    if (line.startsWith('@ ')) program.setClock(line.slice(2))
    else {
      const { status, stdout, stderr } = await program.fu(line)
      shown.push(`${stdout}${stderr}${status === 0 ? '' : `[${status}]\n`}`.trimEnd())
    }
  }
  return `\n${shown.filter((text) => text !== '').join('\n')}\n`
}
