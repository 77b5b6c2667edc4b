import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { expect, it } from 'vitest'
import { aBinary } from '../support/binary.ts'

/** Loaded before a program: writes the modules of Node that it loaded, one on a line, when it ends. */
const witness = `
process.on('exit', () => require('node:fs').writeFileSync(process.env.LOADED, process.moduleLoadList.join('\\n')))
`

/** What the page needs beyond an empty script. A newer Node may have loaded one of them by itself. */
const needed = new Set(['process', 'vm'])

it('loads no module of Node that the page does not need', () => {
  const { fu, folder, env } = aBinary()
  fu(['add', 'Gary Lee', '--phone', '0412 555 019', '--promise', 'call back', '--due', 'today'])
  const hook = path.join(folder, 'witness.cjs')
  const empty = path.join(folder, 'empty.cjs')
  const list = path.join(folder, 'loaded')
  fs.writeFileSync(hook, witness)
  fs.writeFileSync(empty, '')
  const hooked = { NODE_OPTIONS: `--require ${hook}`, LOADED: list }

  spawnSync(process.execPath, [empty], { cwd: folder, env: { ...env, ...hooked } })
  const always = loadedIn(list)
  const { status, stdout } = fu(['today'], { env: hooked })
  const loaded = loadedIn(list)

  expect({ status, stdout }).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Gary Lee') as string,
  })
  expect([...loaded].filter((name) => !always.has(name) && !needed.has(name))).toEqual([])
})

/** Those that a program can ask for by name: what lies behind them is another with each Node. */
function loadedIn(list: string): ReadonlySet<string> {
  const names = fs.readFileSync(list, 'utf8').split('\n')
  fs.rmSync(list)
  return new Set(builtinModules.filter((name) => names.includes(`NativeModule ${name}`)))
}
