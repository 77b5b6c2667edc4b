import type { App } from '../../app.ts'
import { usage } from '../../domain/errors.ts'

/** What stdout is called on a command line. */
const stdoutNames = new Set(['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'])

/** The file or folder that `--output` names; `null` for stdout, which is also meant where nothing is named. */
export function outputFile(output: string | undefined): string | null {
  if (output === '') throw usage('--output needs a path.', 'Name a file, or "-" for stdout.')
  return output === undefined || stdoutNames.has(output) ? null : output
}

/** Writes a document to a file, and says so, with what is to be done with it; to stdout where there is no file. */
export async function writeDocument(
  app: App,
  file: string | null,
  pieces: Iterable<string>,
  whatNext = '',
): Promise<void> {
  if (file === null) {
    await app.terminal.printAll(pieces)
    return
  }
  const linked = app.files.write(file, pieces)
  app.terminal.noteWrite(
    linked === null
      ? `Written to ${file}${whatNext}.`
      : `${file} is a link to ${linked}; wrote there${whatNext}.`,
  )
}
