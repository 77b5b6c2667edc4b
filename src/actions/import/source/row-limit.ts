import { failed } from '../../../domain/errors.ts'
import { mostRows } from '../../../domain/import-limits.ts'
import type { ImportKind } from '../../../formats/address-books/kind.ts'
import { cardsInText, rowsInTable } from '../../../formats/text/count-rows.ts'
import { decodedText } from '../../../formats/text/decode.ts'

/** @throws FuError `failed` if a file has more rows than its length allows */
export function refuseTooManyRows(file: string, kind: ImportKind['kind'], bytes: Uint8Array): void {
  // The rows of a JSON document are counted when it is parsed.
  if (kind === 'json') return
  const text = decodedText(bytes)
  const rows = kind === 'vcard' ? cardsInText(text) : rowsInTable(text)
  const most = mostRows(bytes.length)
  if (rows <= most) return
  throw failed(
    `${file} has ${rows} ${kind === 'vcard' ? 'cards' : 'rows'}; a file of its size can have at most ${most}.`,
    'Nothing was imported. If it is an address book, split it into several files.',
  )
}
