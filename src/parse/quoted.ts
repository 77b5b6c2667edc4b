const longest = 60

/** What was typed, in quotes, for a sentence about it; cut where it would fill the screen. */
export function quoted(text: string): string {
  return text.length > longest ? `"${text.slice(0, longest)}…"` : `"${text}"`
}
