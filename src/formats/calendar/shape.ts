import { failed } from '../../domain/errors.ts'

/** The deepest nesting. A calendar contains events, and an event contains alarms. */
const deepest = 10
/** The most components (events, alarms …) of a calendar: ten years of every country's holidays have fewer. */
const mostComponents = 20_000
/** The most lines and list items: an event has about ten lines. */
const mostLines = 150_000
/** The most lines and list items of one event: the exception days of a daily event over ten years. */
const mostLinesOfEvent = 5_000
/** The longest property name with its parameters, in characters. */
const longestHead = 10_000

/**
 * Checks the lines of a calendar (iCalendar) before it is parsed: on some texts the parser runs for minutes or uses all
 * memory.
 *
 * @throws FuError `failed` if it is nested too deeply, or has too many events, lines or parameters
 */
export function checkShape(text: string): void {
  let depth = 0
  let components = 0
  let lines = 0
  /** Lines and list items of the current component. */
  let ofEvent = 0
  /** Length of the current property's head; -1 after its colon. */
  let head = 0
  for (const [line] of text.matchAll(/[^\r\n]+/g)) {
    const isFolded = /^[ \t]/.test(line)
    if (!isFolded) head = 0
    const items = line.split(',').length
    lines += items
    ofEvent += items
    if (/^BEGIN:/i.test(line)) {
      ofEvent = 0
      depth += 1
      components += 1
    } else if (/^END:/i.test(line)) depth -= 1
    if (head >= 0) {
      const colon = line.indexOf(':')
      head = colon < 0 ? head + line.length : head + colon > longestHead ? head + colon : -1
    }
    if (depth > deepest) throw notHolidays(`its parts are nested more than ${deepest} deep`)
    if (components > mostComponents) throw notHolidays(`it has more than ${mostComponents} events`)
    if (lines > mostLines) throw notHolidays(`it has more than ${mostLines} lines and list items`)
    if (ofEvent > mostLinesOfEvent)
      throw notHolidays(`one of its events has more than ${mostLinesOfEvent} lines and list items`)
    if (head > longestHead) throw notHolidays('one of its lines does not end')
  }
}

function notHolidays(why: string): Error {
  return failed(
    `The file is not a calendar of holidays: ${why}.`,
    'Name an iCalendar file (.ics) of holidays.',
  )
}
