// Packs the files that esbuild splits the program into, its parts: for each command that is rehearsed one pack with all
// that it needs, so that a start reads one file, and no more than it asks for; and one pack with every part.
import { createRequire, isBuiltin } from 'node:module'
import path from 'node:path'

const begin = createRequire(import.meta.url)('./begin.cjs')

/** The command of a pack: the page is what "today" alone shows. */
const commandOf = (word) => (word === 'page' ? 'today' : word)

/** The parts that a command loads besides its own, once it runs. */
const running = ['native', 'manifest', 'diary', 'settings', 'colours']

/**
 * The packs of a build in ES modules that was split, by the words that begin their command lines, and the whole
 * program as `program`: each the text of a CommonJS module that gives its parts by name, and begins with the entry.
 */
export function packs({ outputFiles, metafile }, entry, words) {
  const about = new Map(
    Object.entries(metafile.outputs).map(([file, output]) => [path.basename(file), output]),
  )
  const bodies = new Map(
    outputFiles.map(({ path: file, text }) => {
      const name = path.basename(file)
      return [name, bodyOf(text, about.get(name), name)]
    }),
  )
  const packOf = (names) => {
    // Chosen by name, since an object of them all would take longer to make than all but the parts themselves.
    const parts = Array.from(names, (name) => `case"${name}":return()=>{${bodies.get(name)}}`)
    // Node looks at a name that is asked for from all sides, however often it was: each module is asked for once.
    return `"use strict";const asked$={},node$=name=>asked$[name]??=require(name);exports.parts=(part$,later$,outside$,packed$)=>name=>{switch(name){${parts.join('\n')}}};
exports.begin=packed=>(${begin})("${entry}",exports.parts,packed);`
  }
  const named = (wanted) =>
    [...bodies.keys()].filter((name) => wanted.includes(name.replace(/-\w{8}\.js$/, '')))
  const imported = (name) => [...importedBy(about.get(name)), ...lateIn(bodies.get(name))]
  const needed = (word) =>
    neededBy([entry, ...(word === 'version' ? [] : named([commandOf(word), ...running]))], imported)
  return new Map([...words.map((word) => [word, packOf(needed(word))]), ['program', packOf(bodies.keys())]])
}

/** These parts, and those that are loaded with them. */
function neededBy(names, imported) {
  const needed = new Set(names)
  for (const name of needed) for (const other of imported(name)) needed.add(other)
  return needed
}

function importedBy({ imports }) {
  return imports
    .filter(({ kind, external }) => kind === 'import-statement' && external !== true)
    .map(({ path: file }) => path.basename(file))
}

/** The parts that stand-ins make when they are called: see `late`. */
function lateIn(body) {
  return Array.from(body.matchAll(/\bmade\w*=\(\)=>part\$\("([^"]+)"\)/g), ([, name]) => name)
}

const importing = /(?<=^|[;}\n])import(?: ([\w$]+) | ?\*as ([\w$]+) |(\{[^}]*\}))?(?:from)?"([^"]+)";/g
const importingLater = /(?<![\w$.])import\("([^"]+)"(?:,\{with:\{type:"json"\}\})?\)/g
const importingNow = /made\$\(import\("([^"]+)"\)\)/g
/** What modules in the older form ask for. */
const requiring = /__require\("([^"]+)"\)/g
const exporting = /export(\{[^}]*\});\s*$/

/** The names by which a part asks for others: none of its own may stand before them. */
const reserved = /(?<![\w$])(?:part|later|outside|asked|node)\$(?![\w$])|\bpacked\$(?!\()/

/** The statements of a part. What it imports is taken as it stands: nothing that is exported is assigned again. */
function bodyOf(text, { imports, exports }, name) {
  if (reserved.test(text)) throw new Error(`${name} has a name of its own for what parts are made with`)
  let found = 0
  const body = text
    .replace(importing, (_, byDefault, all, named, from) => {
      found += 1
      const value = from.startsWith('./') ? `part$("${path.basename(from)}")` : required(from)
      const binding = byDefault ?? all ?? (named && renamed(named, (theirs, ours) => `${theirs}:${ours}`))
      return binding === undefined ? `${value};` : `const ${binding}=${value};`
    })
    .replace(importingNow, (_, from) => {
      found += 1
      return `part$("${path.basename(from)}")`
    })
    .replace(importingLater, (_, from) => {
      found += 1
      return from.startsWith('./') ? `later$("${path.basename(from)}")` : `outside$(${required(from)})`
    })
    .replace(requiring, (_, from) => required(from))
    .replace(exporting, (_, given) => `return${renamed(given, (ours, theirs) => `${theirs}:${ours}`)}`)
  const expected = imports.filter(({ kind }) => kind !== 'require-call').length
  const isGiven = exports.length === 0 || /return\{[^}]*\}$/.test(body)
  if (found !== expected || !isGiven)
    throw new Error(`the imports and exports of ${name} are not as they were expected`)
  return body
}

function required(name) {
  return isBuiltin(name) ? `node$("node:${name.replace(/^node:/, '')}")` : `require("${name}")`
}

/** The names between braces, `a as b` and `c`, written anew. */
function renamed(braces, write) {
  const names = braces
    .slice(1, -1)
    .split(',')
    .filter((each) => each !== '')
  const pairs = names.map((each) => each.split(' as '))
  return `{${pairs.map(([from, to = from]) => write(from, to)).join(',')}}`
}
