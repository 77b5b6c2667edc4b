import fs from 'node:fs'
import path from 'node:path'
import { createFile, createPrivateFolder } from './create.ts'
import { removeFolderOf } from './private-copy.ts'

/** How many bytes are read back at once. */
const chunkSize = 65_536

/**
 * Writes a text to a temporary file at once, and gives it back in pieces as they are asked for: so that a reader who is
 * slow does not hold up what the text is made from. The file has no name by then where the system allows that.
 *
 * @throws errors of the system where the temporary folder is full
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
