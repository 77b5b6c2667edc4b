// Stands for better-sqlite3 in the program. Its JavaScript is in the bundle and its native part is loaded by its path,
// which saves a dozen files and the search for it; where another version is installed, or the native part lies
// elsewhere, the package is loaded as it is, which also says best what is wrong with it.
'use strict'
const fs = require('node:fs')
const path = require('node:path')

/** The class of the bundle on the native part of the package that is installed; `null` where they do not fit. */
function bundled() {
  try {
    const { place, manifest } = require('./installed.cjs')
    if (manifest.version !== BUNDLED) return null
    const native = { exports: {} }
    process.dlopen(native, path.toNamespacedPath(nativePart(place)))
    const Database = require('bundled-sqlite')
    function Diary(file, options) {
      return Reflect.construct(Database, [file, { ...options, nativeBinding: native.exports }], Diary)
    }
    Diary.prototype = Database.prototype
    Diary.SqliteError = Database.SqliteError
    return Diary
  } catch {
    return null
  }
}

/** Where it was compiled, else as it came; one that is for another libc is refused when it is loaded. */
function nativePart(place) {
  const compiled = `${place}/build/Release/better_sqlite3.node`
  return fs.existsSync(compiled) ? compiled : `${place}/prebuilds/${process.platform}-${process.arch}.node`
}

module.exports = bundled() ?? require('better-sqlite3')
