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
import { keysHelp, lineDetailsView, type KeyLabel } from '../../views/walk/line.ts'
import { pageView } from '../../views/page/page.ts'
import {
  leftWalkSentence,
  remainingWords,
  stoppedWalkSentence,
  finishedWalkSentence,
} from '../../views/walk/words.ts'
import { lineDetails, pageNow } from './line-details.ts'
import { pressed, type Answer, type Interactive } from './interactive.ts'
import { orRefused, sayRefused } from './refused.ts'
import { undo } from '../history/undo.ts'

/** The lines to show, and their answers. */
export type WalkMode = {
  readonly late: boolean
  /** The answers in groups, one group per line. */
  readonly answersFor: (line: Line) => readonly (readonly Answer[])[]
  /** An answer offered before the first line is shown. */
  readonly first: Answer | null
}

/**
 * Goes through a page line by line, until nothing is left or the user quits.
 *
 * @throws FuError `usage` if there is no terminal, `interrupted` on Ctrl-C
 */
export async function walk(app: App, mode: WalkMode): Promise<void> {
  const { prompts, keys } = interactiveTerminal(app)
  const state: State = { progress: newWalk, written: [], explained: new Set() }
  try {
    await keys.during((press) => walkOn({ app, prompts, press }, mode, state))
  } catch (error) {
    if (!(error instanceof FuError) || error.kind !== 'interrupted') throw error
    throw new FuError('interrupted', stoppedWalkSentence(state.written.length))
  }
}

function interactiveTerminal({ terminal: { prompts, keys } }: App): { prompts: Prompts; keys: Keys } {
  if (prompts !== null && keys !== null) return { prompts, keys }
  throw usage(
    '"fu go" needs a terminal.',
    'In a pipe, "fu next" prints the first line, and "fu done", "fu tried" and "fu move" answer it.',
  )
}

/** The progress of a walk; its history entries, the last one last, for undo; and the changed keys already explained. */
type State = {
  progress: WalkState
  written: { key: string; history: number }[]
  readonly explained: Set<string>
}

const walkKeys = {
  skip: { key: 's', label: 'skip', about: 'the line comes again at the end; skipped twice, it is left' },
  back: { key: 'p', label: 'back', about: 'the line before' },
  undo: { key: 'u', label: 'undo', about: 'undoes the last answer' },
  help: { key: '?', label: 'help', about: 'what the keys do' },
  quit: { key: 'q', label: 'quit', about: 'everything that was answered is saved' },
} as const

async function walkOn(interactive: Interactive, mode: WalkMode, state: State): Promise<void> {
  let offered = mode.first
  for (;;) {
    const { app, left } = linesNow(interactive, mode, state)
    const [place] = left
    if (place === undefined) return finish(app, mode, state)
    if (offered !== null) {
      const offer = offered
      offered = null
      await answer(interactive, mode, state, offer)
      continue
    }
    const answers = mode.answersFor(place.line)
    const keys: readonly (readonly KeyLabel[])[] = [...answers, Object.values(walkKeys)]
    const { theme, words, terminal } = app
    const { width, links } = terminal
    const shown = lineDetails(app, place, remainingWords(left.length))
    terminal.print(
      lineDetailsView(mode.late ? { ...shown, say: '', hint: '', ask: [] } : shown, {
        theme,
        width,
        words,
        links,
        foot: { keys },
      }),
    )
    const { label, key: typed } = await pressed(interactive, keys.flat())
    const key = lineKey(place.line)
    if (label.key === walkKeys.quit.key) {
      app.terminal.say(leftWalkSentence({ written: state.written.length, left: left.length }, mode.late))
      return
    }
    if (label.key === walkKeys.skip.key) state.progress = afterSkip(state.progress, key)
    else if (label.key === walkKeys.back.key) goBack(interactive, mode, state)
    else if (label.key === walkKeys.undo.key) undoLast(interactive, state)
    else if (label.key === walkKeys.help.key) terminal.print(keysHelp(keys.flat(), { theme, width }))
    else {
      const chosen = answers.flat().find((candidate) => candidate.key === label.key)
      if (chosen === undefined) continue
      if (typed === chosen.key) explainOnce(app, state, chosen)
      await answer(interactive, mode, state, chosen, key)
    }
  }
}

/** Explains a changed key at its first use. */
function explainOnce(app: App, { explained }: State, { key, changed }: Answer): void {
  if (changed === undefined || explained.has(key)) return
  explained.add(key)
  app.terminal.note(changed)
}

/** The current page, and the remaining lines. */
function linesNow({ app: before }: Interactive, { late }: WalkMode, { progress }: State) {
  const app = before.afresh()
  const onPage = placedLines(pageNow(app), late ? ['carried-over'] : null)
  const placed = withinKeepInTouchLimit(onPage, progress, app.settings().keepInTouchPerDay)
  return { app, placed, left: remainingLines(placed, progress) }
}

/** Answers the line of a key, or the first line. A refusal is noted, and the line is shown again. */
async function answer(
  interactive: Interactive,
  mode: WalkMode,
  state: State,
  chosen: Answer,
  key?: string,
): Promise<void> {
  const { app, left } = linesNow(interactive, mode, state)
  const place = key === undefined ? left[0] : left.find(({ line }) => lineKey(line) === key)
  if (place === undefined) {
    app.terminal.note('That line is no longer on the page; nothing was written.')
    return
  }
  const result = await orRefused({ ...interactive, app }, () =>
    chosen.give({ ...interactive, app }, place.line, left),
  )
  if (result === null) return
  const answered = lineKey(place.line)
  if (result.leavesLine !== true) state.progress = afterAnswer(state.progress, answered)
  if (result.history !== null) state.written.push({ key: answered, history: result.history })
  if (result.isStopped === true) throw new FuError('interrupted', stoppedWalkSentence(state.written.length))
}

function goBack(interactive: Interactive, mode: WalkMode, state: State): void {
  const { app, placed } = linesNow(interactive, mode, state)
  const before = state.progress.visited.at(-1)
  if (before === undefined) {
    app.terminal.note('This is the first line.')
  } else if (placed.some(({ line }) => lineKey(line) === before)) {
    state.progress = backTo(state.progress, before)
  } else {
    app.terminal.note('The previous line is answered and no longer on the page; u undoes the answer.')
  }
}

function undoLast(interactive: Interactive, state: State): void {
  const app = interactive.app.afresh()
  const last = state.written.at(-1)
  if (last === undefined) {
    app.terminal.note('Nothing was written yet in this session; "fu undo" takes back earlier commands.')
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
