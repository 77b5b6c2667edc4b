const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** Whether SQLite and UTF-8 can store the text: it has no NUL and no lone surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !loneSurrogate.test(text)
}

/** A text as SQLite and UTF-8 can store it: lone surrogates become U+FFFD, and NUL is left out. */
export function storableText(text: string): string {
  if (isStorable(text)) return text
  return text.replaceAll('\0', '').replaceAll(new RegExp(loneSurrogate, 'g'), '\ufffd')
}
