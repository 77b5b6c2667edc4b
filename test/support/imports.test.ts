import { describe, expect, it, test } from 'vitest'
import { circularEdges, graphOf, importsOf, type Import } from './imports.ts'

describe('importsOf', () => {
  it.each<[string, Import[]]>([
    [`import { a } from './a.ts'`, [{ path: './a.ts', kind: 'static' }]],
    [`import a, * as b from './a.ts'`, [{ path: './a.ts', kind: 'static' }]],
    [`import './a.ts'`, [{ path: './a.ts', kind: 'static' }]],
    [`import {\n  a,\n  type B,\n} from './a.ts'`, [{ path: './a.ts', kind: 'static' }]],
    [`import type { A } from './a.ts'`, [{ path: './a.ts', kind: 'type' }]],
    [`import type {\n  A,\n} from './a.ts'`, [{ path: './a.ts', kind: 'type' }]],
    [`export { a } from './a.ts'`, [{ path: './a.ts', kind: 'static' }]],
    [`export * from './a.ts'`, [{ path: './a.ts', kind: 'static' }]],
    [`export type {\n  A,\n} from './a.ts'`, [{ path: './a.ts', kind: 'type' }]],
    [`const { a } = await import('./a.ts')`, [{ path: './a.ts', kind: 'late' }]],
    [`load: () => import(\n  './a.ts'\n),`, [{ path: './a.ts', kind: 'late' }]],
    [`let a: typeof import('./a.ts')`, [{ path: './a.ts', kind: 'type' }]],
    [
      `import fs from 'node:fs'\nimport { a } from "./a.ts"`,
      [
        { path: 'node:fs', kind: 'static' },
        { path: './a.ts', kind: 'static' },
      ],
    ],
    [`// import { a } from './a.ts'\n/* import('./b.ts') */`, []],
    [`export const from = 'a'\nexport type A = 'b'\nexport function f() {\n  return 'c'\n}`, []],
  ])('%s', (text, imports) => {
    expect(importsOf(text)).toEqual(imports)
  })
})

test('circularEdges: those on a circle, of whatever length, and no other', () => {
  const edges = ['ab', 'bc', 'ca', 'cd', 'de', 'ed', 'xa', 'ff'].map((pair) => [pair[0], pair[1]] as const)
  const graph = graphOf(edges.map(([from = '', to = '']) => [from, to] as const))
  expect(circularEdges(graph)).toEqual(['a -> b', 'b -> c', 'c -> a', 'd -> e', 'e -> d'])
})
