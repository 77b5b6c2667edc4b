import { createHash } from 'node:crypto'

/** A fingerprint of a text: the same for the same text everywhere and always. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32)
}
