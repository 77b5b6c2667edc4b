import path from 'node:path'

/** The surroundings that say where a diary lies. */
export type Surroundings = {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/**
 * Where the diary lies when nobody says: `diary.db` in the platform's data folder for `fu`. Relative folders in
 * `XDG_DATA_HOME` are ignored, as its specification asks. `null` where there is no home to put it in.
 */
export function defaultPlace({ platform, env, home }: Surroundings): string | null {
  const folder = dataFolder(platform, env, home)
  return folder === null ? null : path.join(folder, 'diary.db')
}

function dataFolder(platform: string, env: Surroundings['env'], home: string): string | null {
  const absolute = (value: string | undefined): string | null =>
    value !== undefined && path.isAbsolute(value) ? value : null
  const inHome = (...names: string[]): string | null => {
    const base = absolute(home)
    return base === null ? null : path.join(base, ...names)
  }
  if (platform === 'win32') {
    const local = absolute(env['LOCALAPPDATA']) ?? inHome('AppData', 'Local')
    return local === null ? null : path.join(local, 'fu')
  }
  if (platform === 'darwin') return inHome('Library', 'Application Support', 'fu')
  const data = absolute(env['XDG_DATA_HOME']) ?? inHome('.local', 'share')
  return data === null ? null : path.join(data, 'fu')
}
