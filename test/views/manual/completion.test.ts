import { describe, expect, it } from 'vitest'
import { readShellLine } from '../../../src/parse/shell/shell-line.ts'
import { bashCompletionLines, shellEscape, completionLines } from '../../../src/views/manual/completion.ts'

const gary = { word: 'Gary Lee', about: 'Lee Mortgages' }
const gail = { word: 'Gail Lee', about: '' }
const listed = { items: [gary, gail], files: false, keep: false }

describe('a word in bash', () => {
  it.each([
    ['Gary Lee', '', String.raw`Gary\ Lee`],
    ['$(id)', '', String.raw`\$\(id\)`],
    ['`id`; a|b > c & d', '', String.raw`\`id\`\;\ a\|b\ \>\ c\ \&\ d`],
    ['*?[x]{a,b}~#!', '', String.raw`\*\?\[x\]\{a,b\}\~\#\!`],
    ['José 王美玲 @7', '', String.raw`José\ 王美玲\ @7`],
    ["O'Neil $(id)", "'", String.raw`O'\''Neil $(id)`],
    ['$(id) `id` "q" \\ O\'Neil', '"', '\\$(id) \\`id\\` \\"q\\" \\\\ O\'Neil'],
    ['Yahoo!', '"', `Yahoo"'!'"`],
  ] as const)('%s behind %j is %s', (word, quote, typed) => {
    expect(shellEscape(word, quote)).toBe(typed)
  })

  it.each(['$(id) `id`', `a"b'c\\d`, '!x "', '*~#;&|<>(){}[]?=:%^,@', 'José'])(
    'is read back as %s, whatever quote is open',
    (word) => {
      for (const quote of ['', "'", '"'] as const) {
        const { words } = readShellLine(`fu ${quote}${shellEscape(word, quote)}${quote} `)
        expect(words).toEqual(['fu', word])
      }
    },
  )
})

describe('what zsh and fish are told', () => {
  it.each([
    ['each with what it stands for', listed, 'Gary Lee\tLee Mortgages\nGail Lee\t\n'],
    ['that what is typed stands', { ...listed, keep: true }, '\tkeep\nGary Lee\tLee Mortgages\nGail Lee\t\n'],
    ['nothing of that for one alone', { ...listed, items: [gary], keep: true }, 'Gary Lee\tLee Mortgages\n'],
    ['that files may stand there', { ...listed, items: [], files: true }, '\tfiles\n'],
    ['nothing', { ...listed, items: [] }, ''],
  ] as const)('%s', (_case, completions, lines) => {
    expect(completionLines(completions)).toBe(lines)
  })
})

describe('what bash is told', () => {
  const tab = 9
  const secondTab = 63
  it.each([
    ['fu show ga', '', tab, listed, 'Gary\\ Lee\nGail\\ Lee\n'],
    ['fu show ga', '', secondTab, listed, 'Gary\\ Lee  (Lee Mortgages)\nGail\\ Lee\n'],
    ['fu show ga', '', secondTab, { ...listed, items: [gary] }, 'Gary\\ Lee\n'],
    ['fu show "ga', '', tab, listed, 'Gary Lee\nGail Lee\n'],
    ['fu show lee', '', tab, { ...listed, keep: true }, '\tkeep\nGary\\ Lee\nGail\\ Lee\n'],
    ['fu show lee', '', secondTab, { ...listed, keep: true }, 'Gary\\ Lee  (Lee Mortgages)\nGail\\ Lee\n'],
    [
      'fu x --who=ga',
      '--who=',
      tab,
      { ...listed, items: [{ word: '--who=Gary Lee', about: '' }] },
      'Gary\\ Lee\n',
    ],
    ['fu x other:g', 'other:', tab, listed, ''],
  ] as const)('%s, without "%s", asked by %i', (line, lead, type, completions, lines) => {
    expect(bashCompletionLines(completions, readShellLine(line), { lead, type })).toBe(lines)
  })
})
