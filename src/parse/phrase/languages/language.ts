/**
 * The words of one language for date phrases, as data: what each means is a word of the English grammar. Names are
 * parted by commas, days and months by semicolons. Accents, dots behind abbreviations and hyphens may be left out of
 * what is typed.
 */
export type Language = {
  /** Monday first. */
  readonly weekdays: string
  /** January first. */
  readonly months: string
  /** By the word of the English grammar, or of those that `in-english.ts` adds to it. */
  readonly words: Readonly<Record<string, string>>
  /** One first, up to ten. */
  readonly numbers: string
  /** Whether a number behind a weekday is a day of the month: `viernes 27`. */
  readonly hasNumberedWeekdays: boolean
  /** Phrases to show, as typed. */
  readonly examples: Examples
}

/** What a phrase that is shown means. */
type Example =
  | 'today'
  | 'tomorrow'
  | 'yesterday'
  | 'friday'
  | 'lastFriday'
  | 'inDays'
  | 'daysAgo'
  | 'nextWeek'
  | 'date'
  | 'atNine'
  | 'inHours'
export type Examples = Readonly<Record<Example, string>>
