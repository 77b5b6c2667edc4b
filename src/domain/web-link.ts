import type { Phone } from './contact.ts'
import type { Link } from './contact-details.ts'
import { digitsOf } from './normalize.ts'

/** The fewest digits of a number with its country code. */
const fewestDigits = 7

/** The web addresses of services, by name or number. */
const services: Readonly<Record<string, (name: string, phones: readonly Phone[]) => string | null>> = {
  whatsapp: (name, phones) => numbered(name, phones, (digits) => `https://wa.me/${digits}`),
  signal: (name, phones) => numbered(name, phones, (digits) => `https://signal.me/#p/+${digits}`),
  telegram: (name, phones) =>
    named('https://t.me/')(name) ?? numbered(name, phones, (digits) => `https://t.me/+${digits}`),
  linkedin: (name) => named('https://www.linkedin.com/in/')(name.replace(/^in\//, '')),
  github: named('https://github.com/'),
  instagram: named('https://www.instagram.com/'),
  facebook: named('https://www.facebook.com/'),
  twitter: named('https://x.com/'),
  x: named('https://x.com/'),
}

/**
 * The web address of a link: its own, or that of a name at the service in its label. `null` if there is none, as for
 * another scheme or an unknown service.
 *
 * @example webLink({ label: null, value: 'lee.example/gary' }, []) // 'https://lee.example/gary'
 * @example webLink({ label: 'Telegram', value: '@garylee' }, []) // 'https://t.me/garylee'
 */
export function webLink(
  { label, value }: Pick<Link, 'label' | 'value'>,
  phones: readonly Phone[],
): string | null {
  const text = value.trim()
  if (/^https?:\/\//i.test(text)) return inAscii(text)
  const service = serviceIn(label)
  if (service !== null) return service(text, phones)
  return /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?::\d+)?(?:[/?#]|$)/u.test(text)
    ? inAscii(`https://${text}`)
    : null
}

/** The web address of a number at a service that identifies people by it; `null` for any other service. */
export function serviceLink(service: string, phones: readonly Phone[]): string | null {
  const e164 = phones.find((phone) => phone.e164 !== null)?.e164
  if (e164 == null || !byNumber.has(service)) return null
  return services[service]?.(e164, phones) ?? null
}

const byNumber = new Set(['whatsapp', 'signal', 'telegram'])

/** The service that a label names: "WhatsApp", "work Telegram". */
function serviceIn(label: string | null): (typeof services)[string] | null {
  const word = (label ?? '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .find((one) => Object.hasOwn(services, one))
  return word === undefined ? null : (services[word] ?? null)
}

function named(page: string): (name: string) => string | null {
  return (name) => {
    const [, handle] = /^@?([\w.-]+)$/.exec(name) ?? []
    return handle === undefined ? null : `${page}${handle}`
  }
}

/** The page of a number with its country code, which is in the number itself or in the same number of the contact. */
function numbered(text: string, phones: readonly Phone[], page: (digits: string) => string): string | null {
  const digits = digitsOf(text)
  const known = phones.find(({ readable }) => digitsOf(readable) === digits)?.e164
  const full = digitsOf(known ?? text).replace(/^00/, '')
  return full.startsWith('0') || full.length < fewestDigits ? null : page(full)
}

/** A web address in ASCII: any other character is percent-encoded. */
function inAscii(address: string): string | null {
  if (/\p{Cs}/u.test(address)) return null
  return address.replace(/[^!-~]|["<>\\^`{|}]/gu, encodeURIComponent)
}
