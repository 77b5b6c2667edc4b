import fs from 'node:fs'

/** A file or folder as it is seen from outside: what it holds, and when it was written last, in milliseconds. */
export function lookAt(file: string): { bytes: string; written: number } {
  const stat = fs.statSync(file)
  const bytes = stat.isDirectory() ? fs.readdirSync(file).join() : fs.readFileSync(file, 'latin1')
  return { bytes, written: stat.mtimeMs }
}
