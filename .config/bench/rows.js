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
export const everyPromise = `SELECT p.id, p.uid, c.name AS contact, c.company, coalesce(c.phones ->> '$[0].e164', c.phones ->> '$[0].value') AS phone,
  c.emails ->> '$[0].value' AS email, p.owner, p.what, p.channel, p.kind, iif(p.hot, 'true', 'false') AS hot, p.due_day,
  p.due_time, p.promised_day, p.status, p.outcome, p.reason, p.note,
  (SELECT count(*) FROM entries e WHERE e.promise_id = p.id AND e.outcome IN
    ('no-answer', 'busy', 'voicemail', 'message', 'wrong-number') AND (p.status <> 'open' OR NOT EXISTS
    (SELECT 1 FROM entries r WHERE r.contact_id = p.contact_id AND (r.direction = 'in' OR r.outcome IN
      ('reached', 'sold', 'declined', 'postponed')) AND (r.at, r.id) >= (e.at, e.id)))) AS attempts,
  (SELECT count(*) FROM entries e WHERE e.promise_id = p.id AND e.act IN ('moved', 'told') AND NOT coalesce(e.remark || ','
    GLOB substr(e.remark, 1, instr(e.remark, ' -> ') - 1) || ' -> ' || substr(e.remark, 1, instr(e.remark, ' -> ') - 1) || ',*',
    FALSE)) AS moves,
  strftime('%Y-%m-%dT%H:%M:%S+00:00', p.made_at, 'unixepoch') AS made_at,
  strftime('%Y-%m-%dT%H:%M:%S+00:00', p.closed_at, 'unixepoch') AS closed_at,
  CASE WHEN p.status = 'kept' THEN iif(strftime('%Y-%m-%d', p.closed_at, 'unixepoch') <= p.promised_day, 'true', 'false')
    END AS on_time, a.name AS about, p.trigger, p.promised_time, p.snoozed_until, p.contact_id, p.about_id, p.plan,
  p.run_id, p.step_index AS step, p.window_until
  FROM promises p JOIN contacts c ON c.id = p.contact_id LEFT JOIN contacts a ON a.id = p.about_id ORDER BY p.id`
