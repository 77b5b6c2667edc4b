const halfCharacter = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** Whether a text can be kept and shown again: it holds no NUL, and no half of a character. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && !halfCharacter.test(text)
}
