// Draws what jobs cost against the size of the diary, on logarithmic scales; readable on white and on black.
import type { GrowingJob } from './rows.ts'

/** The median time of a job on a diary of so many contacts. */
export type Point = { readonly job: GrowingJob; readonly contacts: number; readonly milliseconds: number }

type Scale = (value: number) => number

const size = { width: 720, height: 400 }
const frame = { left: 70, right: 600, top: 50, bottom: 340 }
const colours: Readonly<Record<GrowingJob, string>> = {
  page: '#0d8a8a',
  write: '#c2571a',
  find: '#7a5bd0',
  week: '#3b82c4',
  review: '#c0397b',
}

/** The points as an SVG drawing. */
export function plot(points: readonly Point[]): string {
  const sizes = [...new Set(points.map(({ contacts }) => contacts))]
  const times = points.map(({ milliseconds }) => milliseconds)
  const low = 10 ** Math.floor(Math.log10(Math.min(...times)))
  const high = 10 ** Math.ceil(Math.log10(Math.max(...times)))
  const x = scale(Math.min(...sizes), Math.max(...sizes), frame.left, frame.right)
  const y = scale(low, high, frame.bottom, frame.top)
  const steps = Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, step) => low * 10 ** step)
  const jobs = (Object.keys(colours) as GrowingJob[])
    .map((job) => ({ job, points: points.filter((point) => point.job === job) }))
    .filter((series) => series.points.length > 0)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" font-family="system-ui, sans-serif" font-size="13">`,
    '<style>text{fill:#59636e}line{stroke:#8c959f;stroke-opacity:.35}@media(prefers-color-scheme:dark){text{fill:#9198a1}}</style>',
    `<text x="${frame.left}" y="26" font-size="15" font-weight="600">Time of a command, from its start to its end</text>`,
    ...steps.map((ms) => timeLine(ms, y(ms))),
    ...sizes.map(
      (contacts) =>
        `<text x="${x(contacts)}" y="${frame.bottom + 24}" text-anchor="middle">${contacts.toLocaleString('en')}</text>`,
    ),
    `<text x="${(frame.left + frame.right) / 2}" y="${frame.bottom + 48}" text-anchor="middle">contacts, each with 3 promises and 10 entries</text>`,
    ...jobs.flatMap((series) => curve(series.points, colours[series.job], x, y)),
    ...labelsOf(jobs, y),
    '</svg>\n',
  ].join('\n')
}

function timeLine(ms: number, height: number): string {
  const label = ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`
  return `<line x1="${frame.left}" x2="${frame.right}" y1="${height}" y2="${height}"/><text x="${frame.left - 10}" y="${height + 4}" text-anchor="end">${label}</text>`
}

function curve(points: readonly Point[], colour: string, x: Scale, y: Scale): string[] {
  const places = points.map(({ contacts, milliseconds }) => ({
    cx: x(contacts).toFixed(1),
    cy: y(milliseconds).toFixed(1),
  }))
  return [
    `<polyline points="${places.map(({ cx, cy }) => `${cx},${cy}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="2.5" stroke-linejoin="round"/>`,
    ...places.map(({ cx, cy }) => `<circle cx="${cx}" cy="${cy}" r="4" fill="${colour}"/>`),
  ]
}

/** The name of each job beside the end of its curve, moved down where it would cover another. */
function labelsOf(jobs: readonly { job: GrowingJob; points: readonly Point[] }[], y: Scale): string[] {
  const ends = jobs
    .map(({ job, points }) => ({ job, end: y(points.at(-1)?.milliseconds ?? Number.NaN) }))
    .toSorted((a, b) => a.end - b.end)
  let above = Number.NEGATIVE_INFINITY
  return ends.map(({ job, end }) => {
    above = Math.max(end, above + 17)
    return `<text x="${frame.right + 14}" y="${above + 4}" style="fill:${colours[job]}" font-weight="600">${job}</text>`
  })
}

/** A logarithmic scale. */
function scale(from: number, to: number, start: number, end: number): Scale {
  return (value) =>
    start + ((Math.log10(value) - Math.log10(from)) / (Math.log10(to) - Math.log10(from))) * (end - start)
}
