// Makes dist/: the program as bundles with their source maps, a library that one command needs, the licences of the packages
// in them, and the manual.
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

/** What V8 creates of a bundle at a start grows with the bundle, so that what is run often has smaller ones. */
const bundles: readonly Bundle[] = [
  { name: 'help', entry: 'src/cli/bundles/help.ts', commands: [] },
  { name: 'everyday', entry: 'src/cli/bundles/everyday.ts', commands: Object.keys(everydayCommands) },
  { name: 'fu', entry: 'src/main.ts', commands: Object.keys(allCommands) },
]

/** Modules of Node, by how they are asked for, whose loading costs a start; and what the bundle has in place of each. */
const builtinModules: readonly { name: string; kind: ImportKind; contents: string }[] = [
  // esbuild copies every property of a module that is imported as a whole, in each file anew.
  ...['node:fs', 'node:path'].map((name) => ({
    name,
    kind: 'import-statement' as const,
    contents: `export default process.getBuiltinModule('${name}')`,
  })),
  // The bundle is handed a `require` already.
  { name: 'node:module', kind: 'import-statement', contents: 'export const createRequire = () => require' },
  // commander asks for it whenever it is loaded, for executables that fu does not have.
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

/** A bundle as one script: a function of what bin/fu.js hands it. Its first line names it: version, `id`, commands. */
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
    // Starts faster than an ES module, and can be compiled with a V8 code cache.
    format: 'cjs',
    target: 'node20.17',
    // import() initialises a part of the bundle that is there, or is require(): the loader of ES modules costs a start.
    supported: { 'dynamic-import': false },
    banner: {
      js: `// ${[manifest.version, id, ...commands].join(' ')}\n(function (require, __filename, runNextBundle) {`,
    },
    footer: { js: '})' },
    define: { 'import.meta.filename': '__filename' },
    // Asked for only where better-sqlite3 is not given its native part.
    external: ['bindings'],
    // Adds types alone.
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

/** Writes a bundle, marked with a hash of itself, and its source map; gives the files it was made from. */
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

/** @throws Error if bin/fu.js cannot read the text: it reads up to 4 MB, and does not decode them */
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
