import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { disk } from './disk.ts'
import { aPlace, figure, program } from './program.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** A fault, by what it puts in the place of what in the built program, and the row that has to notice it. */
const faults: readonly {
  readonly fault: string
  readonly changes: readonly (readonly [from: RegExp, to: string])[]
  readonly row: string
  readonly test: string
}[] = [
  {
    fault: 'it does not wait for the disk',
    changes: [[/synchronous = EXTRA/g, 'synchronous = OFF']],
    row: 'power-cut',
    test: 'a write',
  },
  {
    fault: 'it does not wait for the folder, in which the journal of a write that is done still stands',
    changes: [[/synchronous = EXTRA/g, 'synchronous = FULL']],
    row: 'power-cut',
    test: 'a write',
  },
  {
    fault: 'it reads in a transaction before it holds off others',
    // Deferring alone does no harm as long as the first thing in each transaction is a write, as it is.
    changes: [
      [/\.immediate\(\)/g, '.deferred()'],
      [
        /SELECT lower\(hex\(randomblob\(16\)\)\)/g,
        'SELECT lower(hex(randomblob(16))) FROM sqlite_schema LIMIT 1',
      ],
    ],
    row: 'many-at-once',
    test: 'eight writers',
  },
  {
    fault: 'it has no patience',
    changes: [[/(fileMustExist:!0,readonly:\w+),timeout:\w+/g, '$1,timeout:0']],
    row: 'many-at-once',
    test: 'eight writers',
  },
]

describe.skipIf(disk === null)('a fault that is planted is noticed (needs a C compiler on Linux)', () => {
  it.each(faults)('where $fault', async ({ fault, changes, row, test }) => {
    const { status, printed } = await tried(planted(changes), row, test)
    const [found = ''] = /^safety: .*/m.exec(printed) ?? []
    figure(
      `planted, ${fault}: ${status === 1 ? 'noticed' : 'NOT NOTICED'} (${found.replace('safety: ', '')})`,
    )
    expect({ status, printed: status === 1 ? '' : printed }).toEqual({ status: 1, printed: '' })
    expect(found).not.toBe('')
  })
})

/** The program with changes in its bundles. */
function planted(changes: readonly (readonly [from: RegExp, to: string])[]): string {
  const folder = aPlace()
  const built = path.join(path.dirname(program), '..')
  for (const part of ['bin', 'dist', 'package.json']) {
    fs.cpSync(path.join(built, part), path.join(folder, part), { recursive: true })
  }
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
  for (const name of ['everyday', 'fu']) {
    const bundle = path.join(folder, 'dist', `${name}.cjs`)
    for (const [from, to] of changes) {
      const text = fs.readFileSync(bundle, 'latin1')
      expect(text).toMatch(from)
      fs.writeFileSync(bundle, text.replaceAll(from, to), 'latin1')
    }
  }
  return path.join(folder, 'bin/fu.js')
}

/** Runs a row of these tests on another program. */
function tried(bin: string, row: string, test: string): Promise<{ status: number | null; printed: string }> {
  const words = ['run', '--config', '.config/vitest.safety.config.ts', `test/safety/${row}`, '-t', test]
  const running = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', ...words], {
    cwd: root,
    env: { ...process.env, FU_BIN: bin, FU_SAFETY: 'planted' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  running.stdout.on('data', (text) => (printed += String(text)))
  running.stderr.on('data', (text) => (printed += String(text)))
  return new Promise((resolve) => running.on('close', (status) => resolve({ status, printed })))
}
