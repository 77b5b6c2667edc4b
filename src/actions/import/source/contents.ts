import type { ExportedRows } from '../../../domain/exported-diary.ts'
import type { FileRow, ImportRow } from '../../../domain/import.ts'

/**
 * The content of a file: the people of an address book, or books of a diary; its kind, in words; and remarks on how it
 * is read, which are complete once its rows are read.
 */
export type Contents = { readonly what: string; readonly notes: readonly string[] } & (
  | { readonly people: Iterable<FileRow> | AsyncIterable<FileRow>; readonly books: null }
  | { readonly books: ExportedRows; readonly people: null }
)

/** The rows of a file, each with its name; `null` if it is the only file. */
export async function* rowsOfFile(
  file: string | null,
  rows: Iterable<ImportRow> | AsyncIterable<ImportRow>,
): AsyncGenerator<FileRow> {
  for await (const row of rows) yield { file, row }
}
