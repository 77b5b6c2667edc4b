import type { App } from '../app.ts'

/** Writes a document to a file, and notes where, with what to do next; with `null`, to stdout. */
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
