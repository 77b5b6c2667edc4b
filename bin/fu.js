#!/usr/bin/env node
// Starts the program, which the build puts into packs under dist/: each from what V8 made of it at the build, where that
// is for this V8 and whole; else the pack is compiled.
'use strict'
const fs = require('node:fs')
const vm = require('node:vm')

const dist = `${__dirname}/../dist/`

/** What the name of a file ends with that has the text of a pack and what V8 made of it: another V8 cannot read that. */
const kept = `.${process.versions.v8}-${process.platform}-${process.arch}.compiled`

/** No such file is longer. */
const longest = 1 << 21

// The build asks for these.
module.exports = { kept, longest }

if (require.main === module) start(...process.argv.slice(2))

/**
 * A command of every day has a pack of its own, and so have version and help, and the page where nothing else is asked of
 * it; the others start from the whole.
 */
function start(word = 'today', ...more) {
  const isPage = word === 'today' && more.length === 0
  const name = isPage ? 'page' : word.startsWith('-') ? 'version' : word
  const own = isPage || /^[a-z]+$/.test(name) ? packNamed(name) : null
  const first = own ?? packNamed('program') ?? neverBuilt()
  first.begin(packNamed)
}

/** A pack by its name; `null` where there is none. */
function packNamed(name) {
  const file = `${dist}${name}.cjs`
  const script = keptScript(file)
  if (script === null) return fs.existsSync(file) ? compiled(file) : null
  const pack = { exports: {} }
  script.runInThisContext()(pack.exports, require, pack)
  return pack.exports
}

function keptScript(filename) {
  let opened = null
  try {
    opened = fs.openSync(filename + kept)
    const space = Buffer.allocUnsafeSlow(longest)
    const end = fs.readSync(opened, space)
    // Where the text ends, and where what V8 made of it begins: see rehearsal.cjs.
    const [textEnd, madeFrom] = new Uint32Array(space.buffer, 0, 2)
    // A file that was never filled says nothing of either; one that was cut off is refused by V8.
    if (end <= textEnd || textEnd === 0) return null
    const cachedData = new Uint8Array(space.buffer, madeFrom, end - madeFrom)
    return new vm.Script(space.latin1Slice(8, textEnd), { filename, cachedData })
  } catch {
    return null
  } finally {
    if (opened !== null) fs.closeSync(opened)
  }
}

/** Built elsewhere: Node keeps what it compiles among its own temporary files, where it can. */
function compiled(file) {
  require('node:module').enableCompileCache?.()
  return require(file)
}

function neverBuilt() {
  process.stderr.write('fu was never built: run "npm install" and "npm run build" where it is.\n')
  process.exit(1)
}
