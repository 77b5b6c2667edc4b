import { codeCache } from '../support/code-cache.ts'
import { sampleDiary } from './sample-diary.ts'
import { terminalPicture } from './terminal-picture.ts'

const env = { PATH: process.env['PATH'], ...codeCache(), TZ: 'UTC', LC_ALL: 'C.UTF-8' }
const columns = 80

/** The page of the sample diary on a terminal, as SVG. */
export function pagePicture(): string {
  const { run } = sampleDiary(env)
  return terminalPicture(run('today', '--color', 'always', '--width', String(columns)), columns)
}

/** The page of the sample diary on paper, as HTML. */
export function printedPage(): string {
  return sampleDiary(env).run('print')
}
