#!/usr/bin/env node
// Starts the program, which the build puts into packs under dist/: each from what V8 made of it, where that was kept for
// this V8 and is whole; else the pack is compiled.
'use strict'
const fs = require('node:fs')
const vm = require('node:vm')

const dist = `${__dirname}/../dist/`

/** What the name of a file ends with that has the text of a pack and what V8 made of it: another V8 cannot read that. */
const kept = `.${process.versions.v8}-${process.platform}-${process.arch}.compiled`

/** No such file is longer: see keep.js. */
const longest = 1 << 21

// The build asks for it.
module.exports = { kept }

if (require.main === module) start(...process.argv.slice(2))

/**
 * A command of every day has a pack of its own, and so have version and help, and the page where nothing else is asked of
 * it; the others start from the whole.
 */
function start(word = 'today', ...more) {
  const isPage = word === 'today' && more.length === 0
  const name = isPage ? 'page' : word.startsWith('-') ? 'version' : word
  const own = isPage || /^[a-z]+$/.test(name) ? firstPack(name) : null
  const first = own ?? firstPack('program') ?? neverBuilt()
  first.begin(packNamed)
}

/** The pack that a command begins with; `null` where there is none. */
function firstPack(name) {
  const file = `${dist}${name}.cjs`
  const script = keptScript(file) ?? newScript(file)
  return script === null ? null : run(script)
}

/** Another pack by its name; `null` where there is none. */
function packNamed(name) {
  const file = `${dist}${name}.cjs`
  const script = keptScript(file)
  if (script !== null) return run(script)
  return fs.existsSync(file) ? compiled(file) : null
}

function run(script) {
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
    const [textEnd, madeFrom] = new Uint32Array(space.buffer, 0, 2)
    const [written] = new Float64Array(space.buffer, 8, 1)
    // A file that was never filled says nothing of either; one that was cut off is refused by V8.
    if (end <= textEnd || textEnd === 0) return null
    if (written !== 0 && written !== fs.statSync(filename).ctimeMs) return null
    const cachedData = new Uint8Array(space.buffer, madeFrom, end - madeFrom)
    return new vm.Script(space.latin1Slice(16, textEnd), { filename, cachedData })
  } catch {
    return null
  } finally {
    if (opened !== null) fs.closeSync(opened)
  }
}

/** Built by another V8: what this one makes of the pack is kept for the next start. */
function newScript(filename) {
  if (!fs.existsSync(filename)) return null
  const { textOf, keepAtEnd } = require('./keep.js')
  const source = textOf(filename)
  const script = new vm.Script(source.text, { filename })
  keepAtEnd(filename, kept, source, script)
  return script
}

/** Node keeps what it compiles among its own temporary files, where it can. */
function compiled(file) {
  require('node:module').enableCompileCache?.()
  return require(file)
}

function neverBuilt() {
  process.stderr.write('fu was never built: run "npm install" and "npm run build" where it is.\n')
  process.exit(1)
}
