import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../bin/fu.js', import.meta.url))

/** A README with the output of each command in its `console` blocks as the binary prints it, one diary for all. */
export function refreshed(readme) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fu-readme-'))
  const { HOME, PATH } = process.env
  const env = {
    HOME,
    PATH,
    TZ: 'UTC',
    LC_ALL: 'C.UTF-8',
    FU_DIARY: 'diary.db',
    FU_NOW: '2026-11-25T09:00',
    FU: bin,
  }
  try {
    return withEveryCommand(readme, env, folder).replaceAll(
      /(?<=^```console\n)[\s\S]*?(?=^```$)/gm,
      (block) =>
        block
          .split('\n')
          .filter((line) => line.startsWith('$ '))
          .map((line) => `${line}\n${outputOf(line.slice(2), env, folder)}`)
          .join(''),
    )
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

/** The README with a block for the help of each command, in the order of the help. */
function withEveryCommand(readme, env, folder) {
  const overview = outputOf('fu --help', env, folder)
  const names = [...overview.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name)
  const blocks = names.map((name) => `\`\`\`console\n$ fu ${name} --help\n\`\`\`\n`)
  return readme.replace(/(?<=<\/summary>\n\n)[\s\S]*?(?=\n<\/details>)/, blocks.join('\n'))
}

function outputOf(command, env, folder) {
  const [, name, value] = /^export (\w+)=(\S+)$/.exec(command) ?? []
  if (name !== undefined) {
    env[name] = value
    return ''
  }
  const script = `fu() { node "$FU" "$@"; }; ${command}`
  const { stdout } = spawnSync('bash', ['-c', script], { cwd: folder, env, encoding: 'utf8' })
  return stdout
}
