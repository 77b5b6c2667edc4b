import type { CommanderError } from '@commander-js/extra-typings'
import { nativeFault } from '../diary/file/native.ts'
import { failed, FuError, usage, type FuErrorKind } from '../domain/errors.ts'
import { jsonText } from '../formats/json/text.ts'
import { sentencesOn } from './sentences.ts'
import { splitWords } from './split-words.ts'
import type { World } from './world-type.ts'

const statuses: Record<FuErrorKind, number> = {
  failed: 1,
  usage: 2,
  'not-found': 3,
  ambiguous: 4,
  refused: 5,
  interrupted: 130,
}

/** Prints an error as a sentence and a hint, or as JSON; returns the exit status. */
export async function reportError(error: unknown, words: readonly string[], world: World): Promise<number> {
  if (isOfCommander(error)) {
    if (error.exitCode === 0) return 0
    return reportError(wrongWords(error, words), words, world)
  }
  const native = nativeFault(error)
  if (native !== null) return reportError(native, words, world)
  if (!(error instanceof FuError)) {
    const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const where = await crashReport(world, details)
    const hint = `${where}; "fu history" lists the changes.`
    return reportError(failed('This is a bug in fu.', hint), words, world)
  }
  const { kind, message, hint, candidates } = error
  const isJson = words.slice(0, words.includes('--') ? words.indexOf('--') : words.length).includes('--json')
  // If nobody matches, the hint names similar contacts.
  const listed = kind === 'ambiguous' ? candidates : []
  const lines = isJson
    ? [jsonText({ error: { kind, message, hint, candidates } })]
    : [
        message,
        ...listed.map(({ ref, name, detail }) => `  ${ref}  ${name}${detail === null ? '' : `, ${detail}`}`),
        ...(hint === null ? [] : [hint]),
      ].map(sentencesOn(world.stderr, world, {}))
  world.stderr.write(lines.map((line) => `${line}\n`).join(''))
  return statuses[kind]
}

/** Checks the code, because `instanceof` would load the class. */
function isOfCommander(error: unknown): error is CommanderError {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')
}

function wrongWords(error: CommanderError, words: readonly string[]): FuError {
  const { name } = splitWords(words)
  const [message = '', suggestion] = error.message.replace(/^error: /, '').split('\n')
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1).replace(/\.?$/, '.')}`
  const isDay = name === 'next' && error.code === 'commander.excessArguments'
  const hint = isDay ? `For the page of a day: fu today ${words.join(' ')}` : suggestion?.replace(/[()]/g, '')
  return usage(sentence, hint ?? `"fu ${name ?? 'today'} --help" shows its options.`)
}

/** A sentence with the path of the crash report, or with the first line of the details if it could not be written. */
async function crashReport(world: World, details: string): Promise<string> {
  try {
    return `The details are in ${await world.writeCrashReport(`fu ${world.version}\n${details}\n`)}`
  } catch {
    return `Details: ${details.split('\n')[0] ?? ''}`
  }
}
