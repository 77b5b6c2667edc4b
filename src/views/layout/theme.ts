/** What a piece of text is for, which decides how it looks. */
export type Role =
  /** the date of a page, the name on a card */
  | 'title'
  | 'heading'
  /** the first thing to do */
  | 'first'
  | 'name'
  | 'number'
  | 'reach'
  | 'time'
  | 'late'
  | 'accent'
  /** reasons and other secondary text */
  | 'dim'
  | 'plain'

/** One function for each role, from text to text that the screen shows so. */
export type Theme = Readonly<Record<Role, (text: string) => string>>

/** The plain text, for a screen without colours. */
export const plainTheme: Theme = {
  title: plain,
  heading: plain,
  first: plain,
  name: plain,
  number: plain,
  reach: plain,
  time: plain,
  late: plain,
  accent: plain,
  dim: plain,
  plain,
}

export function plain(text: string): string {
  return text
}
