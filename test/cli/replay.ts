import type { Binary } from '../support/binary.ts'

/**
 * Runs the commands of a transcript one after another and gives the transcript as it came out: after `$ ` a line of
 * the shell, then its stdout; `! ` stands before lines of stderr, `[3]` is a status other than 0. A line
 * `FU_NOW=…` sets the clock. What differs from run to run is masked; a carriage return is seen as `␍`.
 */
export function replay(transcript: string, { sh }: Binary): string {
  let now = ''
  return transcript
    .split('\n')
    .filter((line) => line.startsWith('$ ') || line.startsWith('FU_NOW='))
    .map((line) => {
      if (line.startsWith('FU_NOW=')) {
        now = line.slice('FU_NOW='.length)
        return `${line}\n`
      }
      const { stdout, stderr, status } = sh(line.slice(2), { now })
      return [
        `${line}\n`,
        masked(stdout),
        stderr.replace(/^(?=.)/gm, '! '),
        status === 0 ? '' : `[${status}]\n`,
      ].join('')
    })
    .join('')
}

function masked(text: string): string {
  return text
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b/g, '<uid>')
    .replaceAll('\r', '␍')
}
