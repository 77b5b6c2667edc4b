#!/usr/bin/env node
// Starts the program, which the build puts into packs under dist/: each from what V8 made of it at the build, where that
// is for this V8. Whatever is wrong with that, V8 refuses it and compiles the pack.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')

const dist = path.join(__dirname, '..', 'dist')

/** What stands around a pack as V8 is given it: Node's own module that wraps one would have to be loaded. */
const wrapping = ['(function(exports,require,module){', '\n})']

function start() {
  const { entry, packs, longest } = built()
  // One place for all that is read: to touch fresh memory takes as long as to read into it.
  const space = Buffer.allocUnsafeSlow(2 * longest)
  begin(entry, packsFor(packs, process.argv[2]), (name) => {
    const filename = path.join(dist, name)
    const script = scriptOf(filename, space)
    if (script === null) {
      // Built elsewhere: Node keeps what it compiles among its own temporary files, where it can.
      require('node:module').enableCompileCache?.()
      return require(filename)
    }
    const pack = { exports: {} }
    script.runInThisContext()(pack.exports, require, pack)
    return pack.exports
  })
}

/** What the build says of the packs: see build.js. */
function built() {
  try {
    return JSON.parse(fs.readFileSync(path.join(dist, 'packs.json'), 'utf8'))
  } catch {
    process.stderr.write('fu was never built: run "npm install" and "npm run build" where it is.\n')
    process.exit(1)
  }
}

function scriptOf(filename, space) {
  const [before, after] = wrapping
  try {
    // What stands around a pack is written there too, since V8 would copy a text that is put together.
    const end = before.length + read(filename, space, before.length)
    space.latin1Write(before, 0)
    const text = space.latin1Slice(0, end + space.latin1Write(after, end))
    const cachedData = space.subarray(0, read(keptFor(filename), space, 0))
    return new vm.Script(text, { filename, cachedData })
  } catch {
    return null
  }
}

/** Reads a file into a space, from a place in it on; gives how long it is. */
function read(filename, space, from) {
  const file = fs.openSync(filename)
  const length = fs.readSync(file, space, from, space.length - from)
  fs.closeSync(file)
  return length
}

/**
 * Makes a part of the program, and so runs it; `load` gives a pack by the name of its file. A pack is loaded when a part
 * is asked for that the packs before it do not have, a part is made when another first asks for what it gives.
 */
function begin(entry, files, load) {
  const unread = [...files]
  const parts = Object.create(null)
  const made = Object.create(null)
  const partNamed = (name) => {
    if (name in parts) return parts[name]
    Object.assign(parts, load(unread.shift())(part, later, outside))
    return partNamed(name)
  }
  const part = (name) => (made[name] ??= partNamed(name)())
  // What stands for import(): of a part, and of a module that is none.
  const later = async (name) => part(name)
  const outside = async (given) => ({ ...given, default: given })
  part(entry)
}

/** The packs for a command line that begins with a word, by the names of their files: see packed.js. */
function packsFor(packs, word = 'today') {
  return [...new Set([Object.hasOwn(packs, word) ? packs[word] : packs.version, packs.program])]
}

/** Where that is kept which V8 makes of a pack: another V8 cannot read it. */
function keptFor(file) {
  return `${file}.${process.versions.v8}-${process.platform}-${process.arch}.compiled`
}

// The build asks for these.
module.exports = { begin, keptFor, packsFor, wrapping }

if (require.main === module) start()
