import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { aFolder, copyFolder } from './diaries.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The result of a command line. */
export type Ran = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

/** A copy of the built program in a folder for this test. */
export type Install = {
  readonly folder: string
  /** Runs the program on the diary `d.db` in its folder; nothing from outside is in its environment. */
  readonly fu: (words: readonly string[], env?: Readonly<Record<string, string>>, uid?: number) => Ran
  /** The files of the program by path, with a value that changes when they are written. */
  readonly files: () => Readonly<Record<string, string>>
}

/** Sets the file time that npm gives to all unpacked files. */
export function touchAsNpm(file: string): void {
  fs.utimesSync(file, 499_162_500, 499_162_500)
}

/** @param makeModules makes its `node_modules`; default: those of the project */
export function anInstall(makeModules?: (modules: string) => void): Install {
  const folder = fs.realpathSync(aFolder())
  for (const part of ['bin', 'dist']) copyFolder(path.join(root, part), path.join(folder, part))
  for (const name of fs.readdirSync(path.join(folder, 'dist'))) touchAsNpm(path.join(folder, 'dist', name))
  const modules = path.join(folder, 'node_modules')
  if (makeModules === undefined) fs.symlinkSync(path.join(root, 'node_modules'), modules)
  else {
    fs.mkdirSync(modules)
    makeModules(modules)
  }
  const environment = {
    PATH: '/usr/bin:/bin',
    TZ: 'UTC',
    LC_ALL: 'C',
    FU_DIARY: path.join(folder, 'd.db'),
    FU_NOW: '2026-11-25T14:20',
  }
  return {
    folder,
    fu: (words, env = {}, uid) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [path.join(folder, 'bin/fu.js'), ...words],
        {
          env: { ...environment, ...env },
          encoding: 'utf8',
          ...(uid === undefined ? {} : { uid, gid: uid }),
        },
      )
      return { status, stdout, stderr }
    },
    files: () => {
      const parts = ['bin', 'dist'].flatMap((part) =>
        fs.readdirSync(path.join(folder, part)).map((name) => path.join(part, name)),
      )
      return Object.fromEntries(
        [...parts, 'bin', 'dist'].map((part) => {
          const { ino, size, mtimeMs } = fs.statSync(path.join(folder, part))
          return [part, `${ino} ${size} ${mtimeMs}`]
        }),
      )
    },
  }
}
