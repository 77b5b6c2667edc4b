import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { editorCommand, editorOn } from '../../src/terminal/editor.ts'
import { aFolder } from '../support/diaries.ts'

/** Edits a text with a command, and gives what is left of it, and where it was. */
async function edited(command: string, text = 'one\n'): Promise<{ text: string; temporary: string }> {
  const temporary = aFolder()
  const env = { ...process.env, VISUAL: '', EDITOR: command, LOG: path.join(temporary, 'log') }
  const editor = editorOn({ env, platform: 'linux', temporary })
  return { text: await editor.edit(text, 'note.txt'), temporary }
}

describe('the editor', () => {
  test('gives the text as it was left', async () => {
    expect((await edited('sh -c \'printf "two\\r\\nthree\\r\\n" >> "$0"\'')).text).toBe('one\ntwo\nthree\n')
    expect((await edited('true')).text).toBe('one\n')
  })

  test('may be named with arguments, quotes and all', async () => {
    const folder = aFolder()
    const script = path.join(folder, 'an editor')
    fs.writeFileSync(script, '#!/bin/sh\necho "$1|$2" > "$3"\n', { mode: 0o700 })
    expect((await edited(`"${script}" --wait 'two words'`)).text).toBe('--wait|two words\n')
  })

  test('may save by another file in its place', async () => {
    expect((await edited('sh -c \'echo new > "$0.tmp"; mv "$0.tmp" "$0"\'')).text).toBe('new\n')
  })

  test('sees a file that only its owner can read, and leaves nothing behind', async () => {
    const look = 'sh -c \'stat -c %a "$0" "$(dirname "$0")" > "$LOG"; echo "$0" >> "$LOG"; touch "$0~"\''
    const { temporary } = await edited(look)
    const [file, folder, name] = fs.readFileSync(path.join(temporary, 'log'), 'utf8').split('\n')
    expect([file, folder, path.basename(name ?? '')]).toEqual(['600', '700', 'note.txt'])
    expect(fs.readdirSync(temporary)).toEqual(['log'])
  })

  test.each([
    ['false', 'The editor ended with status 1; nothing was written.'],
    ['sh -c "kill -9 $$" x; kill -9 $$;', 'The editor ended by SIGKILL; nothing was written.'],
    ['no-such-editor', 'The editor "no-such-editor" cannot be started.'],
    ['rm', 'The editor did not leave a file; nothing was written.'],
  ])('that ends badly is said: %s', async (command, message) => {
    const temporary = aFolder()
    const env = { ...process.env, VISUAL: '', EDITOR: command }
    const editor = editorOn({ env, platform: 'linux', temporary })
    await expect(editor.edit('one', 'note.txt')).rejects.toMatchObject({ kind: 'failed', message })
    expect(fs.readdirSync(temporary)).toEqual([])
  })

  test.each([
    ['sh -c \'echo words > "$0"; exit 1\'', 'The editor ended with status 1; nothing was written.'],
    ['sh -c \'printf "\\377" > "$0"\'', 'The editor did not save UTF-8 text; nothing was written.'],
  ])('that ends badly after something was typed keeps it, and says where: %s', async (command, message) => {
    const temporary = aFolder()
    const env = { ...process.env, VISUAL: '', EDITOR: command }
    const editor = editorOn({ env, platform: 'linux', temporary })
    const [kept] = await editor.edit('one', 'note.txt').then(
      () => [],
      (error: unknown) => {
        const [folder = ''] = fs.readdirSync(temporary)
        const file = path.join(temporary, folder, 'note.txt')
        expect(error).toMatchObject({ kind: 'failed', message, hint: `What you typed is kept in ${file}.` })
        return [fs.readFileSync(file)]
      },
    )
    expect(kept?.length).toBeGreaterThan(0)
  })

  test('has Ctrl-C to itself', async () => {
    const listeners = process.listenerCount('SIGINT')
    expect((await edited(`sh -c 'kill -INT ${process.pid}; echo stays > "$0"'`)).text).toBe('stays\n')
    expect(process.listenerCount('SIGINT')).toBe(listeners)
  })
})

describe('which one it is', () => {
  const bin = (): string => {
    const folder = aFolder()
    fs.writeFileSync(path.join(folder, 'vi'), '', { mode: 0o700 })
    return folder
  }
  const xterm = { TERM: 'xterm' }

  test.each<[string, Record<string, string>, string, string]>([
    ['VISUAL, before EDITOR', { ...xterm, VISUAL: 'code --wait', EDITOR: 'ed' }, 'linux', 'code --wait'],
    ['EDITOR', { ...xterm, EDITOR: 'nano' }, 'linux', 'nano'],
    ['EDITOR, where VISUAL is empty', { ...xterm, VISUAL: ' ', EDITOR: 'nano' }, 'linux', 'nano'],
    [
      'EDITOR, where the screen shows lines alone',
      { TERM: 'dumb', VISUAL: 'vim', EDITOR: 'ed' },
      'linux',
      'ed',
    ],
    ['VISUAL on Windows, which has no TERM', { VISUAL: 'notepad' }, 'win32', 'notepad'],
  ])('%s', (_, env, platform, command) => {
    expect(editorCommand({ env, platform })).toBe(command)
  })

  test('vi, where it is there and the screen can show it', () => {
    expect(
      editorCommand({ env: { ...xterm, PATH: `/nowhere${path.delimiter}${bin()}` }, platform: 'linux' }),
    ).toBe('vi')
  })

  test.each<[string, Record<string, string>]>([
    ['without vi', { ...xterm, PATH: '/nowhere' }],
    ['on a screen that cannot show vi', { TERM: 'dumb', VISUAL: 'vim', PATH: '/usr/bin:/bin' }],
  ])('none %s', (_, env) => {
    expect(() => editorCommand({ env, platform: 'linux' })).toThrow('There is no editor to open.')
  })
})
