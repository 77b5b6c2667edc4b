import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aBinary, type Binary } from '../support/binary.ts'
import { isInstalled } from '../support/installed.ts'

const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
)
const hasTools =
  isInstalled('Chromium', () => chromium !== undefined) &&
  isInstalled('pdftotext', () => spawnSync('pdftotext', ['-v']).status === 0)

const quietly = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
]

/** What stands on each sheet of a document when it is printed. */
function sheetsOf(binary: Binary, html: string, size: string): string[] {
  const at = (name: string): string => path.join(binary.folder, name)
  // Only here: a browser takes the size of the paper from its printer.
  fs.writeFileSync(at('page.html'), html.replace('</head>', `<style>@page { size: ${size} }</style></head>`))
  const printed = spawnSync(chromium ?? '', [
    ...quietly,
    `--user-data-dir=${at('profile')}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${at('page.pdf')}`,
    `file://${at('page.html')}`,
  ])
  if (printed.status !== 0) throw new Error(String(printed.stderr))
  const { stdout } = spawnSync('pdftotext', ['-layout', at('page.pdf'), '-'], { encoding: 'utf8' })
  return stdout.split('\f').slice(0, -1)
}

/** A diary with so many lines due today. */
function aDiary(count: number): Binary {
  const binary = aBinary()
  const lines = Array.from(
    { length: count },
    (_, index) =>
      `fu add "Person ${word(index)}" -p "0412 555 019" --promise "thing ${word(index)} to do" --due today`,
  )
  for (let from = 0; from < count; from += 20) {
    const { status, stderr } = binary.sh(lines.slice(from, from + 20).join(' && '))
    if (status !== 0) throw new Error(stderr)
  }
  return binary
}

/** A word of letters for a number: a name has no digits. */
function word(number: number): string {
  return `q${String.fromCodePoint(97 + Math.floor(number / 26))}${String.fromCodePoint(97 + (number % 26))}q`
}

describe.runIf(hasTools)('printed by a browser', { timeout: 300_000 }, () => {
  it.each([
    [0, 1],
    [5, 1],
    [40, 9],
    [200, 45],
  ])(
    '%i lines: each is whole on one of at most %i sheets, in order, and none is empty (R5)',
    (count, limit) => {
      const binary = aDiary(count)
      const { stdout: html } = binary.fu(['print'])
      for (const size of ['A5', 'A4', 'letter']) {
        const sheets = sheetsOf(binary, html, size)
        expect(sheets.length).toBeLessThanOrEqual(limit)
        expect([size, sheets.filter((sheet) => sheet.trim().split('\n').length < 3)]).toEqual([size, []])
        const names = sheets.flatMap((sheet) => [...sheet.matchAll(/Person (\w+)/g)].map(([, name]) => name))
        expect([size, names]).toEqual([size, Array.from({ length: count }, (_, index) => word(index))])
        for (const name of names) {
          const sheet = sheets.find((text) => text.includes(`Person ${name}`))
          expect(sheet).toContain(`thing ${name} to do`)
        }
        expect(sheets.at(-1)).toContain('waiting on them')
        expect(sheets.slice(1).every((sheet) => sheet.includes('Wednesday 25 November 2026'))).toBe(true)
      }
    },
  )

  it('an empty week is one sheet, on which all seven days stand', () => {
    const binary = aDiary(0)
    const { stdout: html } = binary.fu(['print', '--week'])
    for (const size of ['A5', 'A4', 'letter']) {
      const sheets = sheetsOf(binary, html, size)
      expect([size, sheets.length]).toEqual([size, 1])
      const days = sheets[0]?.match(/^\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ (?:Nov|Dec)/gm)
      expect(days?.map((day) => day.trim())).toEqual([
        'Wed 25 Nov',
        'Thu 26 Nov',
        'Fri 27 Nov',
        'Sat 28 Nov',
        'Sun 29 Nov',
        'Mon 30 Nov',
        'Tue 1 Dec',
      ])
    }
  })
})
