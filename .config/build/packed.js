// Packs the files that esbuild splits the program into, its parts, into few: what every start needs, what everyday
// commands need besides, and the rest. A start pays for what its own command asks for: the other packs are not read,
// and of the other parts V8 makes nothing.
import path from 'node:path'

/** The commands of every day, and what each of them loads: the diary, the settings, the look. */
const everyday = new Set([
  'native',
  'diary',
  'settings',
  'theme',
  'today',
  'add',
  'promise',
  'wait',
  'tried',
  'done',
  'log',
  'show',
  'find',
  'complete',
])

/**
 * The packs of a build in ES modules that was split, in the order they are needed: each the text of a CommonJS module
 * (see parts.cjs) that gives its parts by name.
 */
export function packs({ outputFiles, metafile }, entry) {
  const about = new Map(
    Object.entries(metafile.outputs).map(([file, output]) => [path.basename(file), output]),
  )
  const texts = new Map(outputFiles.map(({ path: file, text }) => [path.basename(file), text]))
  const isEveryday = (name) => everyday.has(name.replace(/-\w{8}\.js$/, ''))
  const start = neededBy([entry], about)
  const day = neededBy([...texts.keys()].filter(isEveryday), about)
  const packOf = (name) => (start.has(name) ? 0 : day.has(name) ? 1 : 2)
  return [0, 1, 2].map((pack) => {
    const names = [...texts.keys()].filter((name) => packOf(name) === pack)
    const parts = names.map((name) => `"${name}":()=>{${bodyOf(texts.get(name), about.get(name), name)}}`)
    return `"use strict";module.exports=(part$,later$,outside$)=>({${parts.join(',\n')}});`
  })
}

/** These parts, and those that are loaded with them. */
function neededBy(names, about) {
  const needed = new Set(names)
  for (const name of needed) {
    for (const { path: file, kind, external } of about.get(name).imports) {
      if (kind === 'import-statement' && external !== true) needed.add(path.basename(file))
    }
  }
  return needed
}

const importing = /(?<=^|[;}\n])import(?: ([\w$]+) | ?\*as ([\w$]+) |(\{[^}]*\}))?(?:from)?"([^"]+)";/g
const importingLater = /(?<![\w$.])import\("([^"]+)"(?:,\{with:\{type:"json"\}\})?\)/g
const exporting = /export(\{[^}]*\});\s*$/

/** The names by which a part asks for others: none of its own may stand before them. */
const reserved = /(?<![\w$])(?:part|later|outside)\$(?![\w$])/

/** The statements of a part. What it imports is taken as it stands: nothing that is exported is assigned again. */
function bodyOf(text, { imports, exports }, name) {
  if (reserved.test(text)) throw new Error(`${name} has a name of its own for what parts are made with`)
  let found = 0
  const body = text
    .replace(importing, (_, byDefault, all, named, from) => {
      found += 1
      const value = from.startsWith('./') ? `part$("${path.basename(from)}")` : `require("${from}")`
      const binding = byDefault ?? all ?? (named && renamed(named, (theirs, ours) => `${theirs}:${ours}`))
      return binding === undefined ? `${value};` : `const ${binding}=${value};`
    })
    .replace(importingLater, (_, from) => {
      found += 1
      return from.startsWith('./') ? `later$("${path.basename(from)}")` : `outside$(require("${from}"))`
    })
    .replace(exporting, (_, given) => `return${renamed(given, (ours, theirs) => `${theirs}:${ours}`)}`)
  const expected = imports.filter(({ kind }) => kind !== 'require-call').length
  const isGiven = exports.length === 0 || /return\{[^}]*\}$/.test(body)
  if (found !== expected || !isGiven)
    throw new Error(`the imports and exports of ${name} are not as they were expected`)
  return body
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
