// Runs command lines in one process, so that V8 compiles what they call, and writes what it made of that for a word.
'use strict'
const fs = require('node:fs')
const { createRequire } = require('node:module')
const v8 = require('node:v8')
const vm = require('node:vm')
const { begin, keptFor, packsFor, wrapping } = require('../../bin/fu.js')

const [, , entry, word, packs] = process.argv
const files = packsFor(JSON.parse(packs), word)
const lines = JSON.parse(fs.readFileSync(0, 'utf8'))

async function rehearse() {
  // V8 would forget what was not called for a while.
  v8.setFlagsFromString('--no-flush-bytecode')
  const scripts = new Map(files.map((file) => [file, compiled(file)]))
  for (const { now, words, status } of lines) {
    process.env.FU_NOW = now
    process.exitCode = undefined
    process.argv = [process.execPath, 'fu', ...words]
    begin(entry, files, (file) => {
      const pack = { exports: {} }
      scripts.get(file).runInThisContext()(pack.exports, createRequire(file), pack)
      return pack.exports
    })
    await new Promise((resolve) => setTimeout(resolve))
    if (process.exitCode !== status) throw new Error(`fu ${words.join(' ')}: ended with ${process.exitCode}`)
  }
  // What is kept is refused by a V8 of other flags.
  v8.setFlagsFromString('--flush-bytecode')
  const [file] = files
  fs.writeFileSync(keptFor(file), scripts.get(file).createCachedData())
}

function compiled(file) {
  return new vm.Script(wrapping.join(fs.readFileSync(file, 'latin1')), { filename: file })
}

void rehearse().then(() => (process.exitCode = 0))
