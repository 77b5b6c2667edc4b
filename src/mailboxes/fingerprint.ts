import { createHash } from 'node:crypto'

/** A fingerprint of a text: the same text has the same fingerprint on every machine and in every version. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32)
}
