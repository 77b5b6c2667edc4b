// Becomes dist/fu.cjs: starts the program, each pack of it from what V8 made of it at the build, where that is for this
// V8. Whatever is wrong with that, V8 refuses it and compiles the program.
'use strict'
const fs = require('node:fs')
const path = require('node:path')
const vm = require('node:vm')
const { begin, keptFor, packsFor, wrapped } = require('./parts.cjs')

begin(ENTRY, packsFor(PACKS, process.argv[2]), (name) => {
  const filename = path.join(__dirname, name)
  const cachedData = kept(filename)
  if (cachedData === null) {
    // Built elsewhere: Node keeps what it compiles among its own temporary files, where it can.
    require('node:module').enableCompileCache?.()
    return require(filename)
  }
  const script = new vm.Script(wrapped(fs.readFileSync(filename, 'latin1')), { filename, cachedData })
  const pack = { exports: {} }
  script.runInThisContext()(pack.exports, require, pack)
  return pack.exports
})

function kept(filename) {
  try {
    return fs.readFileSync(keptFor(filename))
  } catch {
    return null
  }
}
