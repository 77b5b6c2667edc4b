import type { App } from '../app.ts'

/** Writes a document to a file, and notes its path and the next step; with `null`, to stdout. */
export async function writeDocument(
  app: App,
  file: string | null,
  pieces: Iterable<string>,
  whatNext = '',
): Promise<void> {
  if (file === null) await app.terminal.printAll(pieces)
  else writeFile(app, file, pieces, whatNext)
}

/** Writes a file, and notes its path and the next step; with `null`, only if its name is a link. */
export function writeFile(app: App, file: string, pieces: Iterable<string>, whatNext: string | null): void {
  const linked = app.files.write(file, pieces)
  if (linked !== null) {
    app.terminal.noteWrite(`${file} is a link to ${linked}; wrote there${whatNext ?? ''}.`)
  } else if (whatNext !== null) app.terminal.noteWrite(`Written to ${file}${whatNext}.`)
}
