import fs from 'node:fs'
import { nameNew } from './durable.ts'
import { discard, openTemporaryFile } from './temporary.ts'

/**
 * Writes a new file that only its owner can read; it appears when it is complete and on the disk.
 *
 * @throws an error of code `EEXIST` if the name is taken
 */
export function writeNewFile(file: string, bytes: Uint8Array): void {
  const { path: temporary, descriptor } = openTemporaryFile(file)
  try {
    try {
      fs.writeFileSync(descriptor, bytes)
      fs.fsyncSync(descriptor)
    } finally {
      fs.closeSync(descriptor)
    }
    nameNew(temporary, file)
  } catch (error) {
    discard(temporary)
    throw error
  }
}
