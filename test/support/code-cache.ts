import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Gives all tests that start the program one cache folder, so that none writes to the user's own. */
export default function setup(): () => void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-test-cache-'))
  process.env['XDG_CACHE_HOME'] = folder
  return () => fs.rmSync(folder, { recursive: true, force: true })
}

/** The environment variables for that folder. */
export function codeCache(): Record<string, string> {
  const folder = process.env['XDG_CACHE_HOME']
  return folder === undefined ? { FU_NO_CACHE: '1' } : { XDG_CACHE_HOME: folder }
}
