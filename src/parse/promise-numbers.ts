import { usage } from '../domain/errors.ts'

/** Promise numbers, and the words after them. */
export type NumbersAndRest = { readonly numbers: readonly number[]; readonly rest: readonly string[] }

/** The most numbers: a range such as `1-99999999` is a mistake. */
const mostNumbers = 1000

/** `12`, `12,13`, `12-15`, and lists of them. */
const numberList = /^\d{1,15}(?:-\d{1,15})?(?:,\d{1,15}(?:-\d{1,15})?)*,?$/

/**
 * The promise numbers at the start of some words, each once, in the order typed: `12 13`, `12,13`, `12-15`. Every
 * number after a number is a promise too; a note that begins with a number is quoted together with its next word.
 *
 * @throws FuError `usage` for a range that runs backwards, or for more than 1000 numbers
 */
export function splitPromiseNumbers(words: readonly string[]): NumbersAndRest {
  const end = words.findIndex((word) => !numberList.test(word))
  const count = end === -1 ? words.length : end
  return { numbers: numbersIn(words.slice(0, count)), rest: words.slice(count) }
}

/** Every possible split, the fewest numbers first, because a number may also begin a date. */
export function* promiseNumberSplits(words: readonly string[]): Generator<NumbersAndRest> {
  for (let count = 1; count < words.length && numberList.test(words[count - 1] ?? ''); count += 1) {
    yield { numbers: numbersIn(words.slice(0, count)), rest: words.slice(count) }
  }
}

function numbersIn(words: readonly string[]): number[] {
  const numbers = new Set<number>()
  for (const part of words.flatMap((word) => word.split(',')).filter((text) => text !== '')) {
    const [from = '', to = from] = part.split('-')
    const [first, last] = [Number(from), Number(to)]
    if (last < first) throw usage(`The range ${part} runs backwards.`, `Write ${to}-${from}.`)
    if (last - first >= mostNumbers) throw tooMany(part)
    for (let number = first; number <= last; number += 1) numbers.add(number)
    if (numbers.size > mostNumbers) throw tooMany(words.join(' '))
  }
  return [...numbers]
}

function tooMany(text: string): Error {
  return usage(`${text} are more than ${mostNumbers} promises.`, 'Name fewer at once.')
}
