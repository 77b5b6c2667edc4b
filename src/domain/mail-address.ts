/** An address in the form in which addresses are compared: trimmed, in lower case. */
export function plainAddress(address: string): string {
  return address.trim().toLowerCase()
}

/**
 * The address of a mailbox without the tag after "+".
 *
 * @example addressWithoutTag('Sue+Quotes@hall.example') // 'sue@hall.example'
 */
export function addressWithoutTag(address: string): string {
  return plainAddress(address).replace(/^([^+@]+)\+[^@]*@/, '$1@')
}

/**
 * The tag between "+" and "@"; `null` if there is no "+".
 *
 * @example tagOfAddress('sue+3wd@hall.example') // '3wd'
 */
export function tagOfAddress(address: string): string | null {
  return /^[^+@]+\+([^@]*)@/.exec(plainAddress(address))?.[1] ?? null
}

/** The domain after the last "@"; empty if there is no "@". */
export function domainOfAddress(address: string): string {
  return /@([^@]*)$/.exec(plainAddress(address))?.[1] ?? ''
}
