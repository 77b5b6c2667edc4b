// Programs that read tables, and what they find in them.
import path from 'node:path'
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
        same(`${field} of ${row.uid}`, textOf(found.get(row.uid)?.[field]), row[field] ?? '')
      }
    }
    return true
  }
  const isRead =
    compare(tables.people, people, ['name', 'company', 'nick', 'note']) &&
    compare(tables.promises, promises, ['what'])
  return isRead ? 'read' : 'not installed'
}

/** A cell that a spreadsheet would run as a formula has an apostrophe before it, which is not part of the text. */
function textOf(cell: string | undefined): string | undefined {
  return cell?.replace(/^'(?='*[=+\-@\t\r\n\0＝＋－＠])/, '')
}
