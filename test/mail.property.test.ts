import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupBy } from '../src/domain/group-by.ts'
import { dump, journalSize } from './support/diaries.ts'
import { box, cut, me, type SomeMessage } from './support/mail-rows.ts'
import { aProgram, type Program } from './support/program.ts'
import { runs } from './support/runs.ts'

const people = ['gary@lee.example', 'ada@mueller.example'] as const
const numbers = ['+61412555019', '+61412555020'] as const

const kinds = [
  'they write',
  'they reply',
  'I answer',
  'I write anew',
  'a program writes',
  'copy',
  'flag',
  'read',
  'call',
  'done',
] as const

/** Something that happens to the mailbox, an hour after what was before. */
type Event = {
  readonly kind: (typeof kinds)[number]
  readonly who: number
  /** Which of the threads with them it is about. */
  readonly thread: number
  /** Whether References alone name the thread. */
  readonly byReferences: boolean
  readonly copies: number
}

const event: fc.Arbitrary<Event> = fc.record({
  kind: fc.constantFrom(...kinds, 'read' as const),
  who: fc.nat(1),
  thread: fc.nat(2),
  byReferences: fc.boolean(),
  copies: fc.nat(1),
})

type Thread = {
  readonly who: number
  readonly messages: { readonly id: string; row: SomeMessage }[]
  /** What they asked and nobody answered, by id. */
  open: string[]
}

type World = ReturnType<typeof aWorld>

/** A mailbox as it grows, and what is truly open in it. */
function aWorld() {
  const threads: Thread[] = []
  const loose: { row: SomeMessage }[] = []
  let hour = 0
  const now = (): string => new Date(Date.UTC(2026, 10, 9) + hour * 3_600_000).toISOString().slice(0, 16)
  const write = (thread: Thread, row: Omit<SomeMessage, 'at' | 'id'>, byReferences: boolean): string => {
    const id = `<${hour}@made.example>`
    const ids = thread.messages.map((one) => one.id)
    const links = byReferences ? { references: ids } : { inReplyTo: ids.slice(-1), references: ids.slice(-1) }
    // Subjects repeat: they tell nothing.
    thread.messages.push({ id, row: { id, at: now(), subject: 'Quote', ...links, ...row } })
    return id
  }
  return {
    threads,
    now,
    rows: () => [...threads.flatMap(({ messages }) => messages), ...loose].map(({ row }) => row),
    happen: ({ kind, who, thread: index, byReferences }: Event): void => {
      hour += 1
      const from = people[who] ?? people[0]
      const own = threads.filter((one) => one.who === who)
      const thread = own[index % Math.max(1, own.length)]
      if (kind === 'they write' || (kind === 'they reply' && thread === undefined)) {
        const fresh: Thread = { who, messages: [], open: [] }
        threads.push(fresh)
        fresh.open.push(write(fresh, { from, to: me }, byReferences))
      } else if (kind === 'I write anew') {
        loose.push({ row: { id: `<${hour}@made.example>`, at: now(), subject: 'Re: Quote', to: from } })
      } else if (thread === undefined) return
      else if (kind === 'they reply') thread.open.push(write(thread, { from, to: me }, byReferences))
      else if (kind === 'a program writes') write(thread, { from, to: me, kind: 'automatic' }, byReferences)
      else if (kind === 'copy') {
        // A reply to me asks for something, wherever I stand.
        const answersMe = thread.messages.at(-1)?.row.from === undefined
        const id = write(thread, { from, to: 'tom@hall.example', cc: me }, byReferences)
        if (answersMe) thread.open.push(id)
      } else if (kind === 'I answer') {
        write(thread, { to: from }, byReferences)
        thread.open = []
      } else if (kind === 'flag') {
        const last = thread.messages.findLast(
          ({ row }) => row.from !== undefined && row.kind === undefined && row.cc === undefined,
        )
        if (last === undefined) return
        last.row = { ...last.row, isAnswered: true }
        thread.open = []
      }
    },
  }
}

/** The ids of what is asked in each open answer that mail opened. */
function openAnswers({ db }: Program): { readonly promise: number; readonly ids: string[] }[] {
  const rows = db
    .prepare<[], { promise: number; id: string | null }>(
      `SELECT p.id AS promise, e.data ->> '$.mail.id' AS id FROM promises p LEFT JOIN entries e ON e.promise_id = p.id AND e.act = 'heard'
       WHERE p.status = 'open' AND p.owner = 'mine' AND p.from_mail = 1 ORDER BY p.id, e.at`,
    )
    .all()
  const byPromise = groupBy(rows, ({ promise }) => promise)
  return [...byPromise].map(([promise, some]) => ({ promise, ids: some.flatMap(({ id }) => id ?? []) }))
}

async function aDesk(files: Map<string, string>): Promise<Program> {
  const program = aProgram({ now: '2026-11-09 00:00', files: Object.fromEntries(files) })
  await program.fu(`add Gary -e ${people[0]} -p ${numbers[0]} --no-next`)
  await program.fu(`add Ada -e ${people[1]} -p ${numbers[1]} --no-next`)
  await program.fu(`config mail.me ${me}`)
  return program
}

/** Runs a command line that must succeed. */
async function run({ fu }: Program, line: string): Promise<void> {
  const { status, stderr } = await fu(line)
  if (status !== 0) throw new Error(`fu ${line}: ${stderr}`)
}

/** Closes the first open answer by hand; what came after the last reading is not what is done. */
async function closeByHand(program: Program, { threads }: World): Promise<void> {
  const [answer] = openAnswers(program)
  if (answer === undefined) return
  for (const thread of threads) thread.open = thread.open.filter((id) => !answer.ids.includes(id))
  await run(program, `done ${answer.promise} --no-next`)
}

/** A call that is in the log: it answers what is not listed yet, and what is stays. */
async function call(program: Program, { threads, now }: World, who: number, listed: ReadonlySet<string>) {
  const number = numbers[who] ?? numbers[0]
  const date = Date.parse(`${now()}:00Z`)
  const log = `<calls><call number="${number}" type="2" duration="60" date="${date}"/></calls>`
  filesOf(program).set('calls.xml', log)
  await run(program, 'calls calls.xml')
  for (const thread of threads)
    if (thread.who === who) thread.open = thread.open.filter((id) => listed.has(id))
}

function filesOf(program: Program): Map<string, string> {
  return program.files as Map<string, string>
}

test('every unanswered message is listed, and only a thread id, a flag or the user closes a promise (R65)', async () => {
  const last: Event = { kind: 'read', who: 0, thread: 0, byReferences: false, copies: 1 }
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 30 }), async (events) => {
      const world = aWorld()
      const program = await aDesk(new Map())
      const listed = new Set<string>()
      for (const one of [...events, last]) {
        world.happen(one)
        program.setClock(world.now().replace('T', ' '))
        if (one.kind === 'done') await closeByHand(program, world)
        if (one.kind === 'call') await call(program, world, one.who, listed)
        if (one.kind !== 'read') continue
        filesOf(program).set(
          'box',
          box(...world.rows(), ...(one.copies === 1 ? world.rows().toReversed() : [])),
        )
        await run(program, 'mail box')
        const asked = openAnswers(program)
        for (const { ids } of asked) for (const id of ids) listed.add(id)
        // The answers and the threads with something open, each with the messages that are open.
        const truth = world.threads.flatMap(({ open }) => (open.length === 0 ? [] : [open]))
        const open = new Set(truth.flat())
        const said = asked.map(({ ids }) => ids.filter((id) => open.has(id)))
        const inOrder = (lists: string[][]): string[] =>
          lists.map((ids) => ids.toSorted().join(' ')).toSorted()
        expect(inOrder(said)).toEqual(inOrder(truth))
        const before = dump(program.db)
        await run(program, 'mail box')
        expect(dump(program.db)).toEqual(before)
      }
    }),
    runs(40),
  )
})

test('a run that is cut off at any message writes nothing, and one undo takes back a whole run', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 15 }), fc.nat(), async (events, place) => {
      const world = aWorld()
      for (const one of events) world.happen(one)
      const rows = world.rows()
      const at = place % (rows.length + 1)
      const program = await aDesk(
        new Map([
          ['whole', box(...rows)],
          ['cut', box(...rows.slice(0, at), cut, ...rows.slice(at))],
        ]),
      )
      program.setClock(world.now().replace('T', ' '))
      const before = dump(program.db)
      const history = journalSize(program.db)
      expect((await program.fu('mail cut')).status).toBe(1)
      expect((await program.fu('mail whole --dry-run')).status).toBe(0)
      expect([dump(program.db), journalSize(program.db)]).toEqual([before, history])
      await program.fu('mail whole')
      if (rows.length === 0) return
      const after = dump(program.db)
      const { stdout } = await program.fu('undo')
      expect(dump(program.db)).toEqual(before)
      await program.fu('mail whole')
      expect(dump(program.db)).toEqual(before)
      await program.fu(/undo \d+/.exec(stdout)?.[0] ?? '')
      expect(dump(program.db)).toEqual(after)
    }),
    runs(20),
  )
})
