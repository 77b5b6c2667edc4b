import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDiary } from '../../src/diary/diary.ts'
import { emptyContact } from '../../src/domain/contact.ts'
import { newPromise } from '../../src/domain/promise.ts'
import { aBinary, type Binary } from '../support/binary.ts'
import { aDue, aMoment } from '../support/facts.ts'

const many = 2000

describe('a pipe', () => {
  it('gets all of a long export', () => {
    const { sh } = withManyPromises()
    const { stdout, stderr, status } = sh('fu export | cat')
    const lines = stdout.split('\r\n')
    expect({ status, stderr, lines: lines.length, last: lines.at(-1) }).toEqual({
      status: 0,
      stderr: '',
      lines: many + 2,
      last: '',
    })
    expect(lines.at(-2)).toMatch(new RegExp(`^${many},.*,promise number ${many},`))
    expect(stdout.length).toBeGreaterThan(4 * 65_536)
  })

  it.each(['head -1', 'true'])('may be closed early by %s', (reader) => {
    const { sh } = withManyPromises()
    const { stdout, stderr } = sh(`{ fu export; echo "status $?" >&2; } | ${reader}`)
    expect(stderr).toBe('status 0\n')
    expect(stdout).toMatch(reader === 'true' ? /^$/ : /^id,uid,contact,.*\r\n$/)
  })

  it('is nobody to ask', () => {
    const { fu } = aBinary()
    expect(fu(['add'], { input: 'Gary Lee\n' })).toEqual({
      status: 2,
      stdout: '',
      stderr: 'A contact needs a name.\nWrite it, as in fu add "Gary Lee" --phone 0412555019.\n',
    })
    expect(fu(['add', 'Gary Lee'], { input: 'send the quote\nfri\n' })).toEqual({
      status: 0,
      stdout: 'Added Gary Lee (@1). (fu undo)\n',
      stderr: 'No next step with Gary Lee: fu promise @1 … --due …\n',
    })
  })
})

/** The program with a diary whose books are longer than a pipe holds. */
function withManyPromises(): Binary {
  const binary = aBinary()
  const diary = openDiary(path.join(binary.folder, 'd.db'), aMoment('2026-11-25'))
  const at = aMoment('2026-11-25 14:20')
  const due = aDue('2026-11-27')
  diary.write({ command: 'import', at }, (tx) => {
    const { id } = tx.addContact({ ...emptyContact(), name: 'Gary Lee' })
    for (let number = 1; number <= many; number += 1) {
      tx.addPromise(newPromise({ contactId: id, what: `promise number ${number}`, due }))
    }
  })
  diary.close()
  return binary
}

describe('a named pipe as a file', () => {
  it.each(['import p', 'calls p', 'import p --format vcf', 'restore p', 'import books'])(
    'that nobody writes into is not waited for: fu %s',
    (line) => {
      const { sh } = aBinary()
      const settings = `mkdir books; touch books/promises.csv books/entries.csv; echo '{}' > books/settings.json`
      const { status, stderr } = sh(`mkfifo p; ${settings}; mkfifo books/people.csv; fu ${line}`)
      expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringMatching(/\w/) })
    },
  )

  it('is read to its end where a program writes into it', () => {
    const { sh } = aBinary()
    const slowly = `printf 'name\\nGary\\n'; sleep 0.3; printf 'Ada\\n'`
    expect(sh(`mkfifo p; { ${slowly}; } > p & fu import p`)).toMatchObject({ status: 0 })
    expect(sh('fu people').stdout).toMatch(/Ada[^]*Gary/)
  })

  it('is read to its end where the shell makes it of what a command prints', () => {
    const { sh } = aBinary()
    const line = `fu import <(printf 'name\\nGary\\n'; sleep 0.3; printf 'Ada\\n')`
    expect(sh(`bash -c "${line.replaceAll('"', '\\"')}"`)).toMatchObject({ status: 0 })
    expect(sh('fu people').stdout).toMatch(/Ada[^]*Gary/)
  })
})
