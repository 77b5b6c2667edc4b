import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { loadCommand } from '../../src/cli/all-commands.ts'
import { catalogue, topicNames } from '../../src/cli/catalogue.ts'
import { topics } from '../../src/views/manual/topics.ts'
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
      'WHO AND WHICH',
      'DATE PHRASES',
      'PLANS',
      'JSON',
      'CSV',
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

  it.each(phrasesOf('dates').flatMap((phrases) => phrases.split(', ')))(
    'has date phrases that are read: %s',
    async (phrase) => {
      const { fu } = aProgram()
      expect((await fu(['when', ...phrase.split(' ')])).status).toBe(0)
    },
  )
})

describe('fu help <topic>', () => {
  it('has a page for each topic that the help lists', async () => {
    expect(topics.map(({ name }) => name)).toEqual(topicNames)
    expect((await aProgram({ columns: 200 }).fu('help')).stdout).toContain(
      `"fu help <topic>" explains: ${topicNames.join(', ')}.`,
    )
  })

  it('is a section of the manual page', async () => {
    const { status, stdout } = await aProgram().fu('help exit-codes')
    expect({ status, page: `\n${stdout}` }).toEqual({
      status: 0,
      page: `
EXIT STATUS
       0    Success. An empty page is a success too.
       1    Failure: the diary cannot be read or written, or a file is missing.
       2    The command line is wrong.
       3    There is no such contact or promise.
       4    Several contacts or promises match; they are listed on stderr.
       5    Refused: do-not-contact, already closed, or an undo that would
            overwrite a later change.
       6    Only with --exit-code: something on the page is still open.
       130  Interrupted.
`,
    })
  })

  it.runIf(hasMan).each(topicNames)('man shows all of "fu help %s"', async (name) => {
    expect(said(await shownByMan())).toContain(said((await aProgram().fu(`help ${name}`)).stdout))
  })

  it.each(topicNames.flatMap((name) => [40, 60, 80].map((width) => [name, width] as const)))(
    '"fu help %s" fits %s columns',
    async (name, width) => {
      const { stdout } = await aProgram({ columns: width }).fu(`help ${name}`)
      const wide = stdout.split('\n').filter((line) => line.length > width)
      expect(wide.filter((line) => /\S\s+\S/.test(line))).toEqual([])
    },
  )

  it.each([
    ['date', '"fu help dates" or "fu help when"'],
    ['exit', '"fu help exit-codes"'],
    ['enviroment', '"fu help environment"'],
    ['ls', '"fu help list"'],
  ])('suggests a page for %s', async (word, pages) => {
    expect(await aProgram().fu(`help ${word}`)).toEqual({
      status: 2,
      stdout: '',
      stderr: `There is no command or topic "${word}".\nDid you mean ${pages}?\n`,
    })
  })

  it('says where they are listed if none comes near', async () => {
    expect((await aProgram().fu('help nonsense')).stderr).toBe(
      'There is no command or topic "nonsense".\n"fu help" lists the commands and topics.\n',
    )
  })

  it.each(phrasesOf('who').filter((who) => /^\d/.test(who)))('explains what is read: %s', async (which) => {
    const { fu } = aProgram()
    await fu('add Gary -p 0412555019 --no-next')
    for (let count = 0; count < 15; count += 1) await fu('promise gary call --due fri')
    for (const words of which.split(', ')) {
      expect([words, (await fu(`snooze ${words} tue`)).status]).toEqual([words, 0])
    }
  })
})

function phrasesOf(topic: string): string[] {
  return topics.filter(({ name }) => name === topic).flatMap(({ rows }) => rows.map(([term]) => term))
}

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
