// Becomes dist/fu.cjs: starts the program, each pack of it from what V8 made of it at the build, where that is for this
// V8. Whatever is wrong with that, V8 refuses it and compiles the program.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')
const { begin, keptFor, packsFor, wrapping } = require('./parts.cjs')

// One place for all that is read: to touch fresh memory takes as long as to read into it. What stands around a pack is
// written there too, since V8 would copy a text that is put together.
const space = Buffer.allocUnsafeSlow(SPACE)
const [before, after] = wrapping

begin(ENTRY, packsFor(PACKS, process.argv[2]), (name) => {
  const filename = path.join(__dirname, name)
  const script = scriptOf(filename)
  if (script === null) {
    // Built elsewhere: Node keeps what it compiles among its own temporary files, where it can.
    require('node:module').enableCompileCache?.()
    return require(filename)
  }
  const pack = { exports: {} }
  script.runInThisContext()(pack.exports, require, pack)
  return pack.exports
})

function scriptOf(filename) {
  try {
    const end = before.length + read(filename, before.length)
    space.latin1Write(before, 0)
    const text = space.latin1Slice(0, end + space.latin1Write(after, end))
    const cachedData = space.subarray(0, read(keptFor(filename), 0))
    return new vm.Script(text, { filename, cachedData })
  } catch {
    return null
  }
}

/** Reads a file into the space, from a place in it on; gives how long it is. */
function read(filename, from) {
  const file = fs.openSync(filename)
  const length = fs.readSync(file, space, from, space.length - from)
  fs.closeSync(file)
  return length
}
