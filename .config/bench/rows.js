// What is measured: each row a command line on a diary, what it is held against, and the most it may cost.
import { sought } from './diary.js'

/** Open promises of every diary that the page does not need, one for each run of a command that closes it. */
const promise = (run) => String(600 + run)

const finding = [
  ['exact', sought.name.toLowerCase()],
  ['prefix', 'kasp'],
  ['any word', 'lindqvist'],
  ['phone digits', sought.phone.replaceAll(' ', '')],
]

/** Rows on the program alone, and on a diary of so many contacts; `large` is the largest there is. */
export function commandRows(large) {
  const on = (contacts, job, words, bar, more = {}) => ({ contacts, job, words, bar, ...more })
  return [
    on(null, 'fu --version', () => ['--version'], 1.25),
    on(null, 'fu --help', () => ['--help'], 1.25),
    on(1000, 'fu today', () => ['today'], 1.4),
    ...[10_000, 100_000, 1_000_000]
      .filter((contacts) => contacts <= large)
      .map((contacts) => on(contacts, 'fu today', () => ['today'], 1.1, { against: 'fu today on 1000' })),
    on(100_000, 'fu promise', () => ['promise', 'kaspar', 'ring', '--due', 'fri'], 1.5, { writes: true }),
    on(100_000, 'fu done', (run) => ['done', promise(run), '--no-next'], 1.5, { writes: true }),
    on(100_000, 'fu tried', (run) => ['tried', promise(run)], 1.5, { writes: true }),
    ...finding.map(([how, who]) => on(100_000, `fu show, ${how}`, () => ['show', who], 1.4)),
    on(100_000, 'fu show, a typo', () => ['show', 'kasper linqvist'], 2, { status: 3 }),
    on(100_000, 'completion of a contact', () => ['complete', '--', 'show', 'kas'], 1.4),
    on(100_000, 'fu export', () => ['export'], 1, { against: 'sqlite3', most: 3 }),
  ]
}

/** The jobs whose cost is drawn against the size of the diary. */
export const growing = [
  { job: 'page', words: () => ['today'] },
  { job: 'write', words: () => ['promise', 'kaspar', 'ring', '--due', 'fri'], writes: true },
  { job: 'find', words: () => ['find', 'lindqvist'] },
  { job: 'week', words: () => ['week'] },
  { job: 'review', words: () => ['review'] },
]

/** The columns of the export, as the shell writes them. */
export const everyPromise = `SELECT p.id, p.uid, c.name, c.company, c.phones ->> '$[0].value', c.emails ->> '$[0].value',
  p.owner, p.what, p.channel, p.kind, p.hot, p.due_day, p.due_time, p.promised_day, p.status, p.outcome, p.reason,
  p.note, p.made_at, p.closed_at, p.about_id, p.trigger
  FROM promises p JOIN contacts c ON c.id = p.contact_id ORDER BY p.id`
