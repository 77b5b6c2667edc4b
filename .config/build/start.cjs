// Becomes dist/fu.cjs: starts the program, from what V8 made of it at the build where that is for this V8. Whatever is
// wrong with that, V8 refuses it and compiles the program.
'use strict'
const fs = require('node:fs')
const modules = require('node:module')
const path = require('node:path')
const vm = require('node:vm')

const file = path.join(__dirname, PROGRAM)

function compiled() {
  try {
    return fs.readFileSync(`${file}.${process.versions.v8}-${process.platform}-${process.arch}.compiled`)
  } catch {
    return null
  }
}

const cachedData = compiled()
if (cachedData === null) {
  // Built elsewhere: Node keeps what it compiles among its own temporary files, where it can.
  modules.enableCompileCache?.()
  require(file)
} else {
  const script = new vm.Script(modules.wrap(fs.readFileSync(file, 'latin1')), { filename: file, cachedData })
  script.runInThisContext()(exports, require, module, file, __dirname)
}
