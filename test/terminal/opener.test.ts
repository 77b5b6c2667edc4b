import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openable } from '../../src/domain/openable.ts'
import { openerOn } from '../../src/terminal/opener.ts'

const made: string[] = []

afterEach(() => {
  for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true })
})

const number = openable('tel:+61412555019') ?? expect.fail('it may be opened')

test.each([['xdg-open'], ['gio'], ['wslview']])('%s gets the address (R64)', async (program) => {
  const folder = withProgram(program, 'printf "%s|" "$@" > "${0%/*}/args"')
  await openerOn('linux', { PATH: folder })(number)
  const args = fs.readFileSync(path.join(folder, 'args'), 'utf8')
  expect(args).toBe(program === 'gio' ? `open|${number}|` : `${number}|`)
})

test('a program that knows nothing for the address is named', async () => {
  const folder = withProgram('xdg-open', 'exit 3')
  await expect(openerOn('linux', { PATH: folder })(number)).rejects.toMatchObject({
    kind: 'failed',
    message: 'tel:+61412555019 cannot be opened: xdg-open knows no program for tel addresses.',
    hint: 'Choose a default application for tel links.',
  })
})

test('one that stays is not waited for', async () => {
  const folder = withProgram('xdg-open', '/bin/sleep 4')
  const before = Date.now()
  await openerOn('linux', { PATH: folder })(number)
  expect(Date.now() - before).toBeLessThan(3900)
})

test('where there is none, it says what to install', async () => {
  const folder = emptyFolder()
  await expect(openerOn('linux', { PATH: folder })(number)).rejects.toMatchObject({
    kind: 'failed',
    message: 'tel:+61412555019 cannot be opened: xdg-open is not installed.',
    hint: 'Install it: the package is called xdg-utils.',
  })
  await expect(openerOn('win32', { PATH: folder })(number)).rejects.toMatchObject({
    hint: 'Open the address yourself.',
  })
})

function emptyFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-opener-'))
  made.push(folder)
  return folder
}

/** A folder with a program of the shell. */
function withProgram(name: string, body: string): string {
  const folder = emptyFolder()
  fs.writeFileSync(path.join(folder, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 })
  return folder
}
