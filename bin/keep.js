// What V8 made of a pack, kept beside it: by the build for its own V8, and by bin/fu.js for any other.
'use strict'
const fs = require('node:fs')

/** No such file is longer. */
const longest = 1 << 21

/**
 * The text of a pack, and when its file last changed: by the clock of the disk, since an archive may bring any other time
 * with it. What stands around it is written here: Node's own module that wraps one
 * would have to be loaded.
 */
function textOf(file) {
  const written = fs.statSync(file).ctimeMs
  return { text: `(function(exports,require,module){${fs.readFileSync(file, 'latin1')}\n})`, written }
}

/**
 * One file of a text and what V8 made of it: where the text ends, where what is made begins, when the pack was written
 * (0 where the build says that they belong together), then both; what is made begins where a number may, or V8 would copy
 * it.
 *
 * @throws RangeError where that is longer than bin/fu.js reads
 */
function together(text, madeOfIt, written) {
  const textEnd = 16 + text.length
  const madeFrom = Math.ceil(textEnd / 8) * 8
  const file = Buffer.alloc(madeFrom + madeOfIt.length)
  if (file.length > longest) throw new RangeError('a pack is longer than bin/fu.js reads')
  file.set(new Uint8Array(new Uint32Array([textEnd, madeFrom]).buffer))
  file.set(new Uint8Array(new Float64Array([written]).buffer), 8)
  file.latin1Write(text, 16)
  file.set(madeOfIt, madeFrom)
  return file
}

/**
 * Keeps what V8 made of a pack by the end of the process, when the program has shown what it calls; nothing where there
 * may nothing be written.
 */
function keepAtEnd(file, ending, { text, written }, script) {
  process.once('exit', () => {
    const draft = `${file}.${process.pid}${ending}`
    try {
      // Opened first: what V8 made takes time to gather.
      const opened = fs.openSync(draft, 'wx')
      try {
        fs.writeFileSync(opened, together(text, script.createCachedData(), written))
        // A power cut may otherwise leave the name with a part of it, which V8 takes for the whole.
        fs.fsyncSync(opened)
      } finally {
        fs.closeSync(opened)
      }
      fs.renameSync(draft, file + ending)
    } catch {
      discard(draft)
    }
  })
}

function discard(file) {
  try {
    fs.rmSync(file, { force: true })
  } catch {}
}

module.exports = { longest, textOf, together, keepAtEnd }
