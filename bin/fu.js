#!/usr/bin/env node
// Starts the program: compiles a bundle with the V8 code cache of the command, and runs it.
'use strict'
const fs = require('node:fs')
const vm = require('node:vm')
const { cacheOf, readCache, writeCache } = require('./code-cache.js')

/** The exit status of an invalid command line, which may not name a command. */
const usageError = 2
const day = 86_400_000

/** The bundle and the cache are read into the same buffer, one after the other: new memory costs more than reading. */
const space = Buffer.allocUnsafeSlow(2 ** 22)

const word = process.argv[2] ?? 'today'
let command = /^[a-z]+$/.test(word) ? word : 'options'
run(firstBundle())

/** The smallest bundle that may be enough: for version and help, for the everyday commands and Tab, or for all. */
function firstBundle() {
  if (command === 'options' || command === 'help') return readBundle('help')
  const everyday = readBundle('everyday')
  if (everyday.commands.includes(command)) return everyday
  const all = readBundle('fu')
  // Otherwise every unknown word would get its own code cache.
  if (!all.commands.includes(command)) command = 'unknown'
  return all
}

/** Runs a bundle. If it lacks a part that the command line needs, runs the next one instead. */
function run(bundle) {
  const cache = cacheOf(command, bundle)
  const cached = cache && readCache(cache, space)
  const script = new vm.Script(bundle.text, { filename: bundle.filename, cachedData: cached?.data })
  // The cache is rewritten once a day, because later runs may call functions that the first run did not.
  if (cache && (cached === null || script.cachedDataRejected || Date.now() - cached.writtenAt > day)) {
    process.once('exit', (status) => {
      if (status !== usageError) writeCache(cache, script)
    })
  }
  const next = bundle.name === 'everyday' ? 'fu' : 'everyday'
  script.runInThisContext()(require, bundle.filename, () => run(readBundle(next)))
}

/** A bundle: one ASCII script. Its first line holds the version, a hash of the bundle, and its commands. */
function readBundle(name) {
  const filename = `${__dirname}/../dist/${name}.cjs`
  try {
    const file = fs.openSync(filename)
    const { size, mtimeMs } = fs.fstatSync(file)
    const text = space.latin1Slice(0, fs.readSync(file, space))
    fs.closeSync(file)
    const [, version, hash, ...commands] = text.slice(0, text.indexOf('\n')).split(' ')
    return { name, filename, text, commands, version, id: `${hash} ${size} ${mtimeMs}` }
  } catch {
    process.stderr.write('fu was never built: run "npm install" and "npm run build" where it is.\n')
    process.exit(1)
  }
}
