// How a pack runs the program; its text stands in every pack, so that V8 keeps what it made of it like the rest.
'use strict'

/**
 * Makes a part of the program, and so runs it: a part is made when another first asks for what it gives.
 *
 * @param parts gives the parts of a pack, by name
 * @param packed gives another pack by its name: a package, or the whole program for a part that this one does not have
 */
module.exports = function begin(entry, parts, packed) {
  const made = Object.create(null)
  const opened = Object.create(null)
  const part = (name) => (made[name] ??= (known[name] ?? other(name))())
  const other = (name) => {
    known = { ...open('program').parts(part, later, outside, open), ...known }
    return known[name]
  }
  // What stands for import(): of a part, and of a module that is none.
  const later = async (name) => part(name)
  const outside = async (given) => ({ ...given, default: given })
  const open = (name) => (opened[name] ??= packed(name))
  let known = parts(part, later, outside, open)
  part(entry)
}
