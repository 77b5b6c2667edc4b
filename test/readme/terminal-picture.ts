/** Colours of the picture, by the code of the escape sequence that selects them. */
const colours: Readonly<Record<number, string>> = {
  31: '#e5534b',
  32: '#57ab5a',
  33: '#c69026',
  34: '#539bf5',
  35: '#b083f0',
  36: '#39c5cf',
  90: '#768390',
}

const cell = { width: 8.4, height: 19 }
const margin = 16

/**
 * A screen of a terminal as an SVG picture.
 *
 * @param screen text with escape sequences for bold, dim and colour; one line a row
 * @param columns width of the terminal
 */
export function terminalPicture(screen: string, columns: number): string {
  const rows = screen.replace(/\n$/, '').split('\n')
  const width = Math.ceil(columns * cell.width) + 2 * margin
  const height = rows.length * cell.height + 2 * margin
  const texts = rows.map((row, index) => {
    const y = margin + (index + 0.75) * cell.height
    return `<text x="${margin}" y="${y}">${spansOf(row)}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<style>text { font: 14px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; fill: #cdd9e5; white-space: pre }</style>
<rect width="100%" height="100%" rx="8" fill="#22272e"/>
${texts.join('\n')}
</svg>
`
}

/** One `tspan` for each piece of a row; each starts at its own column, whatever the font. */
function spansOf(row: string): string {
  let codes: number[] = []
  let column = 0
  const spans: string[] = []
  for (const [, sequence, text = ''] of row.matchAll(/\p{Cc}\[([\d;]*)m|(\P{Cc}+)/gu)) {
    if (sequence !== undefined) {
      codes = nextCodes(codes, sequence.split(';').map(Number))
      continue
    }
    const x = (margin + column * cell.width).toFixed(1)
    spans.push(`<tspan x="${x}"${styleOf(codes)}>${escaped(text)}</tspan>`)
    column += text.length
  }
  return spans.join('')
}

function nextCodes(before: readonly number[], added: readonly number[]): number[] {
  let codes = [...before]
  for (const code of added) {
    if (code === 0) codes = []
    else if (code === 22) codes = codes.filter((other) => other !== 1 && other !== 2)
    else if (code === 39) codes = codes.filter((other) => !(other in colours))
    else codes.push(code)
  }
  return codes
}

function styleOf(codes: readonly number[]): string {
  const colour = codes.flatMap((code) => colours[code] ?? []).at(-1)
  const bold = codes.includes(1) ? ' font-weight="bold"' : ''
  const dim = codes.includes(2) ? ' opacity="0.65"' : ''
  return `${bold}${dim}${colour === undefined ? '' : ` fill="${colour}"`}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
