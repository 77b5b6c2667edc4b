// A diary that another program changed.
import fs from 'node:fs'
import path from 'node:path'
import { aFolder, copyFolder } from './diaries.ts'
import { programOn } from './diary-file.ts'
import { changeFile } from './foreign-schemas.ts'

/** The number of Gary Lee, whom tests forget. */
export const number = '0412555019'

/** Writes a diary of two people into a folder, with its backup of the day. */
export async function writeDiary(folder: string): Promise<void> {
  const { fu } = programOn(path.join(folder, 'd.db'))
  await fu(`add "Gary Lee" --phone ${number} --promise "send the quote" --due fri`)
  await fu('add "Ann Poe" --phone 0412555018 --promise call --due fri')
  await fu('done 2 "she has it" --no-next')
}

/** A copy of a diary folder for one test, and its file after running SQL in it. */
export function aChangedCopy(
  written: string,
  sql: string,
): { readonly folder: string; readonly file: string } {
  const folder = fs.realpathSync(aFolder())
  copyFolder(written, folder)
  const file = path.join(folder, 'd.db')
  changeFile(file, sql)
  return { folder, file }
}
