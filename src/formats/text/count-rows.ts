const [quote, lineFeed, carriageReturn] = [0x22, 0x0a, 0x0d]

/** The number of rows below the head of a table (CSV): its line ends outside quotes. Blank rows count too. */
export function rowsInTable(text: Iterable<string>): number {
  let rows = 0
  let within = false
  let afterReturn = false
  for (const piece of text) {
    for (let index = 0; index < piece.length; index += 1) {
      const unit = piece.charCodeAt(index)
      if (unit === quote) within = !within
      else if (!within && (unit === carriageReturn || (unit === lineFeed && !afterReturn))) rows += 1
      afterReturn = unit === carriageReturn
    }
  }
  return Math.max(0, rows - 1)
}

/** The number of cards (vCard) that begin or end in a text, whichever is larger. */
export function cardsInText(text: Iterable<string>): number {
  let [begun, ended] = [0, 0]
  for (const piece of text) {
    begun += piece.match(/BEGIN[ \t]*:[ \t]*VCARD/gi)?.length ?? 0
    ended += piece.match(/END[ \t]*:[ \t]*VCARD/gi)?.length ?? 0
  }
  return Math.max(begun, ended)
}
