/**
 * A word of a command that is shown to be typed, quoted so that a POSIX shell takes it as it is.
 *
 * @example shellWord('/media/my stick/$(id).db') // "'/media/my stick/$(id).db'"
 */
export function shellWord(word: string): string {
  return /^[\w./=:@%+,-][\w./=:@%+,~-]*$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
