// Who reads tables, and what they find in them.
import path from 'node:path'
import { byUid, readByPython, said } from './programs.js'
import { same } from './report.js'

const fields = { people: ['name', 'company', 'nick', 'note'], promises: ['what'] }

/** Python's csv. */
export function pythonReadsTables({ folder, tables, people, promises }) {
  for (const [name, rows] of Object.entries({ people, promises })) {
    const table = readByPython(folder, 'table', tables[name])
    if (table === null) return null
    sameTable(table, rows, fields[name])
  }
}

/** LibreOffice opens them, and says again what stands in their cells. */
export function libreOfficeReadsTables({ folder, tables, people, promises }) {
  const converted = path.join(folder, 'converted')
  for (const [name, rows] of Object.entries({ people, promises })) {
    const words = [
      '--headless',
      `-env:UserInstallation=file://${path.join(folder, 'office')}`,
      // Commas, double quotes, UTF-8, from the first line.
      '--infilter=CSV:44,34,76,1,,0,false,false',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false',
      '--outdir',
      converted,
      tables[name],
    ]
    if (said(folder, 'soffice', words) === null) return null
    const table = readByPython(folder, 'table', path.join(converted, `${name}.csv`))
    if (table === null) return null
    sameTable(table, rows, fields[name])
  }
}

function sameTable(table, rows, names) {
  same('rows', table.length, rows.length)
  const found = byUid(table)
  for (const row of rows) {
    for (const name of names)
      same(`${name} of ${row.uid}`, textOf(found.get(row.uid)?.[name]), row[name] ?? '')
  }
}

/** A cell that would be run as a formula has an apostrophe before it, which is no part of it. */
function textOf(cell) {
  return cell?.replace(/^'(?='*[=+\-@\t\r\n\0＝＋－＠])/, '')
}
