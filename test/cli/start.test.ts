import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { expect, it } from 'vitest'
import { aBinary } from '../support/binary.ts'
import { aFolder } from '../support/diaries.ts'

/** Loaded before a program: writes the modules of Node that it loaded, one on a line, when it ends. */
const witness = `
process.on('exit', () => require('node:fs').writeFileSync(process.env.LOADED, process.moduleLoadList.join('\\n')))
`

/** What the page needs beyond an empty script. A newer Node may have loaded one of them by itself. */
const needed = new Set(['process', 'vm'])

/** Loaded before a program: writes of each script that it makes whether V8 took what was kept of it. */
const keeper = `
const vm = require('node:vm')
const taken = []
vm.Script = class extends vm.Script {
  constructor(text, options) {
    super(text, options)
    taken.push(options?.cachedData !== undefined && this.cachedDataRejected === false)
  }
}
process.on('exit', () => require('node:fs').writeFileSync(process.env.LOADED, JSON.stringify(taken)))
`

it.each([
  { words: [], packs: 1 },
  { words: ['show', 'gary'], packs: 1 },
  { words: ['complete', '--', 'show', 'ga'], packs: 1 },
  { words: ['--version'], packs: 1 },
  // No command of every day: it starts from the whole program.
  { words: ['check'], packs: 1 },
  // A table is made by a package that has a pack of its own.
  { words: ['list'], packs: 2 },
  // The options of another command lie in the whole program.
  { words: ['complete', '--', 'done', '--'], packs: 2 },
])('fu $words starts from what V8 made of $packs files', ({ words, packs }) => {
  const { fu, folder, env } = aBinary()
  fu(['add', 'Gary Lee', '--phone', '0412 555 019', '--promise', 'call back', '--due', 'today'])
  const hook = path.join(folder, 'keeper.cjs')
  const list = path.join(folder, 'taken')
  fs.writeFileSync(hook, keeper)
  const { status } = fu(words, { env: { ...env, NODE_OPTIONS: `--require ${hook}`, LOADED: list } })
  expect(status).toBe(0)
  expect(JSON.parse(fs.readFileSync(list, 'utf8'))).toEqual(Array.from({ length: packs }, () => true))
})

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

it('says what to do where it was never built', () => {
  const folder = aFolder()
  fs.cpSync(path.join(import.meta.dirname, '../../bin'), path.join(folder, 'bin'), { recursive: true })
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(folder, 'bin/fu.js')], {
    encoding: 'utf8',
  })
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: 'fu was never built: run "npm install" and "npm run build" where it is.\n',
  })
})

/** Those that a program can ask for by name: what lies behind them is another with each Node. */
function loadedIn(list: string): ReadonlySet<string> {
  const names = fs.readFileSync(list, 'utf8').split('\n')
  fs.rmSync(list)
  return new Set(builtinModules.filter((name) => names.includes(`NativeModule ${name}`)))
}
