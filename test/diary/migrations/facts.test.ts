import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { aFolder } from '../../support/diaries.ts'
import { aProgram } from '../../support/program.ts'

/** What a command line printed, said by the last build that kept facts as words; pages as they are laid out now. */
type Told = {
  readonly line: string
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

const kept = path.join(import.meta.dirname, 'old-versions')

describe.each([1, 2, 3])('a diary of version %i, with facts in words', (version) => {
  it('says everything as it did before, and is undone and redone step by step as before', async () => {
    const { fu } = anOldDiary(version)
    for (const then of toldOf(version)) {
      const now = await fu(/^today(?! --json)/.test(then.line) ? `${then.line} --full` : then.line)
      const words = wordsOfLayout(then.line)
      const said = words === null ? likeThen(now, then) : { ...now, stdout: words(now.stdout) }
      const before = words === null ? then : { ...then, stdout: words(then.stdout) }
      expect({ line: then.line, ...said }).toEqual(before)
    }
  })
})

function anOldDiary(version: number): { readonly fu: (line: string) => Promise<Omit<Told, 'line'>> } {
  const home = fs.realpathSync(aFolder())
  const file = path.join(home, 'diary.db')
  fs.writeFileSync(file, unzipped(`facts-${version}.db.gz`), { mode: 0o600 })
  const { fu } = aProgram({ home, env: { FU_DIARY: file }, now: '2026-11-09 16:00' })
  return { fu: (line) => fu(line.split(' ')) }
}

/** Sentences that were reworded since. */
const reworded = [
  ['lists who is there, and "fu add" adds somebody.', 'lists the contacts, and "fu add" adds one.'],
  ['What still holds: fu promise', 'For anything that still holds: fu promise'],
  ['as it will stand', 'as planned'],
  ['maybe there twice', 'possibly entered twice'],
  ['Nothing in the diary holds', 'Nothing in the diary contains'],
  ['cannot be taken back: who was forgotten is', 'cannot be undone: a forgotten person is'],
  ['takes back what was done before:', 'undoes the command before it:'],
  ['A forgetting cannot be taken back', 'An erasure cannot be undone'],
  ['shows what stands.', 'lists the commands.'],
  ['cannot be taken back: ', 'cannot be undone: '],
  [' stands in the way.', ' depends on it.'],
  ['\n    nothing is next\n', '\n    no next step\n'],
] as const

function toldOf(version: number): readonly Told[] {
  const told = JSON.parse(unzipped(`facts-${version}.json.gz`).toString('utf8')) as Told[]
  const likeNow = (text: string): string => reworded.reduce((all, [was, is]) => all.replaceAll(was, is), text)
  // The list of plans tells of the program, not of the diary.
  const ofDiary = told.filter(({ line }) => line !== 'plan')
  return ofDiary.map((then) => ({ ...then, stdout: likeNow(then.stdout), stderr: likeNow(then.stderr) }))
}

function unzipped(name: string): Buffer {
  return zlib.gunzipSync(fs.readFileSync(path.join(kept, name)))
}

/**
 * What is compared of a text that is laid out otherwise since: the words of a list, and the pieces of the rows of a page, in any order
 * and without its headings; `null` if the text itself is compared.
 */
function wordsOfLayout(line: string): ((text: string) => string) | null {
  if (line.endsWith('--json')) return null
  if (/^(?:list|people|find|history)\b/.test(line)) return (text) => text.split(/\s+/).toSorted().join(' ')
  if (!line.startsWith('today')) return null
  return (text) =>
    text
      .split('\n')
      .filter((row) => !/^ {2}(?:FIRST|CARRIED OVER|TODAY|ON THE DAY)/.test(row) && row !== '')
      .flatMap((row) => row.replace('▸', ' ').trim().split(/ {3,}/))
      .toSorted()
      .join('\n')
}

/** What was said now, without the fields and columns that came since. */
function likeThen(now: Omit<Told, 'line'>, then: Told): Omit<Told, 'line'> {
  if (now.stdout.startsWith('{')) {
    const fields = likeValue(JSON.parse(now.stdout), JSON.parse(then.stdout))
    return { ...now, stdout: `${JSON.stringify(fields, null, 2)}\n` }
  }
  if (then.line.startsWith('show ')) return { ...now, stdout: withoutOthersWords(now.stdout) }
  const columns = then.stdout.split('\r\n', 1)[0] ?? ''
  if (!now.stdout.startsWith(`${columns},`)) return now
  const since = (now.stdout.split('\r\n', 1)[0] ?? '').split(',').length - columns.split(',').length
  return { ...now, stdout: withoutLast(now.stdout, since) }
}

/** A card without what it says since of a promise with somebody else about the contact: with whom, and how it ended. */
function withoutOthersWords(card: string): string {
  return card
    .replace(
      /^ {2}Fri 6 Nov 08:30 {5}declined "about fay" with José Álvarez: the price; no\n {22}money\n/m,
      '',
    )
    .replace('promised José Álvarez "about fay"', 'promised "about fay"')
}

function likeValue(now: unknown, then: unknown): unknown {
  if (Array.isArray(now) && Array.isArray(then)) return now.map((item, index) => likeValue(item, then[index]))
  if (!isRecord(now) || !isRecord(then)) return now
  return Object.fromEntries(
    Object.entries(now).flatMap(([field, value]) =>
      field in then ? [[field, likeValue(value, then[field])]] : [],
    ),
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A table without its last columns; none of them has a line break in it. */
function withoutLast(csv: string, count: number): string {
  const cell = '(?:"(?:[^"]|"")*"|[^",\\r\\n]*)'
  return csv.replaceAll(new RegExp(`(?:,${cell}){${count}}\\r\\n`, 'g'), '\r\n')
}
