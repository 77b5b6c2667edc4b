/** The global options that take a value, which is the next word not a command. */
const withValue = new Set(['--diary', '--color', '--width'])

/** The command of a command line, `null` if it names none, and the words without it. */
export function splitWords(words: readonly string[]): { name: string | null; rest: string[] } {
  for (const [index, word] of words.entries()) {
    if (word === '--') break
    if (word.startsWith('-') && word !== '-') continue
    if (withValue.has(words[index - 1] ?? '')) continue
    return { name: word, rest: [...words.slice(0, index), ...words.slice(index + 1)] }
  }
  return { name: null, rest: [...words] }
}
