import fs from 'node:fs'
import path from 'node:path'
import { failed } from '../domain/errors.ts'

/** Files that the user names. */
export type Files = {
  /** Writes a whole file, which appears when it is complete; makes its folder. Only its owner can read it. */
  write(file: string, text: string): void
}

/** The files of this machine. */
export const files: Files = {
  write(file, text) {
    const unfinished = `${file}.unfinished`
    try {
      fs.mkdirSync(path.dirname(file), { recursive: true })
      fs.writeFileSync(unfinished, text, { mode: 0o600, flush: true })
      fs.renameSync(unfinished, file)
    } catch (error) {
      fs.rmSync(unfinished, { force: true })
      const reason = error instanceof Error ? error.message : String(error)
      throw failed(`${file} cannot be written: ${reason}.`, 'Name another place with --output.', error)
    }
  },
}
