import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { codeCache } from '../support/code-cache.ts'

const program = fileURLToPath(new URL('../../bin/fu.js', import.meta.url))

/** Runs a line of the shell, in which `fu` is the program, and returns its output. */
type Shell = (line: string) => string

/** The README with the current output of each command in its `console` blocks; all blocks share one diary. */
export function withCurrentOutput(readme: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-readme-'))
  try {
    const shell = shellIn(folder)
    return readme.replaceAll(/(?<=^```console\n)[\s\S]*?(?=^```$)/gm, (block) =>
      block
        .split('\n')
        .filter((line) => line.startsWith('$ '))
        .map((line) => `${line}\n${shell(line.slice(2))}`)
        .join(''),
    )
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

/** A shell with an empty diary, on Wed 25 Nov 2026. A line `export NAME=value` holds for the lines after it. */
function shellIn(folder: string): Shell {
  const env: NodeJS.ProcessEnv = {
    HOME: process.env['HOME'],
    PATH: process.env['PATH'],
    ...codeCache(),
    TZ: 'UTC',
    LC_ALL: 'C.UTF-8',
    FU_DIARY: 'diary.db',
    FU_NOW: '2026-11-25T09:00',
    FU: program,
    NODE: process.execPath,
  }
  return (line) => {
    const [, name, value] = /^export (\w+)=(\S+)$/.exec(line) ?? []
    if (name !== undefined) {
      env[name] = value
      return ''
    }
    const script = `fu() { "$NODE" "$FU" "$@"; }; ${line}`
    return spawnSync('bash', ['-c', script], { cwd: folder, env, encoding: 'utf8' }).stdout
  }
}
