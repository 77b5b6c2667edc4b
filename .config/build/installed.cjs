// The better-sqlite3 that is installed: where it lies, and its manifest. Looked for in the folders that Node would look
// in, without all that Node asks of each.
'use strict'
const fs = require('node:fs')

function installed() {
  for (const folder of require.resolve.paths('better-sqlite3') ?? []) {
    const place = `${folder}/better-sqlite3`
    const file = `${place}/package.json`
    if (fs.existsSync(file)) return { place, manifest: JSON.parse(fs.readFileSync(file, 'utf8')) }
  }
  const file = require.resolve('better-sqlite3/package.json')
  return { place: require('node:path').dirname(file), manifest: require(file) }
}

module.exports = installed()
