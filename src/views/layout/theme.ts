/** The role of a piece of text, which decides its look. */
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

/** A function for each role that styles a text. */
export type Theme = Readonly<Record<Role, (text: string) => string>>

/** For a screen without colours: leaves the text unstyled. */
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
