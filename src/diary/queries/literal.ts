/**
 * Quotes a word for FTS5: people type `+49` and `o'brien`, which are operators if unquoted. FTS5 stops reading at a
 * NUL, so a NUL becomes a character that never occurs.
 */
export function literal(word: string): string {
  return `"${word.replaceAll('\0', '\uFFFD').replaceAll('"', '""')}"`
}
