/**
 * The user's locale as a BCP 47 tag, resolved as C programs do it (`LC_ALL`, then `LC_TIME`, then `LANG`), because Node
 * reads only `LANG`; `null` for `C`, `POSIX`, an unset and an unknown locale.
 *
 * @example localeFrom({ LC_TIME: 'de_DE.UTF-8@euro' }) // 'de-DE'
 */
export function localeFrom(env: Readonly<Record<string, string | undefined>>): string | null {
  const named = env['LC_ALL'] || env['LC_TIME'] || env['LANG'] || ''
  if (named === '' || named === 'C') return null
  const tag = named.replace(/[.@].*$/, '').replaceAll('_', '-')
  if (tag === '' || tag === 'C' || tag === 'POSIX') return null
  try {
    return new Intl.Locale(tag).toString()
  } catch {
    return null
  }
}
