// A diary full of names and texts that break the syntax of files.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { codeCache } from '../support/code-cache.ts'

/** A contact of `fu export --format json`. */
export type Person = {
  readonly uid: string
  readonly name: string
  readonly company: string | null
  readonly nick: string | null
  readonly note: string | null
  readonly phones: readonly { readonly label: string | null; readonly value: string }[]
  readonly emails: readonly { readonly label: string | null; readonly value: string }[]
  readonly addresses: readonly { readonly label: string | null; readonly text: string }[]
  readonly tags: readonly string[]
}

/** A promise of `fu export --format json`. */
export type PromiseRow = {
  readonly uid: string
  readonly status: string
  readonly what: string
  readonly contact: { readonly name: string }
  readonly due: { readonly day: string; readonly time: string | null }
}

/** What the diary holds, and the files that `fu export` wrote of it. */
export type Exported = {
  /** A folder for files of the readers. */
  readonly folder: string
  readonly people: readonly Person[]
  readonly promises: readonly PromiseRow[]
  readonly open: readonly PromiseRow[]
  readonly cards: string
  readonly calendar: string
  readonly tables: { readonly people: string; readonly promises: string }
}

const program = fileURLToPath(new URL('../../bin/fu.js', import.meta.url))

const names = [
  'Gary Lee',
  'Ada Müller',
  '山田 太郎',
  '田中',
  'José; Álvarez, Jr.',
  'O’Brien \\ Sons',
  "O'Brien \\n Sons",
  'محمد علي',
  'אבי כהן',
  'Иван Петров-Водкин',
  '=HYPERLINK("http://x.example","y")',
  '-2+3 cmd',
  '+SUM(A1:A9)',
  '＝SUM(A1:A9)',
  'hello;=1+1',
  'hello;-1+1;@SUM(A1)',
  'a;"=1+1";+2"',
  "'quoted'",
  'Zoë "Zed" 👩‍👩‍👧‍👦 Smith',
  'Cafe\u0301 owner',
  'line\u2028separator',
  'next\u0085line',
  'bell\u0007 and \u001b[31mred',
  'feed\u000cform \u000btab',
  'BEGIN:VCARD',
  'END:VCALENDAR',
  'item1.TEL:1',
  'name: with; all, of: it',
  `${'ñandú '.repeat(30)}long`,
  `${'漢'.repeat(120)} 字`,
  '😀'.repeat(40),
]

/**
 * Makes a diary that is kept in Sydney, with a contact of each name and promises to each. Returns what runs the program
 * on it and gives its output.
 */
export function makeDiary(file: string): (words: readonly string[]) => string {
  const fu = (words: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
      env: {
        ...process.env,
        ...codeCache(),
        FU_DIARY: file,
        FU_NOW: '2026-11-25T09:00',
        TZ: 'Australia/Sydney',
        LC_ALL: 'C',
      },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    if (status !== 0) throw new Error(`fu ${words.join(' ')} ended with status ${status}:\n${stderr}`)
    return stdout
  }
  for (const [index, name] of names.entries()) {
    const text = names[(index + 7) % names.length] ?? ''
    const day = `2026-12-${String((index % 28) + 1).padStart(2, '0')}`
    fu([
      'add',
      `--company=${index % 3 === 0 ? `${text} & Co.` : 'Acme; Tools, Inc.'}`,
      `--nick=${text}`,
      `--phone=mobile:0412 555 ${100 + index}`,
      `--phone=desk ${index}:02 5550 ${1000 + index}`,
      `--email=work:person${index}@mail.example`,
      `--address=${index} High St, Flat 2\nSydney; NSW`,
      `--note=${text}\nthe path is C:\\new, and so on\n\n${name}`,
      `--tag=fair ${index % 4}`,
      `--promise=send ${text}`,
      `--due=${day}`,
      '--',
      name,
    ])
    const id = `@${index + 1}`
    fu(['promise', id, `--due=${day} 10:30`, '--by=email', '--', `write, then call; ${text}\nand again`])
    fu(['wait', id, `--due=${day}`, '--', text])
  }
  return fu
}
