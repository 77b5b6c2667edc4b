import { Command } from '@commander-js/extra-typings'
import { describe, expect, it } from 'vitest'
import { loadCommand } from '../../src/cli/all-commands.ts'
import { catalogue } from '../../src/cli/catalogue.ts'
import { aBinary } from '../support/binary.ts'
import { aFolder } from '../support/diaries.ts'
import { aProgram } from '../support/program.ts'

const commands = catalogue.flatMap((group) => group.commands)

describe.each(commands.map((entry) => [entry.name, entry] as const))('fu %s --help', (name, { summary }) => {
  it('names every option, and opens no diary', async () => {
    const { status, stdout, stderr } = await withoutDiary().fu(`${name} --help`)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toMatch(`Usage: fu ${name} `)
    expect(stdout.replace(/\s+/g, ' ')).toContain(summary)
    const built: Pick<Command, 'options'> = await (
      await loadCommand(name)
    ).build(name, summary, () => undefined)
    const flags = built.options.map((option) => option.flags)
    expect(flags).toEqual(expect.arrayContaining(['--json', '--no-input', '-q, --quiet']))
    for (const flag of flags) expect(stdout).toContain(`  ${flag}`)
  })

  it('is the same as fu help and -h', async () => {
    const { fu } = withoutDiary()
    const help = await fu(`${name} --help`)
    expect(await fu(`help ${name}`)).toEqual(help)
    expect(await fu(`${name} -h`)).toEqual(help)
  })

  it('shows examples that it reads', async () => {
    const { stdout } = await withoutDiary().fu(`${name} --help`)
    const examples = [...stdout.replaceAll(/ \\\n +/g, ' ').matchAll(/^ {2}\$ fu ?(.*)$/gm)].map(
      ([, line = '']) => line,
    )
    expect(examples.length).toBeGreaterThanOrEqual(2)
    for (const example of examples) {
      const answers = ['Bo', '', '', '', '', '']
      // A sample diary is a file, which needs a folder.
      const home = example.startsWith('demo') ? { home: aFolder() } : {}
      const { fu } = aProgram({ answers, keys: [], ...home })
      const { status, stderr } = await fu(example.replace(/ > \S+$/, ''))
      expect({ example, isRead: status !== 2, stderr }).toMatchObject({ isRead: true })
    }
  })
})

describe('fu --help', () => {
  it('lists every command, and opens no diary', async () => {
    const { status, stdout, stderr } = await withoutDiary().fu('--help')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const said = stdout.replaceAll(/\s+/g, ' ')
    for (const { name, usage: words, summary } of commands) {
      expect(said).toContain(` ${`${name} ${words}`.trim()} ${summary} `)
    }
  })

  it('is the same as fu help and fu -h', async () => {
    const { fu } = withoutDiary()
    const help = await fu('--help')
    expect(await fu('help')).toEqual(help)
    expect(await fu('-h')).toEqual(help)
  })

  it('is not given for a command that is none', async () => {
    expect(await withoutDiary().fu('toady --help')).toMatchObject({ status: 2, stdout: '' })
  })
})

describe.each([40, 60, 80, 200])('at %s columns', (columns) => {
  const widest = Math.min(columns, 90)

  it.each(['', ...commands.map(({ name }) => name)])('the help of "%s" has no wider line', async (name) => {
    const { fu } = aProgram({ columns })
    const { stdout } = await fu(`${name} --help`)
    const wide = stdout.split('\n').filter((line) => line.length > widest && /\S\s+\S/.test(line.trim()))
    expect(wide).toEqual([])
  })

  it.runIf(columns < 200)('an option says so too', async () => {
    const asked = await withoutDiary().fu(`done --help --width ${columns}`)
    expect(asked).toEqual(await aProgram({ columns }).fu('done --help'))
  })
})

it('breaks an example so that a shell takes it when it is copied', async () => {
  const { stdout } = await aProgram({ columns: 40 }).fu('drop --help')
  expect(stdout.slice(stdout.indexOf('Examples:'))).toBe(`Examples:
  $ fu drop 5 \\
      --why "they took another offer"
  $ fu drop 8 --all-next \\
      --why "the project is over"
  $ fu drop gary \\
      --why "sold the house" \\
      --next "wish him well" \\
      --due "1 mar"
  $ fu drop --all --tag fair --late \\
      --why "the fair is over"
`)
})

it('tells its version', async () => {
  expect(await withoutDiary().fu('--version')).toEqual({ status: 0, stdout: 'fu 1.2.3\n', stderr: '' })
  expect(aBinary().fu(['--version'])).toEqual({
    status: 0,
    stdout: expect.stringMatching(/^fu \d+\.\d+\.\d+\n$/),
    stderr: '',
  })
})

function withoutDiary(): ReturnType<typeof aProgram> {
  return aProgram({ world: { openDiary: () => Promise.reject(new Error('the diary was opened')) } })
}
