import type { App } from '../../src/app.ts'
import type { Diary } from '../../src/diary/diary.ts'
import { dateWords } from '../../src/domain/date-words.ts'
import { momentOf } from '../../src/domain/moment.ts'
import { settingsFrom } from '../../src/parse/settings/settings.ts'
import { files } from '../../src/terminal/files.ts'
import { terminalOn } from '../../src/terminal/terminal.ts'
import { plainTheme } from '../../src/views/layout/theme.ts'
import { dump, inMemory } from './diaries.ts'
import { aMoment, momentAt } from './facts.ts'

/** The parameters of an action, with a diary in memory and captured output. Nobody can be asked. */
export type TestApp = {
  readonly app: App
  readonly diary: Diary
  /** The output so far: stdout and stderr, in order. */
  readonly printed: () => string
  /** Everything in the diary except its history. */
  readonly dump: () => ReturnType<typeof dump>
}

/** An app on Wed 25 Nov 2026 at 14:20, without a command line. */
export function anApp(now = '2026-11-25 14:20'): TestApp {
  const { db, diary } = inMemory()
  const written: string[] = []
  const stream = { write: (text: string) => written.push(text) }
  const same = (text: string): string => text
  const nobody = (): null => null
  const app: App = {
    now: aMoment(now),
    momentAt,
    momentSince1970: (instant) => momentOf(instant, 0),
    locale: null,
    words: dateWords(null),
    diary: () => diary,
    diaryFile: () => ':memory:',
    settings: () => settingsFrom(diary.settings(), null),
    terminal: terminalOn({
      stdout: stream,
      stderr: stream,
      width: 80,
      isScreen: false,
      quiet: false,
      json: false,
      showsProgress: () => false,
      prompts: nobody,
      keys: nobody,
      editor: nobody,
      links: false,
      visible: same,
      sentence: { out: same, err: same },
    }),
    files,
    opener: async () => undefined,
    readMailbox: () => {
      throw new Error('no mailbox is read here')
    },
    run: async () => ({ kind: 'missing' }),
    theme: plainTheme,
    json: false,
    machine: {
      platform: 'linux',
      node: 'v24.0.0',
      env: {},
      home: '',
      user: 1000,
      program: ['/usr/bin/node', '/opt/fu/bin/fu.js'],
    },
    afresh: () => app,
  }
  return { app, diary, printed: () => written.join(''), dump: () => dump(db) }
}
