// Runs command lines in one process, so that V8 compiles what they call, and keeps what it made of that for a word; with
// the whole program, of the packages too.
'use strict'
const fs = require('node:fs')
const { createRequire } = require('node:module')
const path = require('node:path')
const v8 = require('node:v8')
const vm = require('node:vm')
const { kept } = require('../../bin/fu.js')
const { textOf, together } = require('../../bin/keep.js')

/** No command line takes so many turns. */
const most = 1000

const [, , dist, word] = process.argv
const lines = JSON.parse(fs.readFileSync(0, 'utf8'))

async function rehearse() {
  // V8 would forget what was not called for a while.
  v8.setFlagsFromString('--no-flush-bytecode')
  // The program ends itself.
  process.exit = () => undefined
  const packs = new Map()
  const packNamed = (name) => {
    if (!packs.has(name)) packs.set(name, compiled(name))
    return packs.get(name).run()
  }
  for (const { now, words, status, colour } of lines) {
    process.env.FU_NOW = now
    process.env.FORCE_COLOR = colour ? '1' : ''
    process.exitCode = undefined
    process.argv = [process.execPath, 'fu', ...words]
    packNamed(word).begin(packNamed)
    // What is written in pieces takes a turn for each.
    for (let turn = 0; process.exitCode === undefined && turn < most; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve))
    }
    if (process.exitCode !== status) throw new Error(`fu ${words.join(' ')}: ended with ${process.exitCode}`)
  }
  // What is kept is refused by a V8 of other flags.
  v8.setFlagsFromString('--flush-bytecode')
  const isOwn = (name) => name === word || (word === 'program' && name.startsWith('part-'))
  for (const [name, { file, text, script }] of packs) {
    if (isOwn(name)) fs.writeFileSync(file + kept, together(text, script.createCachedData(), 0))
  }
}

/** A pack, and what runs it. */
function compiled(name) {
  const file = path.join(dist, `${name}.cjs`)
  const { text } = textOf(file)
  const script = new vm.Script(text, { filename: file })
  const run = () => {
    const pack = { exports: {} }
    script.runInThisContext()(pack.exports, createRequire(file), pack)
    return pack.exports
  }
  return { file, text, script, run }
}

void rehearse().then(() => (process.exitCode = 0))
