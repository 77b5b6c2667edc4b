import type { Due } from '../../domain/day.ts'
import { groupBy } from '../../domain/group-by.ts'
import type { Moment } from '../../domain/moment.ts'
import { isAnswer, type OpenPromise } from '../../domain/promise.ts'
import {
  coverOf,
  isReplyTo,
  type Correspondence,
  type Cover,
  type Knowledge,
  type Mine,
  type Theirs,
} from './correspondence.ts'

/** What the diary knows of a contact when a mailbox is read. */
export type Situation = {
  /** Their open promises, and mine to them. */
  readonly open: readonly OpenPromise[]
  /** The last time we spoke, by phone or in person. */
  readonly spoken: Moment | null
  readonly mayContact: boolean
  /** Whether their replies in a thread of mine are owed an answer too. */
  readonly repliesOwe: boolean
}

/** A new answer that is owed, for messages of one thread, oldest first. */
export type Asked = { readonly asked: readonly Theirs[] }

/** A new reply to wait for. */
export type Wished = { readonly wished: Mine; readonly due: Due }

/** A promise that mail closes, and by what: a message, or a flag, whose time is not known. */
export type Closing = { readonly promise: OpenPromise; readonly by: Mine | Theirs | 'flag' }

/** What the messages between a contact and me mean. */
export type MailMeaning = {
  /** The promise of each new message; messages without a promise are left out. */
  readonly about: ReadonlyMap<Theirs | Mine, OpenPromise | Asked | Wished>
  /** When we spoke after a new message of theirs, so that no answer is owed for it. */
  readonly spokeAfter: ReadonlyMap<Theirs, Moment>
  /** The new messages of mine that answer something of theirs. */
  readonly answering: ReadonlySet<Mine>
  readonly made: readonly Asked[]
  readonly wished: readonly Wished[]
  /** Answers owed before, with how often they have asked by now and the last message that asks. */
  readonly again: readonly { readonly promise: OpenPromise; readonly count: number; readonly last: Theirs }[]
  readonly closed: readonly Closing[]
  /** Messages of mine that may be the answer, but do not name a message of the thread. */
  readonly said: readonly { readonly about: OpenPromise | Asked; readonly by: Mine }[]
  /** Typed promises to answer, which mail cannot close, that are still open although I wrote since. */
  readonly stillOpen: readonly OpenPromise[]
  /** How many messages would be owed an answer, but the contact does not want to be contacted (R58). */
  readonly unwanted: number
}

/**
 * Decides what the messages between a contact and me mean (R20, R65). One answer is owed in each thread, for everything
 * they wrote to me since my last answer there. Only thread ids and flags close what mail opened; what was typed stays
 * open. A message of mine with a wish waits for their reply.
 */
export function meaningOf(correspondence: Correspondence, situation: Situation): MailMeaning {
  const { mine } = correspondence
  const byThread = groupBy<string, Mine | Theirs>([...correspondence.theirs, ...mine], ({ thread }) => thread)
  const inThreads = [...byThread.values()]
    .filter((messages) => messages.some((message) => isNew(message) || isOpenIn(situation, message.known)))
    .map((messages) => ({ theirs: messages.filter(isTheirs), mine: messages.filter(isOwn) }))
    .map((thread) => threadMeaning(thread, situation))
  const about = new Map(inThreads.flatMap((one) => [...one.about]))
  const said = saidIn(
    mine,
    inThreads.flatMap(({ waiting }) => waiting),
    about,
  )
  for (const { by, about: promise } of said) about.set(by, promise)
  return {
    about,
    said,
    spokeAfter: new Map(inThreads.flatMap((one) => [...one.spokeAfter])),
    answering: new Set(inThreads.flatMap((one) => [...one.answering])),
    made: inThreads.flatMap(({ made }) => made ?? []),
    wished: inThreads.flatMap(({ wished }) => wished),
    again: inThreads.flatMap(({ again }) => again ?? []),
    closed: inThreads.flatMap(({ closed }) => closed),
    stillOpen: stillOpenAfter(mine.filter(isNew), situation.open),
    unwanted: inThreads.reduce((sum, one) => sum + one.unwanted, 0),
  }
}

/** An answer that is owed, and the last message that asks for it. */
type WaitingFor = { readonly about: OpenPromise | Asked; readonly last: Theirs }

type ThreadMeaning = Pick<
  MailMeaning,
  'about' | 'spokeAfter' | 'answering' | 'wished' | 'closed' | 'unwanted'
> & {
  readonly made: Asked | null
  readonly again: MailMeaning['again'][number] | null
  readonly waiting: readonly WaitingFor[]
}

function threadMeaning(thread: Correspondence, situation: Situation): ThreadMeaning {
  const { theirs, mine } = thread
  const { open, spoken, mayContact, repliesOwe } = situation
  const about = new Map<Theirs | Mine, OpenPromise | Asked | Wished>()
  const covers = new Map(theirs.map((message) => [message, coverOf(message, { ...thread, spoken })]))
  const owedBefore = promisesOf(theirs, open).filter(({ owner }) => owner === 'mine')
  const closed = owedBefore
    .filter(({ openedBy }) => openedBy === 'mail')
    .flatMap((promise) => closingOf(promise, theirs, covers) ?? [])
  const left = owedBefore.find((promise) => !closed.some((closing) => closing.promise.id === promise.id))

  const fresh = theirs.filter(isNew).filter(({ place }) => place === 'direct')
  const owing = fresh.filter(
    (message) => covers.get(message) === null && (repliesOwe || !followsMine(message, mine)),
  )
  const asked = mayContact || left !== undefined ? owing : []
  const made = left === undefined && asked.length > 0 ? { asked } : null
  for (const message of asked) about.set(message, left ?? made ?? { asked })
  for (const { promise, by } of closed) {
    if (by !== 'flag' && isNew(by) && !about.has(by) && (by.from === 'them' || by.wish === null))
      about.set(by, promise)
    for (const message of fresh)
      if (covers.get(message)?.by === by && !about.has(message)) about.set(message, promise)
  }
  const waits = waitsIn(thread, open)
  for (const [message, promise] of waits.about) if (!about.has(message)) about.set(message, promise)

  const last = asked.at(-1)
  const before = left === undefined ? [] : theirs.filter((message) => promiseOf(message) === left.id)
  const lastAsked = last ?? before.at(-1)
  return {
    about,
    spokeAfter: new Map(
      fresh.flatMap((message): [Theirs, Moment][] => {
        const cover = covers.get(message)
        return cover?.by === 'call' ? [[message, cover.at]] : []
      }),
    ),
    answering: answeringIn(mine, covers),
    made,
    wished: waits.wished,
    again:
      left !== undefined && last !== undefined
        ? { promise: left, count: before.length + asked.length, last }
        : null,
    closed: [...closed, ...waits.closed],
    unwanted: mayContact || left !== undefined ? 0 : owing.length,
    waiting:
      lastAsked === undefined || (made === null && left?.openedBy !== 'mail')
        ? []
        : [{ about: made ?? left ?? { asked }, last: lastAsked }],
  }
}

/** What closes an answer that mail opened: nothing while a message that asked for it has no answer by mail. */
function closingOf(
  promise: OpenPromise,
  theirs: readonly Theirs[],
  covers: ReadonlyMap<Theirs, Cover | null>,
): Closing | null {
  const asking = theirs.filter((message) => promiseOf(message) === promise.id)
  const answers = asking.map((message) => {
    const cover = covers.get(message) ?? null
    return cover === null || cover.by === 'call' ? null : cover.by
  })
  const last = answers.at(-1) ?? null
  return last === null || answers.includes(null) ? null : { promise, by: last }
}

/** Replies that are waited for, old and new. */
function waitsIn(
  { theirs, mine }: Correspondence,
  open: readonly OpenPromise[],
): Pick<MailMeaning, 'about' | 'wished' | 'closed'> {
  const about = new Map<Theirs | Mine, OpenPromise | Wished>()
  const closed: Closing[] = []
  const wished: Wished[] = []
  const waiting = promisesOf(mine, open).filter(
    ({ owner, openedBy }) => owner === 'theirs' && openedBy === 'mail',
  )
  const left: OpenPromise[] = []
  for (const promise of waiting) {
    const first = mine.find((own) => promiseOf(own) === promise.id)
    const reply =
      first === undefined ? undefined : theirs.find((message) => isNew(message) && isReplyTo(message, first))
    if (reply === undefined) left.push(promise)
    else {
      closed.push({ promise, by: reply })
      about.set(reply, promise)
    }
  }
  let awaited: OpenPromise | Wished | undefined = left[0]
  for (const own of mine.filter(isNew)) {
    const isReplied = theirs.some((message) => isReplyTo(message, own))
    if (awaited === undefined && own.wish !== null && !isReplied && !own.isBounced) {
      awaited = { wished: own, due: own.wish }
      wished.push(awaited)
    }
    if (awaited !== undefined) about.set(own, awaited)
  }
  return { about, wished, closed }
}

/** The first of my new messages that answers each message of theirs. */
function answeringIn(mine: readonly Mine[], covers: ReadonlyMap<Theirs, Cover | null>): ReadonlySet<Mine> {
  const by = new Set(
    [...covers].map(([message, cover]) => (message.place === 'notice' ? null : (cover?.by ?? null))),
  )
  return new Set(mine.filter((own) => isNew(own) && by.has(own)))
}

/** How long after they asked a message of mine outside the thread may be the answer, in seconds. */
const mayAnswerFor = 4 * 24 * 3600

/** My messages that name no other and were sent soon after they asked: nobody knows whether they answer. */
function saidIn(
  mine: readonly Mine[],
  waiting: readonly WaitingFor[],
  about: ReadonlyMap<Theirs | Mine, unknown>,
): MailMeaning['said'] {
  const inTime = ({ last }: WaitingFor, { at }: Mine): boolean =>
    at.instant > last.at.instant && at.instant <= last.at.instant + mayAnswerFor
  return mine
    .filter((own) => isNew(own) && own.answers.length === 0 && !own.isBounced && !about.has(own))
    .flatMap((by) => {
      const [latest] = waiting
        .filter((one) => inTime(one, by))
        .toSorted((a, b) => b.last.at.instant - a.last.at.instant)
      return latest === undefined ? [] : [{ about: latest.about, by }]
    })
}

/** The typed promises to answer that are older than a message of mine. */
function stillOpenAfter(mine: readonly Mine[], open: readonly OpenPromise[]): OpenPromise[] {
  return open.filter(
    ({ owner, kind, openedBy, madeAt }) =>
      owner === 'mine' &&
      isAnswer(kind) &&
      kind !== 'call-back' &&
      openedBy !== 'mail' &&
      mine.some(({ at, isBounced }) => !isBounced && at.instant > madeAt.instant),
  )
}

/** Whether a message came in a thread that I began or answered. */
function followsMine(message: Theirs, mine: readonly Mine[]): boolean {
  return mine.some((own) => own.at.instant < message.at.instant || message.answers.includes(own.id))
}

function promisesOf(messages: readonly (Theirs | Mine)[], open: readonly OpenPromise[]): OpenPromise[] {
  const ids = new Set(messages.map(promiseOf))
  return open.filter(({ id }) => ids.has(id))
}

function promiseOf({ known }: { readonly known: Knowledge }): number | null {
  return typeof known === 'string' ? null : known.promise
}

function isNew({ known }: { readonly known: Knowledge }): boolean {
  return known === 'new'
}

function isTheirs(message: Mine | Theirs): message is Theirs {
  return message.from === 'them'
}

function isOwn(message: Mine | Theirs): message is Mine {
  return message.from === 'me'
}

function isOpenIn({ open }: Situation, known: Knowledge): boolean {
  return open.some(({ id }) => id === promiseOf({ known }))
}
