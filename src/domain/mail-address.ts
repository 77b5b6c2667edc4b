/** An address as it is compared: without space around it, in lower case. */
export function plainAddress(address: string): string {
  return address.trim().toLowerCase()
}

/**
 * The address of a mailbox without what its owner added behind "+".
 *
 * @example addressWithoutTag('Sue+Quotes@hall.example') // 'sue@hall.example'
 */
export function addressWithoutTag(address: string): string {
  return plainAddress(address).replace(/^([^+@]+)\+[^@]*@/, '$1@')
}

/**
 * What stands between "+" and "@"; `null` if there is no "+".
 *
 * @example tagOfAddress('sue+3wd@hall.example') // '3wd'
 */
export function tagOfAddress(address: string): string | null {
  return /^[^+@]+\+([^@]*)@/.exec(plainAddress(address))?.[1] ?? null
}

/** What stands behind the last "@"; empty if there is none. */
export function domainOfAddress(address: string): string {
  return /@([^@]*)$/.exec(plainAddress(address))?.[1] ?? ''
}
