/** Escapes text for roff: nothing in it is a command, and all of it is ASCII. */
export function roffText(text: string): string {
  return text
    .replace(/[\\\-'`^~]/g, (character) => escapes[character] ?? character)
    .replace(
      /[^\n -~]/gu,
      (character) => `\\[u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/^\./gm, String.raw`\&.`)
}

const escapes: Readonly<Record<string, string>> = {
  '\\': String.raw`\e`,
  '-': String.raw`\-`,
  "'": String.raw`\(aq`,
  '`': String.raw`\(ga`,
  '^': String.raw`\(ha`,
  '~': String.raw`\(ti`,
}

/** The longest line of roff source, in characters. */
const longest = 78

/** Running text in short lines. */
function filledLines(text: string): string {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const set = roffText(word)
    const line = lines.at(-1)
    if (line === undefined || line.length + set.length >= longest) lines.push(set)
    else lines.splice(-1, 1, `${line} ${set}`)
  }
  return lines.map((line) => `${line}\n`).join('')
}

/** A section of a manual. */
export function section(title: string, ...body: readonly string[]): string {
  return `.SH ${argument(title.toUpperCase())}\n${body.join('').replace(/^\.PP\n/, '')}`
}

/** A subsection of a manual. */
export function subsection(title: string, ...body: readonly string[]): string {
  return `.SS ${argument(title)}\n${body.join('')}`
}

export function paragraph(text: string): string {
  return `.PP\n${filledLines(text)}`
}

/** A term, with its meaning beside or below it. */
export function definition(term: string, meaning: string, width = 7): string {
  return `.TP ${width}\n${bold(term)}\n${filledLines(meaning)}`
}

/** Items without space between them. */
export function compactList(items: readonly string[]): string {
  return items.length === 0 ? '' : `.PD 0\n${items.join('')}.PD\n`
}

/** Text that belongs to the item before it. */
export function indented(body: string): string {
  return `.RS 4\n${body}.RE\n`
}

/** Lines as a user would type them; wrapped parts are indented. */
export function exampleLines(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `.sp\n${compactList(lines.map((line) => `.HP 4\n${filledLines(line)}`))}`
}

/** The words in bold; placeholders such as `<who>` underlined. */
export function bold(text: string): string {
  const parts = text.split(/(<[^>]+>|\[[^\]]+\])/).filter((part) => part !== '')
  const set = parts.map((part) =>
    /^[<[]/.test(part) ? String.raw`\fI${roffText(part)}\fR` : String.raw`\fB${roffText(part)}\fR`,
  )
  return set.join('')
}

function argument(text: string): string {
  return `"${roffText(text).replaceAll('"', String.raw`\(dq`)}"`
}
