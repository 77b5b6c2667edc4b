// Programs that read tables, and what they find in them.
import fs from 'node:fs'
import path from 'node:path'
import { plainCell } from '../../src/formats/csv/csv.ts'
import type { Exported } from './diary.ts'
import { byUid, outputOf, readByPython } from './programs.ts'
import { same, type Reading } from './report.ts'

/** The csv module of Python. */
export function pythonReadsTables(exported: Exported): Reading {
  return compareTables(exported, (file) => file)
}

/** LibreOffice opens the tables and writes again what is in their cells. */
export function libreOfficeReadsTables(exported: Exported): Reading {
  const { folder } = exported
  const converted = path.join(folder, 'converted')
  return compareTables(exported, (file) => {
    const output = outputOf(folder, 'soffice', [
      '--headless',
      `-env:UserInstallation=file://${path.join(folder, 'office')}`,
      // Commas, double quotes, UTF-8, from the first line.
      '--infilter=CSV:44,34,76,1,,0,false,false',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false',
      '--outdir',
      converted,
      file,
    ])
    return output === null ? null : path.join(converted, path.basename(file))
  })
}

/** What separates the cells of a table in one language or another: comma, semicolon, tab, and several of them. */
const separators = ['44', '59', '9', '59/9', '44/59/9']

/** LibreOffice runs none of the cells as a formula, whatever separates them, where it is told to run what it can. */
export function libreOfficeRunsNothing({ folder, tables }: Exported): Reading {
  for (const file of Object.values(tables)) {
    for (const separator of separators) {
      const output = outputOf(folder, 'soffice', [
        '--headless',
        `-env:UserInstallation=file://${path.join(folder, 'office')}`,
        `--infilter=CSV:${separator},34,76,1,,0,false,false,false,false,false,-1,true`,
        '--convert-to',
        'fods',
        '--outdir',
        folder,
        file,
      ])
      if (output === null) return 'not installed'
      const sheet = path.join(folder, `${path.basename(file, '.csv')}.fods`)
      const formulas = fs.readFileSync(sheet, 'utf8').match(/table:formula="[^"]*"/g) ?? []
      same(`formulas of ${path.basename(file)} separated by ${separator}`, formulas, [])
    }
  }
  return 'read'
}

/** Compares both tables with the diary, each as a program wrote it again; `null` where the program is not installed. */
function compareTables(
  { folder, tables, people, promises }: Exported,
  written: (file: string) => string | null,
): Reading {
  const compare = <Field extends string>(
    file: string,
    rows: readonly (Readonly<Record<Field, string | null>> & { readonly uid: string })[],
    fields: readonly Field[],
  ): boolean => {
    const again = written(file)
    const table = again === null ? null : readByPython(folder, 'table', again)
    if (table === null) return false
    same('rows', table.length, rows.length)
    const found = byUid(table)
    for (const row of rows) {
      for (const field of fields) {
        same(`${field} of ${row.uid}`, plainCell(found.get(row.uid)?.[field] ?? ''), row[field] ?? '')
      }
    }
    return true
  }
  const isRead =
    compare(tables.people, people, ['name', 'company', 'nick', 'note']) &&
    compare(tables.promises, promises, ['what'])
  return isRead ? 'read' : 'not installed'
}
