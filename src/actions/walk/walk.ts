import type { App } from '../../app.ts'
import { FuError, usage } from '../../domain/errors.ts'
import type { Line } from '../../domain/page.ts'
import {
  afterAnswer,
  afterSkip,
  backTo,
  lineKey,
  remainingLines,
  newWalk,
  placedLines,
  withinKeepInTouchLimit,
} from '../../schedule/page/walk.ts'
import type { WalkState } from '../../schedule/page/walk.ts'
import type { Keys } from '../../terminal/keys.ts'
import type { Prompts } from '../../terminal/prompts.ts'
import { lineDetailsView, type KeyLabel } from '../../views/walk/line.ts'
import { pageView } from '../../views/page/page.ts'
import {
  leftWalkSentence,
  remainingWords,
  stoppedWalkSentence,
  finishedWalkSentence,
} from '../../views/walk/words.ts'
import { lineDetails, pageNow } from './line-details.ts'
import { pressed, type Answer, type Interactive } from './interactive.ts'
import { undo } from '../history/undo.ts'

/** What is gone through, and how its lines can be answered. */
export type WalkMode = {
  readonly late: boolean
  /** In groups that belong together. */
  readonly answersFor: (line: Line) => readonly (readonly Answer[])[]
  /** What is offered before the first line is shown. */
  readonly first: Answer | null
}

/**
 * Goes through a page line by line, until nothing is left of it or somebody has enough.
 *
 * @throws FuError `usage` where nobody sits at the terminal, `interrupted` where somebody stops it
 */
export async function walk(app: App, way: WalkMode): Promise<void> {
  const { prompts, keys } = seated(app)
  const state: State = { progress: newWalk, written: [] }
  try {
    await keys.during((press) => walkOn({ app, prompts, press }, way, state))
  } catch (error) {
    if (!(error instanceof FuError) || error.kind !== 'interrupted') throw error
    throw new FuError('interrupted', stoppedWalkSentence(state.written.length))
  }
}

function seated({ terminal: { prompts, keys } }: App): { prompts: Prompts; keys: Keys } {
  if (prompts !== null && keys !== null) return { prompts, keys }
  throw usage(
    '"fu go" needs somebody at a terminal.',
    'In a pipe, "fu next" gives the first line, and "fu done", "fu tried" and "fu move" answer it.',
  )
}

/** How far a walk has come: what was answered in it, and what of that can be taken back, the last one last. */
type State = { progress: WalkState; written: { key: string; history: number }[] }

const ways = {
  skip: { key: 's', label: 'skip' },
  back: { key: 'p', label: 'back' },
  undo: { key: 'u', label: 'undo' },
  quit: { key: 'q', label: 'quit' },
} as const

async function walkOn(desk: Interactive, way: WalkMode, state: State): Promise<void> {
  let offered = way.first
  for (;;) {
    const { app, left } = linesNow(desk, way, state)
    const [place] = left
    if (place === undefined) return finish(app, way, state)
    if (offered !== null) {
      const offer = offered
      offered = null
      await answer(desk, way, state, offer)
      continue
    }
    const answers = way.answersFor(place.line)
    const keys: readonly (readonly KeyLabel[])[] = [...answers, Object.values(ways)]
    const { theme, words, terminal } = app
    const { width, links } = terminal
    const shown = lineDetails(app, place, remainingWords(left.length))
    terminal.print(
      lineDetailsView(way.late ? { ...shown, say: '', hint: '', ask: [] } : shown, {
        theme,
        width,
        words,
        links,
        foot: { keys },
      }),
    )
    const label = await pressed(desk, keys.flat())
    const key = lineKey(place.line)
    if (label.key === ways.quit.key) {
      app.terminal.say(leftWalkSentence({ written: state.written.length, left: left.length }, way.late))
      return
    }
    if (label.key === ways.skip.key) state.progress = afterSkip(state.progress, key)
    else if (label.key === ways.back.key) goBack(desk, way, state)
    else if (label.key === ways.undo.key) undoLast(desk, state)
    else {
      const chosen = answers.flat().find((candidate) => candidate.key === label.key)
      if (chosen !== undefined) await answer(desk, way, state, chosen, key)
    }
  }
}

/** The page as it is this moment, and what is left of it. */
function linesNow({ app: before }: Interactive, { late }: WalkMode, { progress }: State) {
  const app = before.afresh()
  const onPage = placedLines(pageNow(app), late ? ['carried-over'] : null)
  const placed = withinKeepInTouchLimit(onPage, progress, app.settings().keepInTouchPerDay)
  return { app, placed, left: remainingLines(placed, progress) }
}

/** Gives an answer to the line of a key, else to the first; what the diary refuses is said, and the line is asked again. */
async function answer(
  desk: Interactive,
  way: WalkMode,
  state: State,
  chosen: Answer,
  key?: string,
): Promise<void> {
  const { app, left } = linesNow(desk, way, state)
  const place = key === undefined ? left[0] : left.find(({ line }) => lineKey(line) === key)
  if (place === undefined) {
    app.terminal.note('That line has left the page meanwhile; nothing was written.')
    return
  }
  const given = await orRefused({ ...desk, app }, () => chosen.give({ ...desk, app }, place.line, left))
  if (given === null) return
  const answered = lineKey(place.line)
  state.progress = afterAnswer(state.progress, answered)
  if (given.history !== null) state.written.push({ key: answered, history: given.history })
  if (given.isStopped === true) throw new FuError('interrupted', stoppedWalkSentence(state.written.length))
}

function goBack(desk: Interactive, way: WalkMode, state: State): void {
  const { app, placed } = linesNow(desk, way, state)
  const before = state.progress.visited.at(-1)
  if (before === undefined) {
    app.terminal.note('This is where you began.')
  } else if (placed.some(({ line }) => lineKey(line) === before)) {
    state.progress = backTo(state.progress, before)
  } else {
    app.terminal.note('The line before is answered and has left the page; u takes the answer back.')
  }
}

function undoLast(desk: Interactive, state: State): void {
  const app = desk.app.afresh()
  const last = state.written.at(-1)
  if (last === undefined) {
    app.terminal.note('Nothing was written here yet; "fu undo" takes back what was before.')
    return
  }
  try {
    undo(app, last.history)
  } catch (error) {
    sayRefused(app, error)
    return
  }
  state.written.pop()
  state.progress = backTo(state.progress, last.key)
}

async function orRefused<Value>({ app }: Interactive, work: () => Promise<Value>): Promise<Value | null> {
  try {
    return await work()
  } catch (error) {
    sayRefused(app, error)
    return null
  }
}

/** Says what the diary refuses; whatever is graver goes on. */
function sayRefused(app: App, error: unknown): void {
  if (!(error instanceof FuError) || error.kind === 'interrupted' || error.kind === 'failed') throw error
  app.terminal.note(error.hint === null ? error.message : `${error.message} ${error.hint}`)
}

function finish(app: App, { late }: WalkMode, { written, progress }: State): void {
  const agenda = pageNow(app)
  const left = placedLines(agenda, late ? ['carried-over'] : null).length
  if (written.length === 0 && progress.visited.length === 0) {
    const { theme, words, terminal } = app
    if (late) terminal.say('Nothing is carried over.')
    else terminal.print(pageView(agenda, { theme, words, width: terminal.width, commands: { hint: false } }))
    return
  }
  app.terminal.say(finishedWalkSentence({ written: written.length, left }, late))
}
