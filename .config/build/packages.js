// What the build does with packages: which are loaded when they are first used, and what is left out of them.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)

/**
 * Packages that few commands use, each in a file that is loaded at the first call of one of its functions. Those
 * functions stand for themselves alone: nothing may ask whether a thing is an `instanceof` one of them.
 */
export const packagesApart = [
  '@date-fns/utc/date/mini',
  'awesome-phonenumber',
  'cli-table3',
  'ical.js',
  'inquirer',
  'string-width',
]

/** The name of the pack of such a package. */
export const packOf = (name) => `part${name.replaceAll(/^@?|[^a-z0-9]+/g, '-')}`

/** Puts each of the packages in a file of its own; packs are run from bin/fu.js. */
export const apart = {
  name: 'apart',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path: name }) =>
      packagesApart.includes(name) ? { path: name, namespace: 'apart' } : undefined,
    )
    build.onLoad({ filter: /./, namespace: 'apart' }, async ({ path: name }) => {
      const exported = Object.entries(await import(name)).filter(([key]) => /^[A-Za-z_]\w*$/.test(key))
      return { contents: exported.map(([key, value]) => standIn(packOf(name), key, value)).join('\n') }
    })
  },
}

/** An export that loads its package when it is called or made with `new`; a value loads it at once. */
function standIn(pack, key, value) {
  const real =
    key === 'default'
      ? `(part => part.__esModule ? part.default : part)(packed$('${pack}'))`
      : `packed$('${pack}').${key}`
  // Marked as pure, so that a value nobody uses loads nothing.
  if (typeof value !== 'function') {
    return `const $${key} = /* @__PURE__ */ (() => ${real})(); export { $${key} as ${key} }`
  }
  return `function $${key}(...given) {
    return new.target ? Reflect.construct(${real}, given) : ${real}(...given)
  }
  export { $${key} as ${key} }`
}

/** The file of a package that is apart. */
export function partOf(name, root) {
  return { contents: `module.exports = require(${JSON.stringify(name)})`, resolveDir: root, loader: 'js' }
}

/**
 * Modules of the program that most starts never call: each is a part of its own, made at the first call of one of its
 * functions. They give functions alone.
 */
const lateModules = new Set([
  'command/command-line.ts',
  'actions/derived.ts',
  'actions/ask/in-editor.ts',
  'actions/completion/promises.ts',
  'diary/backup/backup.ts',
  'diary/writing/import-rows.ts',
  'diary/queries/page-facts.ts',
  'diary/writing/history.ts',
  'diary/writing/row-writer.ts',
  'diary/queries/merges.ts',
  'diary/writing/transaction.ts',
  'diary/export/promises-csv.ts',
  'diary/queries/regulars.ts',
  'diary/queries/search.ts',
  'formats/json/json.ts',
  'parse/phrase/day-phrase.ts',
  'parse/settings/holidays.ts',
  'parse/phrase/period.ts',
  'schedule/page/past-day.ts',
  'terminal/editor.ts',
  'terminal/keys.ts',
  'terminal/pager.ts',
  'terminal/prompts.ts',
  'views/page/past-page.ts',
])

/** Puts a stand-in for each function of those modules where it is imported; packed.js finds its part. */
export const late = {
  name: 'late',
  setup(build) {
    const source = path.join(build.initialOptions.absWorkingDir, 'src')
    build.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path: name, resolveDir, kind }) => {
      const file = path.resolve(resolveDir, name)
      const isLate = kind === 'import-statement' && lateModules.has(path.relative(source, file))
      return isLate ? { path: file, namespace: 'late' } : undefined
    })
    build.onLoad({ filter: /./, namespace: 'late' }, ({ path: file }) => {
      const text = fs.readFileSync(file, 'utf8')
      if (/^export (?:const|let|class|default|\{|\*)/m.test(text))
        throw new Error(`${file} gives more than functions`)
      const names = Array.from(text.matchAll(/^export (?:async )?function\*? ?(\w+)/gm), ([, name]) => name)
      const standIns = names.map(
        (name) => `export function ${name}(...given) { return made().${name}(...given) }`,
      )
      const made = `const made = () => made$(import(${JSON.stringify(file)}))`
      return { ...empty([made, ...standIns].join('\n')), resolveDir: path.dirname(file) }
    })
  },
}

const empty = (contents) => ({ contents, loader: 'js' })

/**
 * Leaves out what takes time to load and is never called: processes of commander's stand-alone commands and the
 * programs that it makes of itself, chalk's look at the terminal, since the program tells it how many colours there are,
 * and what makes tables and aggregates of SQLite in JavaScript. Help and what brings a backup back are made when they are
 * called; Node's own process is there already.
 */
export const spared = {
  name: 'spared',
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'child_process', namespace: 'spared' } : undefined,
    )
    const commander = path.dirname(require.resolve('commander'))
    build.onResolve({ filter: /^@commander-js\/extra-typings$/ }, () => ({
      path: 'commander',
      namespace: 'spared',
    }))
    build.onLoad({ filter: /^commander$/, namespace: 'spared' }, () => ({
      ...empty(`
        export const { Argument } = require('./lib/argument.js')
        export const { Command } = require('./lib/command.js')
        export const { CommanderError } = require('./lib/error.js')
        export const { Option } = require('./lib/option.js')`),
      resolveDir: commander,
    }))
    build.onResolve({ filter: /^\.\/help\.js$/ }, ({ importer }) =>
      importer.startsWith(commander) ? { path: 'help', namespace: 'spared' } : undefined,
    )
    build.onLoad({ filter: /^help$/, namespace: 'spared' }, () => ({
      ...empty(`
        exports.Help = function (...given) { return Reflect.construct(require('./lib/help.js').Help, given) }
        exports.stripColor = (text) => require('./lib/help.js').stripColor(text)`),
      resolveDir: commander,
    }))
    build.onResolve({ filter: /^\.\/methods\/(?:table|aggregate)$/ }, () => ({
      path: 'child_process',
      namespace: 'spared',
    }))
    build.onResolve({ filter: /^\.\/methods\/backup$/ }, ({ resolveDir }) => ({
      path: 'backup',
      namespace: 'spared',
      pluginData: resolveDir,
    }))
    build.onLoad({ filter: /^backup$/, namespace: 'spared' }, ({ pluginData: resolveDir }) => ({
      ...empty(
        "module.exports = function (...given) { return require('./methods/backup.js').apply(this, given) }",
      ),
      resolveDir,
    }))
    build.onResolve({ filter: /^node:process$/ }, () => ({ path: 'process', namespace: 'spared' }))
    build.onLoad({ filter: /^process$/, namespace: 'spared' }, () => empty('module.exports = process'))
    build.onResolve({ filter: /^#supports-color$/ }, () => ({ path: 'supports-color', namespace: 'spared' }))
    build.onLoad({ filter: /^child_process$/, namespace: 'spared' }, () => empty('module.exports = {}'))
    build.onLoad({ filter: /^supports-color$/, namespace: 'spared' }, () =>
      empty('export default { stdout: false, stderr: false }'),
    )
  },
}

/** Lets SQLite be loaded by its path, without the search for it: see sqlite.cjs. */
export const sqlite = {
  name: 'sqlite',
  setup(build) {
    const manifest = require.resolve('better-sqlite3/package.json')
    build.onResolve({ filter: /^better-sqlite3$/ }, ({ importer }) =>
      importer.endsWith('.ts') ? { path: fileURLToPath(new URL('sqlite.cjs', import.meta.url)) } : undefined,
    )
    build.onResolve({ filter: /^better-sqlite3\/package\.json$/ }, () => ({
      path: 'manifest',
      namespace: 'installed',
    }))
    build.onLoad({ filter: /^manifest$/, namespace: 'installed' }, () => ({
      contents: "export { manifest as default } from './installed.cjs'",
      resolveDir: path.dirname(fileURLToPath(import.meta.url)),
      loader: 'js',
    }))
    build.onResolve({ filter: /^bundled-sqlite$/ }, () => ({
      path: path.join(path.dirname(manifest), 'lib', 'index.js'),
    }))
    // The search itself: never made by what is bundled.
    build.onResolve({ filter: /^bindings$/ }, () => ({ path: 'child_process', namespace: 'spared' }))
    build.initialOptions.define = {
      ...build.initialOptions.define,
      BUNDLED: JSON.stringify(require(manifest).version),
    }
  },
}
