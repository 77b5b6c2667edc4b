/**
 * A word as FTS5 takes it literally: people type `+49` and `o'brien`, which mean something else to it unquoted. It
 * reads no further than a NUL, so that one becomes a character that stands nowhere.
 */
export function literal(word: string): string {
  return `"${word.replaceAll('\0', '\uFFFD').replaceAll('"', '""')}"`
}
