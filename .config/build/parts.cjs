// The program is made of parts, which lie in packs: a pack is loaded when a part is asked for that the packs before it
// do not have, a part is made when another first asks for what it gives.
'use strict'

/** Makes a part of the program, and so runs it; `load` gives a pack by the name of its file. */
exports.begin = (entry, files, load) => {
  const unread = [...files]
  const parts = Object.create(null)
  const made = Object.create(null)
  const read = (name) => {
    if (name in parts) return parts[name]
    Object.assign(parts, load(unread.shift())(part, later, outside))
    return read(name)
  }
  const part = (name) => (made[name] ??= read(name)())
  // What stands for import(): of a part, and of a module that is none.
  const later = async (name) => part(name)
  const outside = async (given) => ({ ...given, default: given })
  part(entry)
}

/** What stands around a pack as V8 is given it: Node's own module that wraps one would have to be loaded. */
exports.wrapping = ['(function(exports,require,module){', '\n})']

/** The packs for a command line that begins with a word, by the names of their files: see packed.js. */
exports.packsFor = (packs, word = 'today') => [
  ...new Set([Object.hasOwn(packs, word) ? packs[word] : packs.version, packs.program]),
]

/** Where that is kept which V8 makes of a pack: another V8 cannot read it. */
exports.keptFor = (file) => `${file}.${process.versions.v8}-${process.platform}-${process.arch}.compiled`
