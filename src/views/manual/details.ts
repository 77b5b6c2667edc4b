/** A part of the help's details: a term with its meaning, or running text if `term` is `null`. */
export type DetailPart = { readonly term: string | null; readonly text: string }

/** Splits the help's details into parts. A row is a term, two spaces, and its meaning. */
export function detailParts(details: string): DetailPart[] {
  const parts: { readonly term: string | null; text: string }[] = []
  for (const line of details.split('\n').filter((text) => text.trim() !== '')) {
    const [, term, meaning = ''] = /^ *(\S.*?) {2,}(\S.*)$/.exec(line) ?? []
    const last = parts.at(-1)
    if (term !== undefined) parts.push({ term, text: meaning })
    else if (last !== undefined && (last.term === null) !== /^ {3,}/.test(line))
      last.text += ` ${line.trim()}`
    else parts.push({ term: null, text: line })
  }
  return parts
}
