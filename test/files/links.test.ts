import fs from 'node:fs'
import path from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveLinks } from '../../src/files/links.ts'
import { aFolder } from '../support/diaries.ts'

const names = ['a', 'b', 'c', 'd'] as const
const part = fc.constantFrom(...names, '..', '.')
const route = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'))

describe('the links on the way to a file', () => {
  it('are resolved as the system resolves them, whatever leads where', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom(...names), fc.constantFrom('folder', 'file', 'link'), route, fc.boolean()),
          {
            maxLength: 12,
          },
        ),
        route,
        (things, wanted) => {
          const root = fs.realpathSync(fs.mkdtempSync(path.join(fs.realpathSync('/tmp'), 'fu-links-')))
          try {
            for (const [name, kind, target, isAbsolute] of things) make(root, name, kind, target, isAbsolute)
            const file = `${root}/${wanted}`
            const real = attempt(() => fs.realpathSync.native(file))
            expect(real === null ? null : resolveLinks(file)).toBe(real)
            // Whatever is resolved holds no link any more.
            const resolved = attempt(() => resolveLinks(file))
            expect(resolved === null ? null : resolveLinks(resolved)).toBe(resolved)
          } finally {
            fs.rmSync(root, { recursive: true })
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('may lead to what is not there yet, also from where the program runs', () => {
    const root = fs.realpathSync(aFolder())
    fs.symlinkSync('none/new.csv', path.join(root, 'x'))
    expect(resolveLinks(path.join(root, 'x'))).toBe(path.join(root, 'none/new.csv'))
    expect(resolveLinks('no-such.csv')).toBe(path.join(fs.realpathSync(process.cwd()), 'no-such.csv'))
  })

  it('that lead in a circle end', () => {
    const root = aFolder()
    fs.symlinkSync('x', path.join(root, 'x'))
    expect(() => resolveLinks(path.join(root, 'x'))).toThrow(expect.objectContaining({ code: 'ELOOP' }))
  })
})

/** Makes something, in a folder that is there by then. */
function make(root: string, name: string, kind: string, target: string, isAbsolute: boolean): void {
  const folders = foldersIn(root)
  const place = path.join(folders.at(-1) ?? root, name)
  if (fs.lstatSync(place, { throwIfNoEntry: false }) !== undefined) return
  if (kind === 'folder') fs.mkdirSync(place)
  else if (kind === 'file') fs.writeFileSync(place, '')
  else fs.symlinkSync(isAbsolute ? `${root}/${target}` : target, place)
}

/** The folders below a folder; links are not followed, as `recursive` of some versions of Node follows them. */
function foldersIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(folder, entry.name))
    .flatMap((found) => [found, ...foldersIn(found)])
}

function attempt<Value>(step: () => Value): Value | null {
  try {
    return step()
  } catch {
    return null
  }
}
