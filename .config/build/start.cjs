// Becomes dist/fu.cjs: starts the program, each pack of it from what V8 made of it at the build, where that is for this
// V8. Whatever is wrong with that, V8 refuses it and compiles the program.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')
const { begin, keptFor, packsFor, wrapped } = require('./parts.cjs')

// One place for all that is read: to touch fresh memory takes as long as to read into it.
const space = Buffer.allocUnsafeSlow(SPACE)

begin(ENTRY, packsFor(PACKS, process.argv[2]), (name) => {
  const filename = path.join(__dirname, name)
  const text = read(filename)?.latin1Slice()
  const cachedData = read(keptFor(filename))
  if (text === undefined || cachedData === null) {
    // Built elsewhere: Node keeps what it compiles among its own temporary files, where it can.
    require('node:module').enableCompileCache?.()
    return require(filename)
  }
  const script = new vm.Script(wrapped(text), { filename, cachedData })
  const pack = { exports: {} }
  script.runInThisContext()(pack.exports, require, pack)
  return pack.exports
})

function read(filename) {
  try {
    const file = fs.openSync(filename)
    const length = fs.readSync(file, space)
    fs.closeSync(file)
    return space.subarray(0, length)
  } catch {
    return null
  }
}
