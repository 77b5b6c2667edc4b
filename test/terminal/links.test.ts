import { expect, it } from 'vitest'
import { showsLinks } from '../../src/terminal/links.ts'

it.each<[Record<string, string>, boolean, boolean]>([
  [{}, true, false],
  [{ TERM_PROGRAM: 'WezTerm' }, true, true],
  [{ TERM_PROGRAM: 'Apple_Terminal' }, true, false],
  [{ VTE_VERSION: '7600' }, true, true],
  [{ VTE_VERSION: '4205' }, true, false],
  [{ WT_SESSION: 'x' }, true, true],
  [{ WT_SESSION: 'x' }, false, false],
  [{ WT_SESSION: 'x', TERM: 'dumb' }, true, false],
  [{ WT_SESSION: 'x', FORCE_HYPERLINK: '0' }, true, false],
  [{ FORCE_HYPERLINK: '1' }, false, true],
])('with %j and a screen %s: links %s', (env, isTTY, links) => {
  expect(showsLinks(env, { isTTY })).toBe(links)
})
