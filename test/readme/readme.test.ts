import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { withCurrentOutput } from './examples.ts'
import { pagePicture } from './page-picture.ts'

const root = path.resolve(import.meta.dirname, '../..')
const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8')

test('the README shows what the program prints ("npm run readme" writes it again)', () => {
  expect(readme).toBe(withCurrentOutput(readme))
})

test('the picture of the page shows what the program prints ("npm run pictures" makes it again)', () => {
  expect(fs.readFileSync(path.join(root, '.github/page.svg'), 'utf8')).toBe(pagePicture())
})

test('the README can be read in one sitting', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(400)
})

test.each(linksIn(readme))('the README links to %s, which is there', (target) => {
  expect(fs.existsSync(path.join(root, target))).toBe(true)
})

/** The files of the project that a page links to. */
function linksIn(page: string): string[] {
  return Array.from(page.matchAll(/\]\(([^):#]+)\)/g), ([, target = '']) => target)
}
