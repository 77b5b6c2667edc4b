// How a pack runs the program; its text stands in every pack, so that V8 keeps what it made of it like the rest.
'use strict'

/**
 * Makes a part of the program, and so runs it: a part is made when another first asks for what it gives.
 *
 * @param parts gives what finds a part of a pack by its name
 * @param packed gives another pack by its name: a package, or the whole program for a part that this one does not have
 */
module.exports = function begin(entry, parts, packed) {
  const made = Object.create(null)
  const opened = Object.create(null)
  const part = (name) => (made[name] ??= (own(name) ?? other(name))())
  let others = null
  const other = (name) => (others ??= open('program').parts(part, later, outside, open))(name)
  // What stands for import(): of a part, and of a module that is none.
  const later = async (name) => part(name)
  const outside = async (given) => ({ ...given, default: given })
  const open = (name) => (opened[name] ??= packed(name))
  const own = parts(part, later, outside, open)
  part(entry)
}
