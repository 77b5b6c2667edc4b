// How a pack runs the program; its text stands in every pack, so that V8 keeps what it made of it like the rest.
'use strict'

/**
 * Makes a part of the program, and so runs it: a part is made when another first asks for what it gives.
 *
 * @param parts gives the parts of a pack, by name
 * @param whole gives the pack of the whole program, for a part that this one does not have
 */
module.exports = function begin(entry, parts, whole) {
  const made = Object.create(null)
  const part = (name) => (made[name] ??= (known[name] ?? other(name))())
  const other = (name) => {
    known = { ...whole().parts(part, later, outside), ...known }
    return known[name]
  }
  // What stands for import(): of a part, and of a module that is none.
  const later = async (name) => part(name)
  const outside = async (given) => ({ ...given, default: given })
  let known = parts(part, later, outside)
  part(entry)
}
