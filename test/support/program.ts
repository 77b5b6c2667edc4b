import Sqlite, { type Database } from 'better-sqlite3'
import { failed, FuError } from '../../src/domain/errors.ts'
import { diaryOn, openDiary, type Diary } from '../../src/diary/diary.ts'
import { openBlank } from '../../src/diary/open.ts'
import { momentOf, type Moment } from '../../src/domain/moment.ts'
import { loadCommand, loadHelp } from '../../src/cli/all-commands.ts'
import { run } from '../../src/cli/run.ts'
import type { World } from '../../src/cli/world-type.ts'
import type { Editor } from '../../src/terminal/editor.ts'
import type { Keys, Press } from '../../src/terminal/keys.ts'
import type { ProgramLine } from '../../src/terminal/programs.ts'
import type { Prompts } from '../../src/terminal/prompts.ts'
import { aMoment } from './facts.ts'
import { wordsOf } from './shell-words.ts'
import { readBox } from './mail-rows.ts'

/** The situation in which a program starts; by default a pipe, no locale, Wed 25 Nov 2026 at 14:20. */
export type Situation = {
  /** What the clock shows, in UTC: `2026-11-25 14:20`. */
  readonly now?: string
  readonly locale?: string | null
  readonly env?: Readonly<Record<string, string>>
  /** A home folder with the diary in its default place; without one, the diary is in memory. */
  readonly home?: string
  /** The columns of an interactive screen, if any. */
  readonly columns?: number
  /**
   * The answers at the terminal, in order: words, a part of a choice, or Ctrl-C. Without answers, it is not
   * interactive.
   */
  readonly answers?: readonly (string | typeof ctrlC)[]
  /**
   * The keys pressed at the terminal, in order, or a function that presses them. Without keys, it is not interactive.
   */
  readonly keys?: readonly (string | typeof ctrlC)[] | Press
  /** The edits of each text opened in the editor, in order. Without edits, there is no editor. */
  readonly edits?: readonly ((text: string) => string)[]
  /** The files that the command line may name, with their text. */
  readonly files?: Readonly<Record<string, string>>
  /** The initial content of the diary in memory; default: nothing. */
  readonly diary?: Buffer
  /** Replacements for other parts of the world. */
  readonly world?: Partial<World>
}

/** The result of a command line. */
export type Ran = { readonly status: number; readonly stdout: string; readonly stderr: string }

/** The program in a test world. Its diary and its files live as long as it does. */
export type Program = {
  /** Runs a command line, given as typed after `fu`, or as words. */
  readonly fu: (line: string | readonly string[]) => Promise<Ran>
  /** Sets the clock; a string is in UTC, a moment may be in another zone. */
  readonly setClock: (now: string | Moment) => void
  /** Appends answers to the remaining ones. */
  readonly answer: (...answers: (string | typeof ctrlC)[]) => void
  /** Appends keys to the remaining ones. */
  readonly press: (...keys: (string | typeof ctrlC)[]) => void
  /** The addresses that were opened so far. */
  readonly opened: readonly string[]
  /** The programs of the machine that were run so far. */
  readonly ran: readonly ProgramLine[]
  /** All questions so far, and the errors of wrong answers. */
  readonly asked: readonly string[]
  /** All files by path: those of the situation, and those written. */
  readonly files: ReadonlyMap<string, string>
  /** The diary in memory; empty if there is a home folder. */
  readonly db: Database
}

/** The answer that stops a question. */
export const ctrlC: unique symbol = Symbol('Ctrl-C')

/** A program in a situation. */
export function aProgram(situation: Situation = {}): Program {
  const { locale = null, env = {}, home, columns, world: replaced = {} } = situation
  let now = aMoment(situation.now ?? '2026-11-25 14:20')
  const db = situation.diary === undefined ? openBlank() : new Sqlite(situation.diary)
  const inMemory: Diary = { ...diaryOn(db, 'diary.db'), isBlank: false, close: () => undefined }
  const answers = [...(situation.answers ?? [])]
  const pressed = situation.keys ?? []
  const keys = typeof pressed === 'function' ? [] : [...pressed]
  const press = typeof pressed === 'function' ? pressed : pressing(keys)
  const edits = [...(situation.edits ?? [])]
  const asked: string[] = []
  const opened: string[] = []
  const ran: ProgramLine[] = []
  const files = new Map(Object.entries(situation.files ?? {}))

  return {
    db,
    asked,
    opened,
    ran,
    files,
    setClock: (to) => (now = typeof to === 'string' ? aMoment(to) : to),
    answer: (...more) => void answers.push(...more),
    press: (...more) => void keys.push(...more),
    fu: async (line) => {
      const printed = { stdout: '', stderr: '' }
      const stream = (name: keyof typeof printed): World['stdout'] => ({
        write: (text) => (printed[name] += text),
        isTTY: columns !== undefined,
        columns: columns ?? null,
      })
      const status = await run(typeof line === 'string' ? wordsOf(line) : line, {
        version: '1.2.3',
        platform: 'linux',
        node: 'v24.0.0',
        env,
        home: home ?? '',
        locale,
        clock: () => ({
          now,
          momentAt: ({ day, time }) => {
            const { instant } = aMoment(time === null ? day : `${day} ${time}`)
            return momentOf(instant - now.offset * 60, now.offset)
          },
          momentSince1970: (instant) => momentOf(instant, now.offset),
        }),
        stdout: stream('stdout'),
        stderr: stream('stderr'),
        prompts: situation.answers === undefined ? null : scripted(answers, asked),
        keys: situation.keys === undefined ? null : ({ during: (work) => work(press) } satisfies Keys),
        editor: situation.edits === undefined ? null : editing(edits),
        pager: null,
        opener: async (address) => void opened.push(address),
        run: async (program) => {
          ran.push(program)
          return { kind: 'ended', status: 0, said: '' }
        },
        user: 1000,
        program: ['/usr/bin/node', '/opt/fu/bin/fu.js'],
        files: {
          read: (file) => {
            const text = files.get(file)
            if (text === undefined) throw failed(`There is no file ${file}.`)
            return text
          },
          bytes: (file) => {
            const text = files.get(file)
            if (text === undefined) throw failed(`There is no file ${file}.`)
            return Buffer.from(text)
          },
          exists: (file) => files.has(file),
          spareMemory: async () => undefined,
          isFolder: (file) => [...files.keys()].some((name) => name.startsWith(`${file}/`)),
          chunks: function* (file) {
            const text = files.get(file)
            if (text === undefined) throw failed(`There is no file ${file}.`)
            yield text
          },
          list: (folder) => {
            const names = [...files.keys()].filter((file) => file.startsWith(`${folder}/`))
            return names.length === 0 ? null : names.toSorted()
          },
          spool: (pieces) => [...pieces],
          write: (file, pieces) => {
            files.set(file, [...pieces].join(''))
            return null
          },
          readKept: (file) => files.get(file) ?? null,
          writeKept: (file, text) => void files.set(file, text),
          remove: (file) => files.delete(file),
          lock: () => () => undefined,
        },
        // A file with the rows of a mailbox: how real ones are read is tested in test/mailboxes.
        async *readMailbox(source) {
          const file = source.kind === 'path' ? source.path : source.url
          const text = files.get(file)
          if (text === undefined) throw failed(`There is no file ${file}.`)
          yield* readBox(text)
        },
        loadCommand,
        loadHelp,
        // Made before the command ends.
        startBackup: () => false,
        openDiary: async () => (home === undefined ? () => inMemory : openDiary),
        writeCrashReport: async (details) => {
          throw new Error(details)
        },
        ...(home === undefined ? { env: { FU_DIARY: 'diary.db', ...env } } : {}),
        ...replaced,
      })
      return { status, ...printed }
    },
  }
}

/** A program whose diary holds Gary Lee (@1), and promise 1 to him for Friday. */
export async function withGary(situation: Situation = {}): Promise<Program> {
  const program = aProgram(situation)
  await program.fu('add "Gary Lee" --phone 0412555019 --promise "send the quote" --due fri')
  return program
}

function editing(edits: ((text: string) => string)[]): Editor {
  return {
    edit: async (text) => {
      const edit = edits.shift()
      if (edit === undefined) throw new Error('nobody edits the text')
      return edit(text)
    },
    keep: (_text, name) => `kept/${name}`,
  }
}

function pressing(keys: (string | typeof ctrlC)[]): Press {
  return async () => {
    const key = keys.shift()
    if (key === undefined) throw new Error('nobody presses a key')
    if (key === ctrlC) throw new FuError('interrupted', 'Stopped; nothing was written.')
    return key
  }
}

function scripted(answers: (string | typeof ctrlC)[], asked: string[]): Prompts {
  const next = (message: string): string => {
    asked.push(message)
    const answer = answers.shift()
    if (answer === undefined) throw new Error(`nobody answers "${message}"`)
    if (answer === ctrlC) throw new FuError('interrupted', 'Stopped; nothing was written.')
    return answer
  }
  return {
    ask: async ({ message, initial, check }) => {
      for (;;) {
        const typed = next(message)
        try {
          return check(typed === '' ? initial : typed)
        } catch (error) {
          if (!(error instanceof FuError)) throw error
          asked.push(error.message)
        }
      }
    },
    choose: async (message, choices) => {
      const answer = next(message)
      asked.push(...choices.map(({ name }) => `  ${name}`))
      const chosen = choices.find(({ name }) => name.includes(answer))
      if (chosen === undefined) throw new Error(`"${answer}" is none of the choices of "${message}"`)
      return chosen.value
    },
  }
}
