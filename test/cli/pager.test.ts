import { describe, expect, it } from 'vitest'
import { aBinary } from '../support/binary.ts'
import { atScreen, hasScreens } from '../support/screen.ts'

const marking = `PAGER="sed 's/^/> /'"`

describe.runIf(hasScreens)('long output on a screen', () => {
  it.each([
    ['goes through the pager', `stty rows 10 cols 80; ${marking} fu config`, true],
    ['as the help does', `stty rows 10 cols 80; ${marking} fu --help`, true],
    ['and the help of a command', `stty rows 10 cols 80; ${marking} fu add --help`, true],
    ['does not where the screen holds it', `stty rows 90 cols 80; ${marking} fu config`, false],
    ['does not where nobody is to be asked', `stty rows 10 cols 80; ${marking} fu config --no-input`, false],
    ['does not as JSON', `stty rows 10 cols 80; ${marking} fu config --json`, false],
    ['does not in a pipe', `stty rows 10 cols 80; ${marking} fu config | cat`, false],
    ['does not where PAGER is cat', 'stty rows 10 cols 80; PAGER=cat fu config', false],
    ['is printed where the pager is not there', 'stty rows 10 cols 80; PAGER=no-such-pager fu config', false],
  ])('%s', async (_case, line, isPaged) => {
    const { status, text } = await atScreen(line, [], aBinary())
    expect(status).toBe(0)
    expect(text.split('\n').filter((row) => row.startsWith('> ')).length > 10).toBe(isPaged)
    expect(text.split('\n').length).toBeGreaterThan(1)
  })

  it.each([
    ['UTF-8, whatever the locale is', 'LC_ALL=C', 'utf-8'],
    ['what the user says', 'LESSCHARSET=latin1', 'latin1'],
  ])('is told to less as %s', async (_case, variable, charset) => {
    const line = `stty rows 10 cols 80; ${variable} PAGER='echo "charset $LESSCHARSET"; cat >/dev/null' fu config`
    expect((await atScreen(line, [], aBinary())).text).toContain(`charset ${charset}\n`)
  })

  it('may be left early, and the diary is closed by then', async () => {
    const binary = aBinary()
    binary.fu(['add', 'Gary Lee', '--no-next'])
    const line = 'stty rows 10 cols 80; PAGER="fu log gary rang -q; head -1" fu config; echo status $?'
    const { text } = await atScreen(line, [], binary)
    expect(text).toMatch(/^ {2}setting +value +meaning\nstatus 0\n/m)
    expect(binary.fu(['show', 'gary']).stdout).toContain('rang\n')
  })
})
