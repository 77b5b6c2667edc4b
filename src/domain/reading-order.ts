import { compareText } from './day.ts'
import { isShown, type Agenda, type Line, type PagePromise, type Section, type SectionName } from './page.ts'

/** A line of a page, and its section. */
export type PlacedLine = { readonly line: Line; readonly section: SectionName }

/**
 * A section in reading order: a section of the page without its urgent lines, or `first`, which has the urgent lines of
 * all of them.
 */
export type ReadingSection = {
  readonly name: SectionName | 'first'
  readonly lines: readonly PlacedLine[]
  /** How many lines the page leaves out. */
  readonly more: number
  /** Whether it has so many lines that they are printed in short. */
  readonly isLong: boolean
}

/** A section with more lines than this is long. */
const mostLines = 12

/**
 * How urgent a promise of mine is, the lowest number first: hot complaints, other complaints, other hot ones (R22,
 * R26); `null` if it is not urgent.
 */
export function urgencyOf({ owner, hot, kind }: Pick<PagePromise, 'owner' | 'hot' | 'kind'>): number | null {
  if (owner === 'theirs') return null
  if (kind === 'complaint') return hot ? 0 : 1
  return hot ? 2 : null
}

/**
 * The sections of a page in its order: carried over comes before today, unless it is so long that it would bury today.
 */
export function inPageOrder(sections: readonly Section[]): readonly Section[] {
  const carriedOver = sections.find(({ name }) => name === 'carried-over')
  if (carriedOver === undefined || !isLong(carriedOver.lines.filter(waits))) return sections
  return sections.flatMap((section) => {
    if (section === carriedOver) return []
    return section.name === 'today' ? [section, carriedOver] : [section]
  })
}

/**
 * The sections of a page in reading order, without empty ones: first the hot lines and complaints due by the day, then
 * the sections of the page with the rest (R22). If nothing is urgent and carried over comes after today, its oldest
 * line still comes first (R56).
 */
export function readingSections({ sections }: Pick<Agenda, 'sections'>): ReadingSection[] {
  const urgent = placed(sections, (line) => !waits(line)).toSorted(byUrgency)
  const [top] = sections
  const oldest = top?.name === 'today' ? placed(sections, waits).filter(isCarriedOver).slice(0, 1) : []
  const first = urgent.length > 0 ? urgent : oldest
  const taken = new Set(first.map(({ line }) => line))
  const rest = sections.map((section) => {
    const lines = section.lines.filter(waits)
    return {
      name: section.name,
      lines: lines.filter((line) => !taken.has(line)).map((line) => ({ line, section: section.name })),
      more: section.more,
      isLong: isLong(lines),
    }
  })
  return [{ name: 'first' as const, lines: first, more: 0, isLong: isLong(first) }, ...rest].filter(isShown)
}

/** The lines of a page in reading order. */
export function linesInReadingOrder(agenda: Pick<Agenda, 'sections'>): PlacedLine[] {
  return readingSections(agenda).flatMap(({ lines }) => lines)
}

function placed(sections: readonly Section[], keep: (line: Line) => boolean): PlacedLine[] {
  return sections.flatMap(({ name, lines }) => lines.filter(keep).map((line) => ({ line, section: name })))
}

function isCarriedOver({ section }: PlacedLine): boolean {
  return section === 'carried-over'
}

function isLong(lines: readonly unknown[]): boolean {
  return lines.length > mostLines
}

/** Whether a line is not urgent. */
function waits({ promise }: Line): boolean {
  return promise === null || urgencyOf(promise) === null
}

/** By urgency, then by how often they asked (R24), then the oldest first; otherwise in the given order. */
function byUrgency({ line: a }: PlacedLine, { line: b }: PlacedLine): number {
  if (a.promise === null || b.promise === null) return 0
  const byRank = (urgencyOf(a.promise) ?? 0) - (urgencyOf(b.promise) ?? 0)
  return byRank || b.chases - a.chases || compareText(a.promise.due.day, b.promise.due.day)
}
