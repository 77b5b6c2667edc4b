import path, { type PlatformPath } from 'node:path'

/** The environment that determines the location of the diary. */
export type Surroundings = {
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

/**
 * The default location of the diary: `diary.db` in the platform's data folder for `fu`. A relative `XDG_DATA_HOME` is
 * ignored, as the XDG specification requires. `null` without a home folder.
 */
export function defaultPlace({ platform, env, home }: Surroundings): string | null {
  const paths = platform === 'win32' ? path.win32 : path.posix
  const folder = dataFolder({ platform, env, home }, paths)
  return folder === null ? null : paths.join(folder, 'diary.db')
}

/** The default location of a sample diary: beside the user's own. */
export function demoPlace(diary: string): string {
  return path.join(path.dirname(diary), 'demo.db')
}

/** The file beside a diary that records which of its promises were told. */
export function reminderFile(diary: string): string {
  return `${diary}.reminders.json`
}

/** Expands a path like a shell: `~`, alone or before a separator, is the home folder. */
export function expandHome(file: string, world: Pick<Surroundings, 'platform' | 'home'>): string {
  const isInHome = world.platform === 'win32' ? /^~(?=[\\/]|$)/ : /^~(?=\/|$)/
  // Finding the home folder takes time.
  return isInHome.test(file) && world.home !== '' ? file.replace(isInHome, () => world.home) : file
}

function dataFolder({ platform, env, home }: Surroundings, paths: PlatformPath): string | null {
  const absolute = (value: string | undefined): string | null =>
    value !== undefined && paths.isAbsolute(value) ? value : null
  const inHome = (...names: string[]): string | null => {
    const base = absolute(home)
    return base === null ? null : paths.join(base, ...names)
  }
  if (platform === 'win32') {
    const local = absolute(env['LOCALAPPDATA']) ?? inHome('AppData', 'Local')
    return local === null ? null : paths.join(local, 'fu')
  }
  if (platform === 'darwin') return inHome('Library', 'Application Support', 'fu')
  const data = absolute(env['XDG_DATA_HOME']) ?? inHome('.local', 'share')
  return data === null ? null : paths.join(data, 'fu')
}
