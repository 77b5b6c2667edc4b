// A diary of names and texts that take files apart.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

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

/** Makes a diary that is kept in Sydney: somebody of each name, and promises to each. Gives the program to ask it. */
export function aDiary(file) {
  const fu = (words, now = '2026-11-25T09:00') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
      env: { ...process.env, FU_DIARY: file, FU_NOW: now, TZ: 'Australia/Sydney', LC_ALL: 'C' },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    if (status !== 0) throw new Error(`fu ${words.join(' ')} ended with status ${status}:\n${stderr}`)
    return stdout
  }
  for (const [index, name] of names.entries()) {
    const text = names[(index + 7) % names.length]
    const day = `2026-12-${String((index % 28) + 1).padStart(2, '0')}`
    fu([
      'add',
      `--company=${index % 3 === 0 ? `${text} & Co.` : 'Acme; Tools, Inc.'}`,
      `--nick=${text}`,
      `--phone=mobile:0412 555 ${String(100 + index)}`,
      `--phone=desk ${index}:02 5550 ${String(1000 + index)}`,
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
