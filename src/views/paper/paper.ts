import type { DateWords } from '../../domain/date-words.ts'
import type { Day } from '../../domain/day.ts'
import type { Agenda, Line } from '../../domain/page.ts'
import {
  linesInReadingOrder,
  readingSections,
  type PlacedLine,
  type ReadingSection,
} from '../../domain/reading-order.ts'
import { cssText, html, nothing, styleSheet, type Html } from '../layout/html.ts'
import { withFullStop } from '../layout/sentence.ts'
import { marks, offThePageLine, paperLine, ruledLines, shortLine, weekLine, type OffThePage } from './line.ts'
import { paperStyle } from './style.ts'

export type PaperOptions = {
  readonly words: DateWords
  /** A BCP 47 tag; `null` if the user has none. */
  readonly locale: string | null
  /** The day of printing. */
  readonly now: Day
}

/** A day of the week ahead: its lines, and its number of promises. */
export type PaperDay = { readonly day: Day; readonly lines: readonly Line[]; readonly load: number }

/** A day of a week on paper, with the promises that have left it. */
export type PaperWeekDay = PaperDay & { readonly off: readonly OffThePage[] }

/** More ruled lines than fit on any sheet. */
const linesPerSheet = 48

/**
 * The page of a day as a printable document: the day large at the top, a box and ruled room for each line, what has
 * left the page, room for notes, and the week small at the foot. One HTML file without external resources.
 */
export function paperPage(
  { agenda, off, week }: { agenda: Agenda; off: readonly OffThePage[]; week: readonly PaperDay[] },
  options: PaperOptions,
): string {
  const { words, now } = options
  const count = agenda.sections.reduce((sum, { lines }) => sum + lines.length, 0)
  const rules = count > 4 ? 1 : 2
  const leading = linesInReadingOrder(agenda)[0]?.line ?? null
  const isFirst = ({ line }: PlacedLine): boolean => line === leading
  const sections = readingSections(agenda).map((section) => {
    const { lines, more, isLong } = section
    const inFull = isLong ? lines.filter(isFirst) : lines
    const inShort = lines.filter((place) => !inFull.includes(place))
    const day = { day: agenda.day, rules }
    return html`<section>
      ${headingOf(section, agenda)}
      ${
        inFull.length === 0
          ? nothing
          : html`<ol>
              ${inFull.map((place) => paperLine(place, { ...day, first: isFirst(place) }))}
            </ol>`
      }
      ${
        inShort.length === 0
          ? nothing
          : html`<ol class="short">
              ${inShort.map((place) => shortLine(place, agenda.day))}
            </ol>`
      }
      ${more === 0 ? nothing : html`<p class="why">and ${more} more</p>`}
    </section> `
  })
  const title = words.long(agenda.day)
  return documentOf(
    { title, kind: 'day', options },
    html`<header><h1 dir="auto">${title}</h1></header>
      <main>
        ${sections.length > 0 ? sections : html`<p class="nothing">${nothingDue(agenda, words)}</p>`}
        ${off.length === 0 ? nothing : offThePageSection(off, now, words)}
      </main>
      <div class="notes">${ruledLines(linesPerSheet)}</div>
      <footer>
        <ol class="week">
          ${week.map(({ day, load }) => html`<li${day === agenda.day ? html` class="this"` : nothing}><span dir="auto">${words.short(day, now)}</span><b>${load === 0 ? '' : load}</b></li>`)}
        </ol>
        ${legend(leading?.promise?.id ?? null)}
      </footer>`,
  )
}

/** Seven days on one sheet, if they fit: each with its lines, and ruled room for more. */
export function paperWeek(days: readonly PaperWeekDay[], options: PaperOptions): string {
  const { words, now } = options
  const first = days[0]?.day ?? now
  const title = words.long(first)
  return documentOf(
    { title: `The week from ${title}`, kind: 'seven', options },
    html`<header>
        <h1 dir="auto"><small>the week from</small> ${title}</h1>
      </header>
      <main>
        ${days.map(
          ({ day, lines, off }) =>
            html`<section>
              <h2>${words.short(day, now)}</h2>
              <div class="day">
                <ol>
                  ${off.map((one) => offThePageLine(one, now, words))}${lines.map((line) => weekLine(line, day))}
                </ol>
                <div class="notes">${ruledLines(linesPerSheet)}</div>
              </div>
            </section> `,
        )}
      </main>
      <footer>${legend(days.flatMap(({ lines }) => lines[0]?.promise?.id ?? [])[0] ?? null)}</footer>`,
  )
}

const headings: Record<ReadingSection['name'], string> = {
  first: 'First',
  'carried-over': 'Carried over',
  today: 'Today',
  waiting: 'Waiting on them',
  'keep-in-touch': 'Keep in touch',
}

function headingOf({ name, lines, more }: ReadingSection, agenda: Agenda): Html {
  const words = name === 'today' && agenda.day !== agenda.now.day ? 'On the day' : headings[name]
  const count = lines.length + more
  return html`<h2>${words}${count > 1 ? html` <small>${count}</small>` : nothing}</h2>`
}

function offThePageSection(off: readonly OffThePage[], now: Day, words: DateWords): Html {
  return html`<section>
    <h2>Off the page</h2>
    <ol>
      ${off.map((one) => offThePageLine(one, now, words))}
    </ol>
  </section> `
}

function nothingDue({ upcoming, doneToday, now }: Agenda, words: DateWords): string {
  const done = doneToday > 0 ? 'All done.' : 'Nothing due.'
  return upcoming === null
    ? done
    : withFullStop(`${done} The next is ${upcoming.contact} on ${words.short(upcoming.day, now.day)}`)
}

/** The marks to write by hand, and the command that closes a line by the number under its box. */
function legend(example: number | null): Html {
  const command =
    example === null
      ? nothing
      : html`<span class="evening">in the evening: <code>fu done ${example}</code></span>`
  return html`<p class="legend">
    <span>${marks.done} done</span><span>${marks.moved} moved</span><span>${marks.dropped} dropped</span
    ><span>${marks.waiting} waiting on them</span>${command}
  </p>`
}

function documentOf(
  { title, kind, options }: { title: string; kind: 'day' | 'seven'; options: PaperOptions },
  body: Html,
): string {
  return html`<!doctype html>
    <html lang="${options.locale ?? 'en'}" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${styleSheet(paperStyle(cssText(title)))}
      </head>
      <body class="${kind}">
        <div class="sheet">${body}</div>
      </body>
    </html> `.markup
}
