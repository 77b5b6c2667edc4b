import { failed } from '../domain/errors.ts'
import type { openDiary } from './diary.ts'
import { installedPackage, nativeFault } from './file/native.ts'

/** The first version of better-sqlite3 that needs Node's newest native interface, and the number of that interface. */
const newerSqlite = { major: 13, interface: 10 }

/**
 * Loads the modules that open a diary. `node` is the running Node, with the number of its native interface.
 *
 * @throws FuError `failed` if the native part is not installed, or would crash this Node
 */
export async function loadDiary(node: {
  readonly version: string
  readonly napi: string | undefined
}): Promise<typeof openDiary> {
  try {
    if (Number(node.napi) < newerSqlite.interface) refuseNewer(node.version)
    return (await import('./diary.ts')).openDiary
  } catch (error) {
    throw nativeFault(error) ?? error
  }
}

/** An older Node does not refuse an addon for a newer interface: it crashes. */
function refuseNewer(node: string): void {
  const { version } = installedPackage()
  if (Number.parseInt(version, 10) < newerSqlite.major) return
  throw failed(
    `The database driver of fu (better-sqlite3 ${version}) needs Node 22.14 or newer; this is Node ${node}.`,
    'Run fu with a newer Node, or install the older driver: "npm install better-sqlite3@12" where fu is installed.',
  )
}
