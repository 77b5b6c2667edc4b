import { expect, it } from 'vitest'
import { localeFrom } from '../../src/terminal/locale.ts'

it.each<[Record<string, string>, string | null]>([
  [{}, null],
  [{ LANG: '' }, null],
  [{ LANG: 'C' }, null],
  [{ LANG: 'C.UTF-8' }, null],
  [{ LANG: 'POSIX' }, null],
  [{ LANG: 'en_GB.UTF-8' }, 'en-GB'],
  [{ LANG: 'en_US' }, 'en-US'],
  [{ LANG: 'de' }, 'de'],
  [{ LC_TIME: 'de_DE.UTF-8@euro' }, 'de-DE'],
  [{ LANG: 'sr_RS@latin' }, 'sr-RS'],
  [{ LANG: 'zh-Hans-CN' }, 'zh-Hans-CN'],
  [{ LANG: 'no such locale' }, null],
  [{ LANG: '_' }, null],
  [{ LC_TIME: 'fr_FR.UTF-8', LANG: 'en_US.UTF-8' }, 'fr-FR'],
  [{ LC_ALL: 'ja_JP.UTF-8', LC_TIME: 'fr_FR.UTF-8', LANG: 'en_US.UTF-8' }, 'ja-JP'],
  [{ LC_ALL: 'C', LC_TIME: 'fr_FR.UTF-8', LANG: 'en_US.UTF-8' }, null],
  [{ LC_ALL: '', LC_TIME: '', LANG: 'en_AU.UTF-8' }, 'en-AU'],
])('%j is %j', (env, locale) => {
  expect(localeFrom(env)).toBe(locale)
})
