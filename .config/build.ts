// Builds dist/: the program as bundles with source maps, the licences of the bundled packages, and the manual.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { decode, encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec'
import { build as bundleWith, type BuildResult, type ImportKind, type Plugin } from 'esbuild'
import manifest from '../package.json' with { type: 'json' }
import { allCommands } from '../src/cli/all-commands.ts'
import { everydayCommands } from '../src/cli/everyday-commands.ts'
import { imapLibrary, withImapLibrary } from './imap-library.ts'
import { licences } from './licences.ts'

type Bundle = { readonly name: string; readonly entry: string; readonly commands: readonly string[] }

const root = path.join(import.meta.dirname, '..')
const dist = path.join(root, 'dist')

/** V8's work at start grows with the bundle, so frequent commands have smaller bundles. */
const bundles: readonly Bundle[] = [
  { name: 'help', entry: 'src/cli/bundles/help.ts', commands: [] },
  { name: 'everyday', entry: 'src/cli/bundles/everyday.ts', commands: Object.keys(everydayCommands) },
  { name: 'fu', entry: 'src/main.ts', commands: Object.keys(allCommands) },
]

/** Node modules that are slow to load, by kind of import, and their replacements in the bundle. */
const builtinModules: readonly { name: string; kind: ImportKind; contents: string }[] = [
  // For a namespace import, esbuild copies every property of the module, in each file anew.
  ...['node:fs', 'node:path'].map((name) => ({
    name,
    kind: 'import-statement' as const,
    contents: `export default process.getBuiltinModule('${name}')`,
  })),
  // The bundle receives a `require` as a parameter.
  { name: 'node:module', kind: 'import-statement', contents: 'export const createRequire = () => require' },
  // commander requires it when loaded, for subcommand executables, which fu does not have.
  {
    name: 'node:child_process',
    kind: 'require-call',
    contents: `module.exports = { get spawn() { return process.getBuiltinModule('node:child_process').spawn } }`,
  },
]

const withBuiltinModules: Plugin = {
  name: 'builtin-modules',
  setup(build) {
    build.onResolve({ filter: /^node:/ }, ({ path: name, kind }) => {
      const isListed = builtinModules.some((one) => one.name === name && one.kind === kind)
      return isListed ? { path: name, namespace: 'builtin' } : undefined
    })
    build.onLoad({ filter: /./, namespace: 'builtin' }, ({ path: name }) => ({
      contents: builtinModules.find((one) => one.name === name)?.contents ?? '',
    }))
  },
}

/**
 * A bundle as one script: a function whose parameters bin/fu.js supplies. Its first line holds the version, `id` and
 * the commands.
 */
async function bundle(
  { name, entry, commands }: Bundle,
  id: string,
): Promise<BuildResult<{ metafile: true; write: false }>> {
  return bundleWith({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: `dist/${name}.cjs`,
    bundle: true,
    platform: 'node',
    // Starts faster than an ES module, and supports a V8 code cache.
    format: 'cjs',
    target: 'node20.17',
    // import() initialises a part of the bundle or becomes require(): the ES module loader is slow to start.
    supported: { 'dynamic-import': false },
    banner: {
      js: `// ${[manifest.version, id, ...commands].join(' ')}\n(function (require, __filename, runNextBundle) {`,
    },
    footer: { js: '})' },
    define: { 'import.meta.filename': '__filename' },
    // Required only if better-sqlite3 gets no path to its native part.
    external: ['bindings'],
    // This package only adds types.
    alias: { '@commander-js/extra-typings': 'commander' },
    plugins: [withBuiltinModules, withImapLibrary],
    minify: true,
    legalComments: 'none',
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
}

/** Writes a bundle, marked with its own hash, and its source map; returns its source files. */
async function writeBundle(made: Bundle): Promise<string[]> {
  const hash = createHash('sha256')
  for (const { contents } of (await bundle(made, '')).outputFiles) hash.update(contents)
  const { outputFiles, metafile } = await bundle(made, hash.digest('hex'))
  const [map, bundled] = ['.map', '.cjs'].map((end) =>
    outputFiles.find(({ path: file }) => file.endsWith(end)),
  )
  if (map === undefined || bundled === undefined)
    throw new Error(`esbuild made no ${made.name}.cjs with a map.`)
  fs.writeFileSync(bundled.path, readable(bundled.text))
  fs.writeFileSync(`${map.path}.br`, brotliCompressSync(forStacks(map.text, bundled.text)))
  return Object.keys(metafile.inputs)
}

/**
 * A source map with what the stacks of crash reports show: the line of each position, and the names of functions where
 * they are called. Columns and the other names make most of a map.
 */
function forStacks(map: string, bundled: string): string {
  const { mappings, names, ...rest } = JSON.parse(map) as { mappings: string; names: string[] }
  const rows = bundled.split('\n')
  const called: string[] = []
  const kept = decode(mappings).map((segments, row) => {
    let before = ''
    return segments.flatMap(([column, source, line, , name]): SourceMapSegment[] => {
      if (source === undefined || line === undefined) return []
      const isCall = name !== undefined && /^[\w$]+\(/.test(rows[row]?.slice(column, column + 40) ?? '')
      const place = `${source}:${line}`
      if (place === before && !isCall) return []
      before = place
      return [
        isCall ? [column, source, line, 0, called.push(names[name] ?? '') - 1] : [column, source, line, 0],
      ]
    })
  })
  return JSON.stringify({ ...rest, names: called, mappings: encode(kept) })
}

/** @throws Error if bin/fu.js cannot read the text: bin/fu.js reads at most 4 MB, without decoding */
function readable(text: string): string {
  const [found] = /.{0,60}[^\0-\x7f].{0,20}/.exec(text) ?? []
  if (found !== undefined) {
    throw new Error(`The bundle must be ASCII. Write this pattern or template with \\u escapes: ${found}`)
  }
  if (text.length > 2 ** 22)
    throw new Error(`The bundle has ${text.length} characters; bin/fu.js reads 4 MB.`)
  return text
}

fs.rmSync(dist, { recursive: true, force: true })
fs.mkdirSync(dist)
const inputs = await Promise.all([...bundles.map(writeBundle), imapLibrary(root)])
fs.writeFileSync(path.join(dist, 'LICENSES.txt'), licences(root, inputs.flat()))
const manual = execFileSync(process.execPath, [path.join(root, 'bin/fu.js'), 'manual', manifest.version], {
  env: { ...process.env, FU_NO_CACHE: '1' },
})
fs.writeFileSync(path.join(dist, 'fu.1.gz'), gzipSync(manual, { level: 9 }))
