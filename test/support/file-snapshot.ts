import fs from 'node:fs'

/** The content of a file or folder, and when it was last modified, in milliseconds. */
export function snapshotOf(file: string): { bytes: string; modified: number } {
  const stat = fs.statSync(file)
  const bytes = stat.isDirectory() ? fs.readdirSync(file).join() : fs.readFileSync(file, 'latin1')
  return { bytes, modified: stat.mtimeMs }
}
