import fs from 'node:fs'
import { beginsAsSqlite } from './header.ts'

/** A schema with more pages is not that of a diary, not even of a modified one: that of fu has four. */
const mostPages = 1000

const interior = 5

/**
 * Whether the schema's page tree reaches a page twice, so that SQLite would read the schema without end, before
 * anything else. This reads the file without SQLite: never call it while this process holds a lock on the file.
 */
export function isSchemaEndless(file: string): boolean {
  const descriptor = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK)
  try {
    return fs.fstatSync(descriptor).isFile() && leadsBack(descriptor)
  } finally {
    fs.closeSync(descriptor)
  }
}

function leadsBack(descriptor: number): boolean {
  const header = new DataView(new ArrayBuffer(100))
  fs.readSync(descriptor, header, 0, header.byteLength, 0)
  if (!beginsAsSqlite(header)) return false
  const size = header.getUint16(16) === 1 ? 65_536 : header.getUint16(16)
  const seen = new Set<number>()
  const left = [1]
  for (let page = left.pop(); page !== undefined; page = left.pop()) {
    if (seen.has(page) || seen.size === mostPages) return true
    seen.add(page)
    left.push(...childrenOf(descriptor, page, size))
  }
  return false
}

/** The child pages of an interior page. SQLite itself rejects pages of other kinds. */
function childrenOf(descriptor: number, page: number, size: number): number[] {
  const view = new DataView(new ArrayBuffer(size))
  fs.readSync(descriptor, view, 0, size, (page - 1) * size)
  const start = page === 1 ? 100 : 0
  if (size < 512 || view.getUint8(start) !== interior) return []
  const cells = Math.min(view.getUint16(start + 3), Math.floor((size - start - 12) / 2))
  const children = [view.getUint32(start + 8)]
  for (let cell = 0; cell < cells; cell += 1) {
    const place = view.getUint16(start + 12 + 2 * cell)
    if (place <= size - 4) children.push(view.getUint32(place))
  }
  return children.filter((child) => child > 0)
}
