// Draws what jobs cost against the size of the diary, on scales of tens; readable on white and on black.
const size = { width: 720, height: 400 }
const frame = { left: 70, right: 600, top: 50, bottom: 340 }
const colours = { page: '#0d8a8a', write: '#c2571a', find: '#7a5bd0', week: '#3b82c4', review: '#c0397b' }

/** The drawing of `{ job, contacts, milliseconds }`. */
export function plot(rows) {
  const sizes = [...new Set(rows.map(({ contacts }) => contacts))]
  const times = rows.map(({ milliseconds }) => milliseconds)
  const low = 10 ** Math.floor(Math.log10(Math.min(...times)))
  const high = 10 ** Math.ceil(Math.log10(Math.max(...times)))
  const x = scale(sizes[0], sizes.at(-1), frame.left, frame.right)
  const y = scale(low, high, frame.bottom, frame.top)
  const steps = Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, step) => low * 10 ** step)
  const jobs = Object.keys(colours).filter((job) => rows.some((row) => row.job === job))
  const labels = apart(jobs.map((job) => ({ job, at: y(lastOf(rows, job)) })))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" font-family="system-ui, sans-serif" font-size="13">`,
    '<style>text{fill:#59636e}line{stroke:#8c959f;stroke-opacity:.35}@media(prefers-color-scheme:dark){text{fill:#9198a1}}</style>',
    `<text x="${frame.left}" y="26" font-size="15" font-weight="600">Time of a command, from its start to its end</text>`,
    ...steps.map(
      (ms) =>
        `<line x1="${frame.left}" x2="${frame.right}" y1="${y(ms)}" y2="${y(ms)}"/><text x="${frame.left - 10}" y="${y(ms) + 4}" text-anchor="end">${ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`}</text>`,
    ),
    ...sizes.map(
      (contacts) =>
        `<text x="${x(contacts)}" y="${frame.bottom + 24}" text-anchor="middle">${contacts.toLocaleString('en')}</text>`,
    ),
    `<text x="${(frame.left + frame.right) / 2}" y="${frame.bottom + 48}" text-anchor="middle">contacts, each with 3 promises and 10 entries</text>`,
    ...jobs.flatMap((job) =>
      line(
        rows.filter((row) => row.job === job),
        colours[job],
        x,
        y,
      ),
    ),
    ...labels.map(
      ({ job, at }) =>
        `<text x="${frame.right + 14}" y="${at + 4}" style="fill:${colours[job]}" font-weight="600">${job}</text>`,
    ),
    '</svg>\n',
  ].join('\n')
}

function line(rows, colour, x, y) {
  const points = rows.map(({ contacts, milliseconds }) => [
    x(contacts).toFixed(1),
    y(milliseconds).toFixed(1),
  ])
  return [
    `<polyline points="${points.map((point) => point.join(',')).join(' ')}" fill="none" stroke="${colour}" stroke-width="2.5" stroke-linejoin="round"/>`,
    ...points.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="4" fill="${colour}"/>`),
  ]
}

const lastOf = (rows, job) => rows.findLast((row) => row.job === job).milliseconds

const scale = (from, to, start, end) => (value) =>
  start + ((Math.log10(value) - Math.log10(from)) / (Math.log10(to) - Math.log10(from))) * (end - start)

/** Labels that would lie on each other, moved down. */
function apart(labels) {
  const placed = labels.toSorted((a, b) => a.at - b.at)
  placed.forEach((label, index) => {
    if (index > 0) label.at = Math.max(label.at, placed[index - 1].at + 17)
  })
  return placed
}
