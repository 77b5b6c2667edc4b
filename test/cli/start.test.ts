import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { expect, it } from 'vitest'
import { everydayCommands } from '../../src/cli/everyday-commands.ts'
import { aBinary } from '../support/binary.ts'
import { aFolder } from '../support/diaries.ts'
import { anInstall } from '../support/install.ts'

/** Loaded before the program: writes the modules of Node that were loaded, one on a line, when it ends. */
const moduleRecorder = `
process.on('exit', () => require('node:fs').writeFileSync(process.env.RECORD, process.moduleLoadList.join('\\n')))
`

/** What the page needs beyond an empty script. A newer Node may have loaded one of them by itself. */
const needed = new Set(['process', 'vm'])

/** Loaded before the program: writes which bundles were compiled, and whether with a code cache that V8 took. */
const scriptRecorder = `
const path = require('node:path')
const vm = require('node:vm')
const scripts = []
vm.Script = class extends vm.Script {
  constructor(text, options) {
    super(text, options)
    const isCached = options.cachedData !== undefined && this.cachedDataRejected === false
    scripts.push(path.basename(options.filename, '.cjs') + (isCached ? ' cached' : ''))
  }
}
process.on('exit', () => require('node:fs').writeFileSync(process.env.RECORD, JSON.stringify(scripts)))
`

it.each([
  [['--version'], ['help']],
  [['--help'], ['help']],
  [[], ['everyday']],
  [['show', 'gary'], ['everyday']],
  [['promise', 'gary', 'ring', '--due', 'fri'], ['everyday']],
  [['check'], ['fu']],
  [['complete', '--', 'show', 'ga'], ['everyday']],
  [['complete', '--', 'done', '--'], ['everyday']],
  // A bundle that lacks what a command line asks for runs the next.
  [
    ['complete', '--', 'check', '--'],
    ['everyday', 'fu'],
  ],
  [
    ['--json', 'today'],
    ['help', 'everyday'],
  ],
  [
    ['help', 'check'],
    ['help', 'everyday', 'fu'],
  ],
])('fu %j runs the bundles %j, and from its second run on with a code cache', (words, bundles) => {
  const { fu, folder, env } = aBinary()
  fu(['add', 'Gary Lee', '--phone', '0412 555 019', '--promise', 'call back', '--due', 'today'])
  const hook = path.join(folder, 'recorder.cjs')
  const record = path.join(folder, 'record')
  fs.writeFileSync(hook, scriptRecorder)
  const home = fs.realpathSync(aFolder())
  const scripts = (): unknown => {
    const recorded = { XDG_CACHE_HOME: home, NODE_OPTIONS: `--require ${hook}`, RECORD: record }
    expect(fu(words, { env: { ...env, ...recorded } }).status).toBe(0)
    return JSON.parse(fs.readFileSync(record, 'utf8'))
  }
  expect(scripts()).toEqual(bundles)
  expect(scripts()).toEqual(bundles.map((name) => `${name} cached`))
})

it('has the commands of every day in their bundle', () => {
  const bundle = path.join(import.meta.dirname, '../../dist/everyday.cjs')
  const [first = ''] = fs.readFileSync(bundle, 'latin1').split('\n')
  expect(first.split(' ').slice(3)).toEqual(Object.keys(everydayCommands))
})

it('loads no module of Node that the page does not need', () => {
  const { fu, folder, env } = aBinary()
  fu(['add', 'Gary Lee', '--phone', '0412 555 019', '--promise', 'call back', '--due', 'today'])
  fu(['today'])
  const hook = path.join(folder, 'recorder.cjs')
  const empty = path.join(folder, 'empty.cjs')
  const record = path.join(folder, 'record')
  fs.writeFileSync(hook, moduleRecorder)
  fs.writeFileSync(empty, '')
  const hooked = { NODE_OPTIONS: `--require ${hook}`, RECORD: record }

  spawnSync(process.execPath, [empty], { cwd: folder, env: { ...env, ...hooked } })
  const always = modulesIn(record)
  const { status, stdout } = fu(['today'], { env: hooked })
  const loaded = modulesIn(record)

  expect({ status, stdout }).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Gary Lee') as string,
  })
  expect([...loaded].filter((name) => !always.has(name) && !needed.has(name))).toEqual([])
})

it('says what to do where it was never built', () => {
  const { folder, fu } = anInstall()
  fs.rmSync(path.join(folder, 'dist'), { recursive: true })
  expect(fu(['today'])).toEqual({
    status: 1,
    stdout: '',
    stderr: 'fu was never built: run "npm install" and "npm run build" where it is.\n',
  })
})

/** Those that a program can ask for by name: what lies behind them is another with each Node. */
function modulesIn(record: string): ReadonlySet<string> {
  const names = fs.readFileSync(record, 'utf8').split('\n')
  fs.rmSync(record)
  return new Set(builtinModules.filter((name) => names.includes(`NativeModule ${name}`)))
}
