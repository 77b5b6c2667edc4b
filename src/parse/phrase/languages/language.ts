/**
 * The words of one language for date phrases, as data; each means a word of the English grammar. Names are
 * separated by commas, days and months by semicolons. Accents, dots after abbreviations and hyphens may be omitted when
 * typing.
 */
export type Language = {
  /** Monday first. */
  readonly weekdays: string
  /** January first. */
  readonly months: string
  /** By the word of the English grammar, including those that `in-english.ts` adds. */
  readonly words: Readonly<Record<string, string>>
  /** One first, up to ten. */
  readonly numbers: string
  /** Whether a number after a weekday is a day of the month: `viernes 27`. */
  readonly hasNumberedWeekdays: boolean
  /** Example phrases, as typed. */
  readonly examples: Examples
}

/** The meaning of an example phrase. */
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
