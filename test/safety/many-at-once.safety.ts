import { spawn } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { hasScreens } from '../support/screen.ts'
import {
  aPlace,
  figure,
  fu,
  isFull,
  isPlanted,
  lettered,
  mustDo,
  program,
  surroundings,
  upTo,
} from './program.ts'
import { faultsIn, heldIn } from './sound.ts'

const writers = 8
const writes = isFull ? 200 : isPlanted ? 4 : 10
const readers = 2

test('eight writers and two readers at once, from no file', async () => {
  const folder = `${aPlace()}/new`
  const refused: string[] = []
  const still = { left: writers }
  let reads = 0
  const isFine = ({ status, stderr }: { status: number | null; stderr: string }): boolean =>
    status === 0 && !/busy|locked|Another fu/.test(stderr)
  const writing = upTo(writers).map(async (writer) => {
    for (const write of upTo(writes)) {
      const ran = await fu(folder, ['add', `Writer ${writer} Line ${lettered(write)}`, '--no-next'])
      if (!isFine(ran)) refused.push(`writer ${writer}, line ${write}: ${ran.stderr}`)
    }
    still.left -= 1
  })
  const reading = upTo(readers).map(async () => {
    while (still.left > 0) {
      const ran = await fu(folder, ['people'])
      reads += 1
      if (!isFine(ran)) refused.push(`a reader: ${ran.stderr}`)
    }
  })
  await Promise.all([...writing, ...reading])
  const { contacts } = heldIn(folder)
  figure(
    `${writers} writers and ${readers} readers at once, from no file: ${new Set(contacts).size} of ${writers * writes} written, ${reads} read, ${refused.length} refused`,
  )
  expect(refused.slice(0, 5)).toEqual([])
  expect(contacts).toHaveLength(writers * writes)
  expect(new Set(contacts).size).toBe(writers * writes)
  expect(faultsIn(folder)).toEqual([])
})

describe.runIf(hasScreens)('fu go left open at a screen (needs script of util-linux)', () => {
  test('holds off nobody who writes meanwhile', async () => {
    const folder = aPlace()
    await mustDo(folder, ['add', 'Gary Lee', '--promise', 'call back', '--due', 'today'])
    const go = spawn('script', ['-qec', `'${process.execPath}' '${program}' go`, '/dev/null'], {
      cwd: folder,
      env: { ...surroundings(folder), TERM: 'xterm', SHELL: '/bin/sh' },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    let shown = ''
    await new Promise<void>((resolve) => {
      go.stdout.on('data', (text) => {
        shown += String(text)
        if (shown.includes('call back') && /quit/.test(shown)) resolve()
      })
    })
    expect(await fu(folder, ['add', 'Ada Müller', '--no-next'])).toMatchObject({ status: 0 })
    const ended = new Promise<number | null>((resolve) => go.on('close', resolve))
    go.stdin.write('q')
    expect(await ended).toBe(0)
    expect(heldIn(folder).contacts).toEqual(['Gary Lee', 'Ada Müller'])
    figure('fu go left open: 1 write meanwhile, 0 refused')
  })
})
