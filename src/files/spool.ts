import fs from 'node:fs'
import path from 'node:path'
import { createFile, createPrivateFolder } from './create.ts'
import { removeFolderOf } from './private-copy.ts'

/** The bytes per read. */
const chunkSize = 65_536

/**
 * Writes a text to a temporary file at once, and returns it in pieces on demand, so that a slow reader does not block
 * its source. The file is already unlinked if the system allows that.
 *
 * @throws system errors, such as a full temporary folder
 */
export function spool(pieces: Iterable<string>): Iterable<string> {
  const file = path.join(createPrivateFolder(process.getBuiltinModule('node:os').tmpdir(), 'fu-'), 'spool')
  try {
    const descriptor = createFile(file)
    try {
      for (const piece of pieces) fs.writeFileSync(descriptor, piece)
    } finally {
      fs.closeSync(descriptor)
    }
    return readBack(fs.openSync(file, 'r'))
  } finally {
    removeFolderOf(file)
  }
}

function* readBack(descriptor: number): Generator<string> {
  const decoder = new TextDecoder()
  const chunk = Buffer.alloc(chunkSize)
  try {
    for (let read = -1; read !== 0;) {
      read = fs.readSync(descriptor, chunk)
      yield decoder.decode(chunk.subarray(0, read), { stream: read > 0 })
    }
  } finally {
    fs.closeSync(descriptor)
  }
}
