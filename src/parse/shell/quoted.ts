const longest = 60

/** What was typed, in quotes, for a sentence about it; cut where it would fill the screen. */
export function quoted(text: string): string {
  if (text.length <= longest) return `"${text}"`
  return `"${text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')}…"`
}
