import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { loadCommand } from '../../src/cli/all-commands.ts'
import { catalogue } from '../../src/cli/catalogue.ts'
import { datePhrases } from '../../src/views/manual/parts.ts'
import { isInstalled } from '../support/installed.ts'
import { aProgram } from '../support/program.ts'

const root = path.resolve(import.meta.dirname, '../..')
const page = path.join(root, 'dist/fu.1.gz')
const commands = catalogue.flatMap((group) => group.commands)

const hasMan = isInstalled('man')
const hasMandoc = isInstalled(
  'mandoc',
  () => spawnSync('mandoc', ['-Tlint'], { input: '' }).error === undefined,
)

describe('the manual page', () => {
  it('is the one that npm installs', () => {
    const { man, files } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
    expect({ man, isPacked: files.includes('dist') }).toEqual({ man: ['dist/fu.1.gz'], isPacked: true })
    expect(gunzipSync(fs.readFileSync(page)).toString()).toMatch(
      /^\.TH FU 1 "" "fu \d+\.\d+\.\d+" "User Commands"\n/,
    )
  })

  it('is made of ASCII, in lines that are not long', async () => {
    const roff = await printed()
    expect(roff).toMatch(/^[\n -~]*$/)
    // A hyphen is no minus: what is copied from the page would be no option.
    expect(roff).not.toMatch(/(?<!\\)-/)
    expect(Math.max(...roff.split('\n').map(({ length }) => length))).toBeLessThan(150)
  })

  it.runIf(hasMan)('is read by man without a word of warning, at 80 columns', async () => {
    const { stderr, lines } = read(await printed())
    expect(stderr).toBe('')
    expect(lines.filter((line) => line.length > 80)).toEqual([])
    expect(lines.slice(0, 8)).toEqual([
      'FU(1)                            User Commands                           FU(1)',
      '',
      'NAME',
      '       fu - a follow-up diary for the command line',
      '',
      'SYNOPSIS',
      '       fu [command] [words…] [options]',
      '       fu <command> --help',
    ])
    expect(lines.filter((line) => /^[A-Z]/.test(line)).slice(1)).toEqual([
      'NAME',
      'SYNOPSIS',
      'DESCRIPTION',
      'COMMANDS',
      'EVERYWHERE',
      'DATE PHRASES',
      'EXIT STATUS',
      'ENVIRONMENT',
      'FILES',
    ])
  })

  it.runIf(hasMandoc)('has nothing that mandoc would change but the day it has none of', async () => {
    const { stdout } = spawnSync('mandoc', ['-Tlint'], { input: await printed(), encoding: 'utf8' })
    expect(stdout.split('\n').filter((line) => line !== '' && !line.includes('missing date'))).toEqual([])
  })

  it.runIf(hasMan).each(commands.map((entry) => [entry.name, entry] as const))(
    'has all that fu %s --help says',
    async (name, { usage: words, summary }) => {
      const text = said(await shownByMan())
      const module = await loadCommand(name)
      const { options } = await module.build(name, summary, () => undefined)
      for (const part of [
        `fu ${name} ${words}`.trim(),
        summary,
        module.details ?? '',
        ...options.flatMap(({ flags, description }) => [flags, description]),
        ...module.examples.map((example) => `$ ${example}`),
      ]) {
        expect(text).toContain(said(part))
      }
    },
  )

  it.each(datePhrases.flatMap(([phrases]) => phrases.split(', ')))(
    'has date phrases that are read: %s',
    async (phrase) => {
      const { fu } = aProgram()
      expect((await fu(['when', ...phrase.split(' ')])).status).toBe(0)
    },
  )
})

async function printed(): Promise<string> {
  const { status, stdout, stderr } = await aProgram().fu('manual 1.2.3')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
}

/** The text of the page as `man` shows it, laid out once for all tests. */
let shown: Promise<string> | null = null
function shownByMan(): Promise<string> {
  shown ??= printed().then((roff) => read(roff).lines.join('\n'))
  return shown
}

/** The page as `man` shows it. */
function read(roff: string): { stderr: string; lines: string[] } {
  const { stdout, stderr } = spawnSync('man', ['--warnings', '-E', 'UTF-8', '-l', '-'], {
    input: roff,
    encoding: 'utf8',
    env: { ...process.env, MANWIDTH: '80', LC_ALL: 'C.UTF-8', MANPAGER: 'cat' },
  })
  return { stderr, lines: stdout.trimEnd().split('\n') }
}

/** The words alone, however they are laid out. */
function said(text: string): string {
  return text.replace(/\s+/g, '')
}
