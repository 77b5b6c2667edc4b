// Makes dist/: the program in packs, CommonJS files, since those start fastest; packages that few commands need in
// files of their own beside them; what V8 made of the program, so that starting compiles nothing; and the licences of what is in it.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { apart, late, packagesApart, packOf, partOf, spared, sqlite } from './build/packages.js'
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
  plugins: [spared, sqlite, apart, late],
})
const parts = await Promise.all(
  packagesApart.map((name) => build({ ...options, stdin: partOf(name, root), plugins: [spared] })),
)

// In ASCII, which V8 keeps in half the room and reads as it lies on the disk: letters stay unescaped only in patterns
// and in the templates of tags that do not look at them raw.
const inAscii = (text) =>
  text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
const words = rehearsals.map(([word]) => word).filter((word) => word !== 'program')
const texts = packs(main, 'main.js', words)
const program = new Map([...texts].map(([word, text]) => [`${word}.cjs`, inAscii(text)]))

const made = new Map([
  ...program,
  ...packagesApart.map((part, index) => [`${packOf(part)}.cjs`, inAscii(parts[index].outputFiles[0].text)]),
  ['LICENSES.txt', licences(root, [main, ...parts])],
])
fs.mkdirSync(dist, { recursive: true })
const isOld = (file) => /\.(?:cjs|json|compiled)$/.test(file) && !made.has(file)
for (const [file, contents] of made) fs.writeFileSync(path.join(dist, file), contents)
for (const file of fs.readdirSync(dist).filter(isOld)) fs.rmSync(path.join(dist, file))
await keepCompiled(dist)
