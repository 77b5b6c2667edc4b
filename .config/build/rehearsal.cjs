// Runs a day of commands in one process, so that V8 compiles what they call, and writes what it made of them.
'use strict'
const fs = require('node:fs')
const { createRequire } = require('node:module')
const v8 = require('node:v8')
const vm = require('node:vm')
const { begin, wrapped } = require('./parts.cjs')

const [, , entry, ending, ...files] = process.argv

const day = [
  ['--help'],
  ['add', 'Gary Lee', '-p', '0412 555 019', '--promise', 'call back', '--due', 'fri 10:30'],
  ['add', 'Ada Muller', '-e', 'ada@mueller.example', '--no-next'],
  ['promise', 'gary', 'send the quote', '--due', 'tomorrow'],
  ['promise', 'lee', 'ring', '--due', 'today'],
  ['wait', 'ada', 'the papers', '--due', '27 nov'],
  ['today'],
  ['today', 'mon'],
  ['tried', '1', '--voicemail', 'left a message'],
  ['done', '2', 'signs Tuesday', '--next', 'bring the papers', '--due', 'tue'],
  ['done', '3', '--no-next'],
  ['log', '0412', 'lunch'],
  ['show', 'garry'],
  ['show', 'gary'],
  ['find', 'papers'],
  ['complete', '--', 'show', 'ga'],
  ['complete', '--', 'done', ''],
  ['complete', '--', 'pro'],
  ['--version'],
]

/** A page of all sections, with what is late on it. */
const later = { now: '2026-12-09T14:20', words: ['today'] }

async function rehearse() {
  // V8 would forget what was not called for a while.
  v8.setFlagsFromString('--no-flush-bytecode')
  const scripts = new Map(
    files.map((file) => [file, new vm.Script(wrapped(fs.readFileSync(file, 'latin1')), { filename: file })]),
  )
  for (const words of [...day, later.words]) {
    if (words === later.words) process.env.FU_NOW = later.now
    process.argv = [process.execPath, 'fu', ...words]
    begin(entry, files, (file) => {
      const pack = { exports: {} }
      scripts.get(file).runInThisContext()(pack.exports, createRequire(file), pack)
      return pack.exports
    })
    await new Promise((resolve) => setTimeout(resolve))
  }
  // What is kept is refused by a V8 of other flags.
  v8.setFlagsFromString('--flush-bytecode')
  for (const [file, script] of scripts) fs.writeFileSync(`${file}.${ending}`, script.createCachedData())
  process.exitCode = 0
}

void rehearse()
