/**
 * Decodes a folder name in modified UTF-7, in which IMAP and Maildir write characters outside ASCII (RFC 3501, 5.1.3).
 * A name that is not valid in it is unchanged.
 *
 * @example folderName('Entw&APw-rfe') // 'Entwürfe'
 */
export function folderName(written: string): string {
  return written.replace(/&([A-Za-z0-9+,]*)-/g, (whole, digits: string) => {
    if (digits === '') return '&'
    return unitsOf(digits) ?? whole
  })
}

/** Encodes a folder name in modified UTF-7: the inverse of `folderName`. */
export function writtenFolderName(name: string): string {
  return name.replace(/&|[^\x20-\x7e]+/g, (signs) => (signs === '&' ? '&-' : `&${digitsOf(signs)}-`))
}

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,'

/** Decodes UTF-16 in base64; `null` if it is not valid. */
function unitsOf(digits: string): string | null {
  let text = ''
  let bits = 0
  let held = 0
  for (const digit of digits) {
    bits = ((bits << 6) | base64.indexOf(digit)) & 0x3f_ffff
    held += 6
    if (held < 16) continue
    held -= 16
    text += String.fromCharCode((bits >> held) & 0xffff)
  }
  return text === '' || /[\ud800-\udfff]/u.test(text) ? null : text
}

function digitsOf(text: string): string {
  let digits = ''
  let bits = 0
  let held = 0
  for (let index = 0; index < text.length; index += 1) {
    bits = ((bits & 0x3f) << 16) | text.charCodeAt(index)
    held += 16
    while (held >= 6) {
      held -= 6
      digits += base64[(bits >> held) & 0x3f] ?? ''
    }
  }
  return held === 0 ? digits : digits + (base64[(bits << (6 - held)) & 0x3f] ?? '')
}
