// What is measured: each row is a command line on a diary, what it is compared with, and the most it may cost.
import { sought } from './diary.ts'

/** A command to measure. */
export type CommandRow = {
  readonly job: string
  /** The size of the diary; `null` where there is none. */
  readonly contacts: number | null
  /** The arguments of each run, by its number. */
  readonly words: (run: number) => readonly string[]
  /** The highest ratio to the reference that is accepted. */
  readonly bar: number
  readonly against?: 'node' | 'sqlite3' | 'fu today on 1000'
  readonly writes?: boolean
  /** Whether each run is the first write of a day, with its backup. */
  readonly isFirstOfDay?: true
  readonly status?: number
  /** The most runs, where a run is slow. */
  readonly most?: number
}

/** An open promise that the page does not need, a different one for each run of a command that closes it. */
const promise = (run: number): string => String(600 + run)

const searches: readonly (readonly [how: string, who: string])[] = [
  ['exact', sought.name.toLowerCase()],
  ['prefix', 'kasp'],
  ['any word', 'lindqvist'],
  ['phone digits', sought.phone.replaceAll(' ', '')],
]

/** The commands to measure, on diaries of at most so many contacts. */
export function commandRows(largest: number): readonly CommandRow[] {
  return [
    { job: 'fu --version', contacts: null, words: () => ['--version'], bar: 1.25 },
    { job: 'fu --help', contacts: null, words: () => ['--help'], bar: 1.25 },
    { job: 'fu today', contacts: 1000, words: () => ['today'], bar: 1.4 },
    ...[10_000, 100_000, 1_000_000]
      .filter((contacts) => contacts <= largest)
      .map((contacts): CommandRow => {
        return { job: 'fu today', contacts, words: () => ['today'], bar: 1.1, against: 'fu today on 1000' }
      }),
    {
      ...onLarge('fu promise', () => ['promise', 'kaspar', 'ring', '--due', 'fri'], 1.5),
      writes: true,
    },
    ...[10_000, 100_000].map((contacts): CommandRow => {
      const words = (): readonly string[] => ['promise', 'kaspar', 'ring', '--due', 'fri']
      const job = 'the first write of a day'
      return { job, contacts, words, bar: 1.8, writes: true, isFirstOfDay: true, most: 7 }
    }),
    { ...onLarge('fu done', (run) => ['done', promise(run), '--no-next'], 1.5), writes: true },
    { ...onLarge('fu tried', (run) => ['tried', promise(run)], 1.5), writes: true },
    ...searches.map(([how, who]) => onLarge(`fu show, ${how}`, () => ['show', who], 1.4)),
    { ...onLarge('fu show, a typo', () => ['show', 'kasper linqvist'], 2), status: 3 },
    onLarge('completion of a contact', () => ['complete', '--', 'show', 'kas'], 1.4),
    { ...onLarge('fu export', () => ['export'], 2.5), against: 'sqlite3', most: 3 },
  ]
}

function onLarge(job: string, words: CommandRow['words'], bar: number): CommandRow {
  return { job, contacts: 100_000, words, bar }
}

/** The jobs whose cost is drawn against the size of the diary. */
export const growing: readonly { job: GrowingJob; words: readonly string[]; writes?: boolean }[] = [
  { job: 'page', words: ['today'] },
  { job: 'write', words: ['promise', 'kaspar', 'ring', '--due', 'fri'], writes: true },
  { job: 'find', words: ['find', 'lindqvist'] },
  { job: 'week', words: ['week'] },
  { job: 'review', words: ['review'] },
]
export type GrowingJob = 'page' | 'write' | 'find' | 'week' | 'review'

/** The columns of `fu export`, as the sqlite3 shell selects them. */
export const everyPromise = `SELECT p.id, p.uid, c.name AS contact, c.company, coalesce(c.phones ->> '$[0].e164', c.phones ->> '$[0].value') AS phone,
  c.emails ->> '$[0].value' AS email, p.owner, p.what, p.channel, p.kind, iif(p.hot, 'true', 'false') AS hot, p.due_day,
  p.due_time, p.promised_day, p.status, p.outcome, p.reason, p.note,
  (SELECT count(*) FROM entries e WHERE e.promise_id = p.id AND e.outcome IN
    ('no-answer', 'busy', 'voicemail', 'message', 'wrong-number') AND (p.status <> 'open' OR NOT EXISTS
    (SELECT 1 FROM entries r WHERE r.contact_id = p.contact_id AND (r.direction = 'in' OR r.outcome IN
      ('reached', 'sold', 'declined', 'postponed')) AND (r.at, r.id) >= (e.at, e.id)))) AS attempts,
  (SELECT count(*) FROM entries e WHERE e.promise_id = p.id AND e.act IN ('moved', 'told')
    AND coalesce(e.data ->> '$.from' <> e.data ->> '$.to', TRUE)) AS moves,
  strftime('%Y-%m-%dT%H:%M:%S+00:00', p.made_at, 'unixepoch') AS made_at,
  strftime('%Y-%m-%dT%H:%M:%S+00:00', p.closed_at, 'unixepoch') AS closed_at,
  CASE WHEN p.status = 'kept' THEN iif(strftime('%Y-%m-%d', p.closed_at, 'unixepoch') <= p.promised_day, 'true', 'false')
    END AS on_time, a.name AS about, p.trigger, p.promised_time, p.snoozed_until, p.contact_id, p.about_id, p.plan,
  p.run_id, p.step_index AS step, p.window_until, iif(p.from_call_log, 'true', 'false') AS from_call_log,
  iif(p.from_mail, 'true', 'false') AS from_mail, p.repeat ->> '$.every' AS every, p.repeat ->> '$.day' AS anchor_day,
  p.repeat ->> '$.time' AS anchor_time, p.repeat ->> '$.occurrence' AS occurrence
  FROM promises p JOIN contacts c ON c.id = p.contact_id LEFT JOIN contacts a ON a.id = p.about_id ORDER BY p.id`
