import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { aBinary, type Binary } from '../support/binary.ts'
import { isInstalled } from '../support/installed.ts'
import { aProgram, type Program } from '../support/program.ts'
import { atScreen, hasScreens, type Step } from '../support/screen.ts'

/** Names that a shell would run, split or spread, were they not taken as they are; each with how its typing begins. */
const hostile = [
  ['evi', 'Evil $(touch HACKED) `touch HACKED`; touch HACKED'],
  ['quo', `Quote "a" 'b' \\c`],
  ['ann', 'Ann!! * ~ {a,b} #x & | > HACKED'],
  ['foo', 'Foo:Bar=100% %F{red}'],
  ['jos', 'José Álvarez'],
] as const

describe('fu complete', () => {
  it.each([
    ['th', ''],
    ['hi', 'history|every command that changed the diary, newest first\n'],
    ['help hi', 'history|every command that changed the diary, newest first\n'],
    ['help show x', ''],
    ['help exit', 'exit-codes|a topic of the help\n'],
    [
      'help d',
      [
        'done|kept, with the outcome and the next step',
        'drop|will not be done',
        'demo|make a sample diary to explore',
        'doctor|check the diary file: integrity, version, backups, location',
        'dates|a topic of the help',
      ]
        .map((row) => `${row}\n`)
        .join(''),
    ],
    ['exit', ''],
    ['people --tag ', 'Fair June|\nvip|\n'],
    ['list --tag fair', 'Fair June|\n'],
    ['list --tag %', ''],
    ['edit --all --tag V', 'vip|\n'],
    ['edit jose --no-tag=v', '--no-tag=vip|\n'],
    ['people --met tra', 'trade show|\n'],
    ['drop --all --kind sup', 'supplier|\n'],
    ['people --kind sup', 'supplier|\n'],
    ['list --sort ', 'due|\nwho|\nlate|\n'],
    ['nonsense x', ''],
    ['--qu', '--quiet|no sentence after a write\n'],
    ['--color a', 'auto|\nalways|\n'],
    ['--color always unda', ''],
    ['promise gary send --du', '--due|the day, or day and time, that I promised\n'],
    ['promise gary send --due to', 'today|Wed 25 Nov\ntomorrow|Thu 26 Nov\n'],
    ['promise gary send --due=tod', '--due=today|Wed 25 Nov\n'],
    ['heard gary x --on y', 'yesterday|Tue 24 Nov\n'],
    ['list --since last', 'last week|Mon 16 Nov\nlast month|Thu 1 Oct\n'],
    ['move 1 next m', 'month|Tue 1 Dec\n'],
    ['show gary', 'Gary Cooper|\nGary Lee|Lee Mortgages, 0412 555 019\n'],
    ['show Gary l', 'Lee|Lee Mortgages, 0412 555 019\n'],
    ['show mortg', 'Gary Lee|Lee Mortgages, 0412 555 019\n'],
    ['show 0412', 'Gary Lee|Lee Mortgages, 0412 555 019\n'],
    ['list --who jose', 'José Álvarez|\n'],
    ['promise jose x --about jos', 'José Álvarez|\n'],
    ['add X --from jo', 'José Álvarez|\n'],
    ['add X --kind cust', 'customer|\n'],
    ['promise gary ', ''],
    ['done ', '1|Gary Lee: send the quote, Fri 27 Nov\n2|José Álvarez: the delivery date, Mon 30 Nov\n'],
    ['done 2', '2|José Álvarez: the delivery date, Mon 30 Nov\n'],
    ['done gary', 'Gary Lee|send the quote, Fri 27 Nov\n'],
    ['tried 3', ''],
    ['open Gary l', 'Lee|Lee Mortgages, 0412 555 019\n'],
    ['open 2', '2|José Álvarez: the delivery date, Mon 30 Nov\n'],
    ['open 0412', 'Gary Lee|Lee Mortgages, 0412 555 019\n'],
    ['open gary --by e', 'email|\n'],
    ['plan s', 'show|its steps\nset|change it\nstart|for somebody\nstop|for somebody\n' + plansWithS()],
    ['plan start sol', 'sold|they bought\n'],
    ['plan start sold gary l', ''],
    ['config day', 'days|the days you work\nday-load|lines that fill a day\n'],
    ['undo 4', '4|wait 2 (José Álvarez, the delivery date)\n'],
    ['export pe', 'people|\n'],
    ['export -o ', '|files\n'],
    ['completion z', 'zsh|\n'],
  ])('fu %s', async (line, completions) => {
    const { fu } = await withPeople()
    const { status, stdout, stderr } = await fu(['complete', '--', ...line.split(' ')])
    expect({ status, stdout: stdout.replaceAll('\t', '|'), stderr }).toEqual({
      status: 0,
      stdout: completions,
      stderr: '',
    })
  })

  it('names by number those who share a name, or whose name cannot be typed', async () => {
    const { fu } = aProgram()
    for (const name of ['Gary Lee', 'gary lee', 'Evil\u001b[2J\nname']) await fu(['add', name, '--no-next'])
    const { stdout } = await fu(['complete', '--', 'show', ''])
    expect(stdout).toBe('@3\tEvil\\u{1b}[2J name\n@1\tGary Lee\n@2\tgary lee\n')
  })

  it('does not repeat a word of a name that is complete', async () => {
    const { fu } = aProgram()
    await fu('add "Sabine von Krüger" --no-next')
    const after = async (...words: string[]): Promise<string> =>
      (await fu(['complete', '--', 'show', ...words])).stdout
    expect(await after('Sabine', '')).toMatch(/^von Krüger/)
    expect(await after('Sabine von', '')).toMatch(/^Krüger/)
    expect(await after('Sabine von Krüger', '')).not.toContain('Krüger')
  })

  it('is in no list of commands', async () => {
    const { fu } = aProgram()
    expect((await fu('--help')).stdout).not.toMatch(/^ {2}(?:complete|manual)\b/m)
    expect((await fu('complet')).stderr).toContain('Did you mean "fu completion"?')
  })

  it.each([
    ['promise', ''],
    ['done', 'ga'],
    ['show', 'x'],
  ])('says nothing where there is no diary, and begins none: fu %s %s', (...words) => {
    const { fu, folder } = aBinary()
    expect(fu(['complete', '--', ...words])).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(fs.readdirSync(folder)).toEqual(['.bin'])
  })

  it('says nothing of a diary that is none, and takes that which --diary names', () => {
    const { fu, folder } = aBinary()
    fu(['add', 'Gary Lee', '--no-next', '--diary', 'other.db'])
    fs.writeFileSync(path.join(folder, 'd.db'), 'no diary')
    expect(fu(['complete', '--', 'show', ''])).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(fu(['complete', '--', '--diary', 'other.db', 'show', '']).stdout).toBe('Gary Lee\t\n')
  })
})

describe.each([
  ['bash', '/usr/bin/bash', 'bash --noprofile --norc -i', 'eval "$(fu completion bash)"'],
  ['zsh', '/usr/bin/zsh', 'zsh -f -i', 'autoload -U compinit; compinit -u -D; source <(fu completion zsh)'],
  ['fish', '/usr/bin/fish', 'fish --no-config -i', 'fu completion fish | source'],
])('in %s', (shell, file, start, load) => {
  const isThere = hasScreens && isInstalled(file)

  it.runIf(isThere)('TAB writes out a name, and runs nothing of it', async () => {
    const binary = withHostilePeople()
    const steps = hostile.map(([typed], index): Step => {
      const before = hostile[index - 1]
      return [before === undefined ? 'ready-now' : `${before[1]} @${index}`, `fu show ${typed}\t\r`]
    })
    const last = hostile.at(-1)
    const { text } = await atScreen(
      start,
      [['', `${load}; echo ready-"now"\r`], ...steps, [`${last?.[1]} @${hostile.length}`, 'exit\r']],
      binary,
    )
    for (const [index, [, name]] of hostile.entries()) expect(text).toContain(`  ${name} @${index + 1}\n`)
    expect(fs.readdirSync(binary.folder).filter((name) => name.includes('HACKED'))).toEqual([])
  })

  it.runIf(isThere)(`the script of ${shell} is one that it reads`, () => {
    const { fu, folder } = aBinary()
    fs.writeFileSync(path.join(folder, 'script'), fu(['completion', shell]).stdout)
    const check = spawnSync(file, ['-n', 'script'], { cwd: folder, encoding: 'utf8' })
    expect({ status: check.status, stderr: check.stderr }).toEqual({ status: 0, stderr: '' })
  })
})

it('takes no other shell', () => {
  expect(aBinary().fu(['completion', 'powershell']).status).toBe(2)
})

async function withPeople(): Promise<Program> {
  const program = aProgram()
  for (const line of [
    'add "Gary Lee" --company "Lee Mortgages" --phone "0412 555 019" --promise "send the quote" --due fri',
    'add "Gary Cooper" --tag vip --no-next',
    'add "José Álvarez" --tag "Fair June" --tag vip --met "trade show" --no-next',
    'wait jose "the delivery date" --due mon',
  ]) {
    await program.fu(line)
  }
  return program
}

function withHostilePeople(): Binary {
  const binary = aBinary()
  for (const [, name] of hostile) binary.fu(['add', '--no-next', '--', name])
  return binary
}

function plansWithS(): string {
  return [
    ['sent-email', 'you sent something by email'],
    ['sent-post', 'you posted something nearby'],
    ['sent-post-far', 'you posted something that takes days to arrive'],
    ['sold', 'they bought'],
  ]
    .map(([name, meaning]) => `${name}|${meaning}\n`)
    .join('')
}
