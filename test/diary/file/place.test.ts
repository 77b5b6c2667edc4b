import { expect, it } from 'vitest'
import { defaultPlace, expandHome } from '../../../src/diary/file/place.ts'

const home = '/home/gary'

it.each<[string, string, Record<string, string>, string, string | null]>([
  ['Linux', 'linux', {}, home, '/home/gary/.local/share/fu/diary.db'],
  ['XDG_DATA_HOME', 'linux', { XDG_DATA_HOME: '/data' }, home, '/data/fu/diary.db'],
  ['XDG_DATA_HOME without a home', 'linux', { XDG_DATA_HOME: '/data' }, '', '/data/fu/diary.db'],
  [
    'a relative XDG_DATA_HOME',
    'linux',
    { XDG_DATA_HOME: 'data' },
    home,
    '/home/gary/.local/share/fu/diary.db',
  ],
  ['an empty XDG_DATA_HOME', 'linux', { XDG_DATA_HOME: '' }, home, '/home/gary/.local/share/fu/diary.db'],
  ['no home', 'linux', {}, '', null],
  ['a relative home', 'linux', {}, 'gary', null],
  ['another Unix', 'freebsd', {}, home, '/home/gary/.local/share/fu/diary.db'],
  ['macOS', 'darwin', {}, '/Users/gary', '/Users/gary/Library/Application Support/fu/diary.db'],
  [
    'macOS, which has no XDG',
    'darwin',
    { XDG_DATA_HOME: '/data' },
    '/Users/gary',
    '/Users/gary/Library/Application Support/fu/diary.db',
  ],
  [
    'Windows',
    'win32',
    { LOCALAPPDATA: 'C:\\Users\\gary\\AppData\\Local' },
    'C:\\Users\\gary',
    'C:\\Users\\gary\\AppData\\Local\\fu\\diary.db',
  ],
  [
    'Windows without LOCALAPPDATA',
    'win32',
    {},
    'C:\\Users\\gary',
    'C:\\Users\\gary\\AppData\\Local\\fu\\diary.db',
  ],
  ['Windows without a home', 'win32', {}, '', null],
])('on %s', (_, platform, env, folder, place) => {
  expect(defaultPlace({ platform, env, home: folder })).toBe(place)
})

it.each<[string, string, string, string]>([
  ['~/d.db', 'linux', home, '/home/gary/d.db'],
  ['~', 'linux', home, '/home/gary'],
  ['~ann/d.db', 'linux', home, '~ann/d.db'],
  ['a/~/d.db', 'linux', home, 'a/~/d.db'],
  ['~\\d.db', 'linux', home, '~\\d.db'],
  ['~\\d.db', 'win32', 'C:\\Users\\g$&', 'C:\\Users\\g$&\\d.db'],
  ['~/d.db', 'linux', '', '~/d.db'],
])('reads %s on %s with the home %j as %s', (file, platform, folder, expected) => {
  expect(expandHome(file, { platform, home: folder })).toBe(expected)
})
