import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { circularEdges, codeOf, graphOf, importsOf, type Import } from './support/imports.ts'

type Folder = { readonly mayImport: readonly string[]; readonly packages: readonly string[] }

/** Which folder may import which, and which packages each may use. */
const folders: Readonly<Record<string, Folder>> = {
  domain: { mayImport: [], packages: ['date-fns', '@date-fns/utc'] },
  schedule: { mayImport: ['domain'], packages: ['date-fns'] },
  parse: { mayImport: ['domain'], packages: ['date-fns', 'awesome-phonenumber'] },
  formats: {
    mayImport: ['domain', 'parse'],
    packages: ['csv-parse', 'ical.js', 'postal-mime', 'saxes', 'valibot'],
  },
  views: { mayImport: ['domain'], packages: ['chalk', 'cli-table3', 'string-width'] },
  files: { mayImport: ['domain'], packages: ['node:fs', 'node:path'] },
  diary: {
    mayImport: ['domain', 'files'],
    packages: ['better-sqlite3', 'node:crypto', 'node:fs', 'node:module', 'node:path', 'node:process'],
  },
  mailboxes: {
    mayImport: ['domain', 'formats', 'files'],
    packages: ['imapflow', 'node:child_process', 'node:crypto', 'node:fs', 'node:path', 'node:tls'],
  },
  terminal: {
    mayImport: ['domain', 'files'],
    packages: [
      '@inquirer/input',
      '@inquirer/select',
      'node:child_process',
      'node:events',
      'node:fs',
      'node:path',
      'node:v8',
    ],
  },
  actions: {
    mayImport: [
      'domain',
      'schedule',
      'parse',
      'formats',
      'views',
      'diary',
      'mailboxes',
      'terminal',
      'app.ts',
    ],
    packages: [],
  },
  command: { mayImport: ['domain', 'parse', 'app.ts'], packages: ['@commander-js/extra-typings'] },
  commands: {
    mayImport: ['command', 'actions', 'parse', 'domain', 'views', 'app.ts'],
    packages: ['@commander-js/extra-typings'],
  },
}

/** The files above the folders, which may import everything. */
const top = ['main.ts', 'cli', 'app.ts']

/** Which folder of actions may import which; the files of `actions` itself, here ``, all of them may. */
const actionFolders: Readonly<Record<string, readonly string[]>> = {
  '': [],
  ask: [],
  history: [],
  search: ['people'],
  settings: [],
  review: [],
  backup: [],
  doctor: [],
  page: [],
  remind: ['page'],
  demo: [],
  export: ['people'],
  plans: [],
  completion: ['plans'],
  import: ['plans', 'import/source', 'import/diary', 'import/contact', 'import/report'],
  'import/report': [],
  'import/source': [],
  'import/contact': ['import/report'],
  'import/diary': ['plans', 'import/contact', 'import/report'],
  calls: ['plans'],
  mail: ['plans'],
  people: ['ask', 'plans'],
  promises: ['ask', 'plans', 'people'],
  entries: ['ask', 'plans', 'people'],
  check: ['people', 'promises'],
  open: ['people', 'promises'],
  walk: ['ask', 'history', 'page', 'promises', 'entries', 'open'],
  unknown: ['page', 'people'],
}

/** Where the clock, the process and the console may be used. */
const worldly = new Set(['main.ts', 'cli', 'files', 'terminal'])

type Source = { readonly file: string; readonly text: string; readonly imports: readonly Import[] }

const root = path.resolve(import.meta.dirname, '../src')

const sources: readonly Source[] = fs
  .readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => {
    const text = fs.readFileSync(path.join(root, file), 'utf8')
    return { file, text, imports: importsOf(text) }
  })

const sourcesIn = (folder: string): readonly Source[] =>
  sources.filter(({ file }) => file.startsWith(`${folder}/`))

/** The first part of a path: a folder, or a file above the folders. */
function topOf(file: string): string {
  return file.split('/')[0] ?? ''
}

/** The files of ours that a file imports. */
function importedBy({ file, imports }: Source): string[] {
  return imports
    .filter(({ path: imported }) => imported.startsWith('.'))
    .map(({ path: imported }) => path.posix.join(path.posix.dirname(file), imported))
}

/** The packages that a file imports, without the path into them. */
function packagesOf({ imports }: Source): string[] {
  return imports
    .filter(({ path: imported }) => !imported.startsWith('.'))
    .map(({ path: imported }) =>
      imported
        .split('/')
        .slice(0, imported.startsWith('@') ? 2 : 1)
        .join('/'),
    )
}

test('src has these folders and files, and no other', () => {
  expect([...new Set(sources.map(({ file }) => topOf(file)))].toSorted()).toEqual(
    [...Object.keys(folders), ...top].toSorted(),
  )
})

const isRepository = fs.existsSync(path.join(root, '../.git'))

test.runIf(isRepository)('the top level is that of an npm package: no other file is kept there', () => {
  const list = ['ls-files', '-z', '--full-name', ':/']
  const kept = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\0').map(topOf)
  expect([...new Set(kept)].filter((name) => /^[^.]/.test(name)).toSorted()).toEqual([
    'LICENSE',
    'README.md',
    'bin',
    'package-lock.json',
    'package.json',
    'src',
    'test',
    'tsconfig.json',
  ])
})

describe.each(Object.entries(folders))('%s', (folder, { mayImport, packages }) => {
  it(`imports only ${[folder, ...mayImport].join(', ')}`, () => {
    const strays = sourcesIn(folder).flatMap((source) =>
      importedBy(source)
        .filter((imported) => ![folder, ...mayImport].includes(topOf(imported)))
        .map((imported) => `${source.file} -> ${imported}`),
    )
    expect(strays).toEqual([])
  })

  it(`uses only the packages ${packages.join(', ') || '(none)'}`, () => {
    const strays = sourcesIn(folder).flatMap((source) =>
      packagesOf(source)
        .filter((name) => !packages.includes(name))
        .map((name) => `${source.file} -> ${name}`),
    )
    expect(strays).toEqual([])
  })
})

describe('commands', () => {
  it('are one flat folder, and none imports another', () => {
    expect(sourcesIn('commands').filter(({ file }) => file.split('/').length > 2)).toEqual([])
    const strays = sourcesIn('commands').filter((source) =>
      importedBy(source).some((imported) => topOf(imported) === 'commands'),
    )
    expect(strays.map(({ file }) => file)).toEqual([])
  })

  it('are each the default export of their file, which exports nothing else', () => {
    const strays = sourcesIn('commands').filter(
      ({ text }) =>
        codeOf(text)
          .match(/^export .*?(?=\s)/gm)
          ?.join() !== 'export default',
    )
    expect(strays.map(({ file }) => file)).toEqual([])
  })

  it('are loaded when they run, never by the lists of commands', () => {
    const eager = sourcesIn('cli').flatMap(({ file, imports }) =>
      imports
        .filter(({ path: imported, kind }) => imported.includes('/commands/') && kind === 'static')
        .map(({ path: imported }) => `${file} -> ${imported}`),
    )
    expect(eager).toEqual([])
  })
})

test('actions import only actions below them', () => {
  const folderOf = (file: string): string => path.posix.dirname(file).replace(/^actions\/?/, '')
  const strays = sourcesIn('actions').flatMap((source) => {
    const folder = folderOf(source.file)
    const below = new Set([folder, '', ...(actionFolders[folder] ?? [])])
    return importedBy(source)
      .filter((imported) => topOf(imported) === 'actions' && !below.has(folderOf(imported)))
      .map((imported) => `${source.file} -> ${imported}`)
  })
  expect(strays).toEqual([])
})

describe('circles, of types and late imports too', () => {
  const edges = sources.flatMap((source) =>
    importedBy(source).map((imported) => [source.file, imported] as const),
  )
  /** A subfolder as one node; the files beside subfolders stand for themselves. */
  const nodeOf = (file: string): string => (file.split('/').length > 2 ? path.posix.dirname(file) : file)

  it('there is none between files', () => {
    expect(circularEdges(graphOf(edges))).toEqual([])
  })

  it('there is none between subfolders', () => {
    const graph = graphOf(edges.map(([from, to]) => [nodeOf(from), nodeOf(to)] as const))
    expect(circularEdges(graph)).toEqual([])
  })
})

test.each(
  sources.filter(({ file }) => !worldly.has(topOf(file))).map(({ file, text }) => [file, text] as const),
)('%s knows no clock, process or console', (_file, text) => {
  expect(codeOf(text).match(/(?<![\w'])(?:Date(?!Words)|process|console|Math\.random)(?=[.(])/g)).toBeNull()
})

test.each(['better-sqlite3', '@inquirer/input', 'imapflow', 'postal-mime'])(
  '%s is used in one folder',
  (name) => {
    const users = sources.filter((source) => packagesOf(source).includes(name))
    expect(new Set(users.map(({ file }) => topOf(file))).size).toBe(1)
  },
)

/** Calls that make a file or a folder, or open a file to be written. */
const creation =
  /\bfs\.(?:writeFile|appendFile|copyFile|cp|mkdir|mkdtemp|open|createWriteStream)(?:Sync)?\((?![^)]*(?:'r\+?'|O_RDONLY))/g

test('files are created in src/files alone', () => {
  const strays = sources.filter(
    ({ file, text }) => topOf(file) !== 'files' && codeOf(text).search(creation) >= 0,
  )
  expect(strays.map(({ file }) => file)).toEqual([])
})
