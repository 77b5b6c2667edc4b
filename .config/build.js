// Makes dist/: the program in packs, CommonJS files, since those start fastest; packages that few commands need in
// files of their own beside them; what V8 made of the program, so that starting compiles nothing; and the licences of what is in it.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { apart, fileOf, packagesApart, partOf, spared, sqlite } from './build/packages.js'
import { licences } from './build/licences.js'
import { keepCompiled } from './build/compiled.js'
import { packs } from './build/packed.js'
import { rehearsals } from './build/rehearsals.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = path.join(root, 'dist')
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))

const options = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.17',
  // What is loaded late is loaded from a file like the rest; import() would bring in the loader of ES modules.
  supported: { 'dynamic-import': false },
  external: ['better-sqlite3'],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
}

const main = await build({
  ...options,
  entryPoints: ['src/main.ts'],
  format: 'esm',
  splitting: true,
  supported: {},
  outdir: dist,
  define: { VERSION: JSON.stringify(version) },
  plugins: [spared, sqlite, apart],
})
const parts = await Promise.all(
  packagesApart.map((name) => build({ ...options, stdin: partOf(name, root), plugins: [spared] })),
)

// In ASCII, which V8 keeps in half the room and reads as it lies on the disk: letters stay unescaped only in patterns
// and in the templates of tags that do not look at them raw.
const inAscii = (text) =>
  text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12)
const entry = 'main.js'
const texts = packs(
  main,
  entry,
  rehearsals.map(([word]) => word),
)
const program = [...texts].map(([word, text]) => {
  const contents = inAscii(text)
  return { word, file: `${word}-${hashOf(contents)}.cjs`, contents }
})
// What is kept of a pack is hardly longer than its text; where it is, V8 refuses what was read of it.
const longest = Math.max(...program.map(({ contents }) => contents.length))
const packFiles = (folder) =>
  Object.fromEntries(program.map(({ word, file }) => [word, path.join(folder, file)]))

const made = new Map([
  ...program.map(({ file, contents }) => [file, contents]),
  ['packs.json', JSON.stringify({ entry, packs: packFiles(''), longest })],
  ...packagesApart.map((part, index) => [fileOf(part), parts[index].outputFiles[0].contents]),
  ['LICENSES.txt', licences(root, [main, ...parts])],
])
fs.mkdirSync(dist, { recursive: true })
const isOld = (file) => /\.(?:cjs|compiled)$/.test(file) && !made.has(file)
for (const [file, contents] of made) fs.writeFileSync(path.join(dist, file), contents)
for (const file of fs.readdirSync(dist).filter(isOld)) fs.rmSync(path.join(dist, file))
await keepCompiled(entry, packFiles(dist))
