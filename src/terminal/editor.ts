import fs from 'node:fs'
import path from 'node:path'
import { failed, FuError } from '../domain/errors.ts'
import { createPrivateFile } from '../files/create.ts'

/** The user's editor. */
export type Editor = {
  /**
   * The text when the editor closes, with `\n` line ends. `name` is the file name that the editor shows.
   *
   * @throws FuError `failed` if it cannot be started, ends with an error, or leaves no text. The text typed so far is
   * kept, and the hint names its file
   */
  edit(text: string, name: string): Promise<string>
  /** Keeps a text that could not be used, in a file that only its owner can read; returns its path. */
  keep(text: string, name: string): string
}

export type EditorSurroundings = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: string
  /** The parent of the private folder for the text. */
  readonly temporary: string
}

/** The editor for a user at a screen. */
export function editorOn(surroundings: EditorSurroundings): Editor {
  return {
    edit: async (text, name) => {
      const command = editorCommand(surroundings)
      const file = createPrivateFile(surroundings.temporary, name, text)
      // Removes the backup copies too, which editors write beside a file.
      const discard = (): void => fs.rmSync(path.dirname(file), { recursive: true, force: true })
      try {
        await open(command, file, surroundings)
        const typed = textOf(file)
        discard()
        return typed
      } catch (error) {
        if (error instanceof FuError && isChanged(file, text)) {
          throw failed(error.message, `What you typed is kept in ${file}.`, error)
        }
        discard()
        throw error
      }
    },
    keep: (text, name) => createPrivateFile(surroundings.temporary, name, text),
  }
}

function isChanged(file: string, text: string): boolean {
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') !== text
}

/**
 * The command that opens an editor, with its arguments: `VISUAL` on a screen that can show it, else `EDITOR`, else `vi`
 * where it exists.
 *
 * @throws FuError `failed` if there is none
 */
export function editorCommand({ env, platform }: Omit<EditorSurroundings, 'temporary'>): string {
  const isDumb = (env['TERM'] ?? 'dumb') === 'dumb' && platform !== 'win32'
  const named = (isDumb ? '' : (env['VISUAL'] ?? '')).trim() || (env['EDITOR'] ?? '').trim()
  if (named !== '') return named
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '')
  if (!isDumb && folders.some((folder) => isProgram(path.join(folder, 'vi')))) return 'vi'
  throw failed('There is no editor to open.', 'Name yours: export EDITOR=nano')
}

/** Runs the editor on the screen and waits for it. Its value may contain arguments, so the shell parses it. */
async function open(command: string, file: string, { env, platform }: EditorSurroundings): Promise<void> {
  // Loaded here so that other commands start faster.
  const { spawnSync } = await import('node:child_process')
  // Ctrl-C belongs to the editor while it runs.
  const ignore = (): void => undefined
  process.on('SIGINT', ignore).on('SIGQUIT', ignore)
  try {
    const options = { stdio: 'inherit', env: { ...env } } as const
    const { status, signal, error } =
      platform === 'win32'
        ? spawnSync(`${command} "${file}"`, { ...options, shell: true })
        : spawnSync('/bin/sh', ['-c', `${command} "$@"`, command, file], options)
    if (error !== undefined || status === 126 || status === 127) {
      throw failed(`The editor "${command}" cannot be started.`, 'Name another: export EDITOR=nano', error)
    }
    if (status !== 0) {
      const how = signal === null ? `with status ${status}` : `by ${signal}`
      throw failed(`The editor ended ${how}; nothing was written.`, 'Close it without an error to write.')
    }
  } finally {
    process.off('SIGINT', ignore).off('SIGQUIT', ignore)
  }
}

function textOf(file: string): string {
  let bytes
  try {
    bytes = fs.readFileSync(file)
  } catch (error) {
    throw failed(
      'The editor did not leave a file; nothing was written.',
      'Save it under the same name.',
      error,
    )
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, '\n')
  } catch (error) {
    throw failed('The editor did not save UTF-8 text; nothing was written.', 'Save it as UTF-8.', error)
  }
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return true
  } catch {
    return false
  }
}
