import type { Refusal } from './contact-text.ts'

/** The fields of a promise in its text, named like the options of `fu edit`. */
export const promiseFields = ['what', 'due', 'by', 'hot', 'about', 'when', 'every'] as const
export type PromiseField = (typeof promiseFields)[number]

/** The value of each field; `''` if it has none. */
export type PromiseTexts = Readonly<Record<PromiseField, string>>

const help = `# Change the text after the colons, then save and close the editor. A field
# left empty is cleared. An unchanged or empty file changes nothing.
# due:   any date phrase; they are not told of it (fu move --told)
# by:    call, email or any other channel
# hot:   yes or no
# about: the client it is about, or empty
# when:  what it waits for
# every: how often it repeats: 2w, monthly, sunday, 1st
`

/** A promise as a text to edit, one field per line. `readPromiseText` reads it. */
export function promiseText(texts: PromiseTexts): string {
  return `${help}\n${promiseFields.map((field) => `${field}: ${texts[field]}`.trimEnd()).join('\n')}\n`
}

/**
 * Reads the fields in the text of a promise, and the lines that cannot be read. Lines that begin with `#` are skipped.
 */
export function readPromiseText(text: string): { readonly texts: PromiseTexts; readonly refused: Refusal[] } {
  const read = new Map<PromiseField, string>()
  const refused: Refusal[] = []
  for (const line of text.split(/\r\n|[\r\n]/)) {
    if (line.startsWith('#') || line.trim() === '') continue
    const [, name = '', value = ''] = /^(\w+)\s*:(.*)$/s.exec(line) ?? []
    const field = promiseFields.find((known) => known === name.toLowerCase())
    if (field === undefined) {
      refused.push({
        line,
        why: `There is no field "${name || line.trim()}"; the fields are ${promiseFields.join(', ')}.`,
      })
    } else if (read.has(field)) refused.push({ line, why: `"${field}" can appear only once.` })
    else read.set(field, value.trim())
  }
  const texts = Object.fromEntries(promiseFields.map((field) => [field, read.get(field) ?? '']))
  return { texts: texts as PromiseTexts, refused }
}
