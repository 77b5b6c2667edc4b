import { execFileSync } from 'node:child_process'
import Sqlite from 'better-sqlite3'

/** A copy in the state after a power cut: half of a write in the file, and the journal that rolls it back. */
export function copyInTheMiddleOfAWrite(file: string, copy: string): void {
  const db = new Sqlite(file)
  db.pragma('cache_size = 1')
  db.exec(
    "BEGIN IMMEDIATE; UPDATE promises SET what = 'half written'; UPDATE contacts SET note = 'half written'",
  )
  db.exec("INSERT INTO settings SELECT value, hex(randomblob(3000)) FROM json_each('[1,2,3,4,5,6,7,8,9]')")
  for (const end of ['', '-journal']) execFileSync('cp', [`${file}${end}`, `${copy}${end}`])
  db.exec('ROLLBACK')
  db.close()
}
