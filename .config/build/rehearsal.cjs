// Runs a day of commands in one process, so that V8 compiles what they call, and writes what it made of them.
'use strict'
const fs = require('node:fs')
const { createRequire, wrap } = require('node:module')
const path = require('node:path')
const vm = require('node:vm')

const [, , file, to] = process.argv

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

async function rehearse() {
  const script = new vm.Script(wrap(fs.readFileSync(file, 'latin1')), { filename: file })
  for (const words of day) {
    process.argv = [process.execPath, 'fu', ...words]
    const module = { exports: {} }
    script.runInThisContext()(module.exports, createRequire(file), module, file, path.dirname(file))
    await new Promise((resolve) => setTimeout(resolve))
  }
  fs.writeFileSync(to, script.createCachedData())
  process.exitCode = 0
}

void rehearse()
