/** Global options with a value: the next word is not a command. */
const withValue = new Set(['--diary', '--color', '--width'])

/** The command of a command line (`null` if there is none), and the other words. */
export function splitWords(words: readonly string[]): { name: string | null; rest: string[] } {
  for (const [index, word] of words.entries()) {
    if (word === '--') break
    if (word.startsWith('-') && word !== '-') continue
    if (withValue.has(words[index - 1] ?? '')) continue
    return { name: word, rest: [...words.slice(0, index), ...words.slice(index + 1)] }
  }
  return { name: null, rest: [...words] }
}
