import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/** Who may import whom, and which packages are at home where: the map of the house. */
const map: Record<string, { knows: string[]; packages: string[] }> = {
  domain: { knows: [], packages: ['date-fns', '@date-fns/utc'] },
  schedule: { knows: ['domain'], packages: ['date-fns'] },
  parse: { knows: ['domain'], packages: ['date-fns', 'awesome-phonenumber'] },
  formats: {
    knows: ['domain', 'parse'],
    packages: ['csv-parse', 'csv-stringify', 'ical.js', 'saxes', 'valibot'],
  },
  views: { knows: ['domain'], packages: ['chalk', 'cli-table3', 'string-width'] },
  diary: {
    knows: ['domain'],
    packages: ['better-sqlite3', 'node:crypto', 'node:fs', 'node:path'],
  },
  terminal: {
    knows: ['domain'],
    packages: ['inquirer', 'node:child_process', 'node:fs', 'node:path', 'node:v8'],
  },
  actions: {
    knows: [
      'domain',
      'schedule',
      'parse',
      'formats',
      'views',
      'diary',
      'terminal',
      'app.ts',
      'command',
      'commands',
    ],
    packages: ['@commander-js/extra-typings'],
  },
  command: { knows: ['domain', 'parse', 'app.ts'], packages: ['@commander-js/extra-typings'] },
  commands: {
    knows: [
      'domain',
      'schedule',
      'parse',
      'formats',
      'views',
      'diary',
      'terminal',
      'actions',
      'command',
      'app.ts',
    ],
    packages: ['@commander-js/extra-typings'],
  },
}

/** The files above the folders: they tie the house together, and know the world where they say so. */
const top = ['main.ts', 'cli', 'app.ts']

/** Where the clock, the process and the console may be spoken of. */
const worldly = new Set(['main.ts', 'cli', 'terminal'])

type Source = { file: string; place: string; text: string; imports: string[] }

const root = path.resolve(import.meta.dirname, '../src')

const sources: Source[] = fs
  .readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => {
    const text = fs.readFileSync(path.join(root, file), 'utf8')
    const statements = /^(?:import|export|\})[^'\n]*(?:from|import) '([^']+)'$|import\('([^']+)'\)/gm
    const imports = [...text.matchAll(statements)].map((match) => match[1] ?? match[2] ?? '')
    return { file, place: file.split('/')[0] ?? '', text, imports }
  })

/** The place in the house that a relative import leads to. */
function placeOf(source: Source, imported: string): string {
  return path.posix.normalize(path.posix.join(path.posix.dirname(source.file), imported)).split('/')[0] ?? ''
}

/** The package of an import: its name without the path into it. */
function packageOf(imported: string): string {
  return imported
    .split('/')
    .slice(0, imported.startsWith('@') ? 2 : 1)
    .join('/')
}

/** The text without its comments, which may speak of anything. */
function codeOf(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
}

test('the house has these folders and files, and no other', () => {
  expect([...new Set(sources.map(({ place }) => place))].toSorted()).toEqual(
    [...Object.keys(map), ...top].toSorted(),
  )
})

test.each(sources.filter(({ place }) => place in map).map((source) => [source.file, source] as const))(
  '%s imports only what its folder may know',
  (_file, source) => {
    const { knows, packages } = map[source.place] ?? { knows: [], packages: [] }
    const strangers = source.imports.filter((imported) =>
      imported.startsWith('.')
        ? ![source.place, ...knows].includes(placeOf(source, imported))
        : !packages.includes(packageOf(imported)),
    )
    expect(strangers).toEqual([])
  },
)

test.each(sources.filter(({ place }) => !worldly.has(place)).map((source) => [source.file, source] as const))(
  '%s knows no clock, process or console',
  (_file, { text }) => {
    expect(codeOf(text).match(/(?<![\w'])(?:Date(?!Words)|process|console|Math\.random)(?=[.(])/g)).toBeNull()
  },
)

test('a command is loaded when it is run, never by the list of commands', () => {
  const program = sources.find(({ file }) => file === 'cli/catalogue.ts')
  const eager = program?.text.match(/^import (?!type )[^;]*?from '..\/commands\/[^']+'/gm)
  expect(eager).toBeNull()
})

test.each(['better-sqlite3', 'inquirer'])('%s has one home', (name) => {
  const homes = sources.filter(({ imports }) => imports.some((imported) => packageOf(imported) === name))
  expect(new Set(homes.map(({ place }) => place)).size).toBe(1)
})
