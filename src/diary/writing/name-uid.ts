import { createHash } from 'node:crypto'

/** The namespace of the names below: any UUID works, but it must never change. */
const namespace = Buffer.from('5d1f8c8e3b7a4c0e9a52f0a3c1d2e4b6', 'hex')

/**
 * The UUID of a name: the same for the same name everywhere and always (RFC 9562, version 5), so that data imported
 * twice is recognized.
 *
 * @example uidOfName('call +61412555019 1795624800 missed')
 */
export function uidOfName(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name, 'utf8').digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  )
}
