// Makes dist/fu.cjs: one CommonJS file, since that starts fastest, with the native SQLite left outside; and the
// licences of the libraries that are in it.
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/main.ts'],
  outfile: 'dist/fu.cjs',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.17',
  external: ['better-sqlite3'],
  define: { VERSION: JSON.stringify(version) },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
})

const packages = new Set(
  Object.keys(metafile.inputs)
    .map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1])
    .filter((folder) => folder !== undefined),
)
const notices = [...packages].sort().map((folder) => {
  const {
    name,
    version: bundled,
    license,
  } = JSON.parse(fs.readFileSync(path.join(root, folder, 'package.json'), 'utf8'))
  const file = fs.readdirSync(path.join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file === undefined ? license : fs.readFileSync(path.join(root, folder, file), 'utf8').trim()
  return `${name} ${bundled}\n\n${text}\n`
})
fs.writeFileSync(path.join(root, 'dist/LICENSES.txt'), notices.join('\n---\n\n'))
