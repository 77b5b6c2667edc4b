/**
 * Quotes a word of a command for the user to copy, so that a POSIX shell takes it literally.
 *
 * @example shellWord('/media/my stick/$(id).db') // "'/media/my stick/$(id).db'"
 */
export function shellWord(word: string): string {
  return /^[\w./=:@%+,-][\w./=:@%+,~-]*$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
