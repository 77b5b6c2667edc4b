import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Compiles a file of this folder and what it imports to one script, and returns the path of the script. What is
 * measured must not be slowed down by tsx, which compiles every module that a process loads.
 */
export function compile(name: string, format: 'cjs' | 'esm'): string {
  const outfile = path.join(
    root,
    'node_modules/.cache/bench',
    name.replace(/\.ts$/, format === 'cjs' ? '.cjs' : '.mjs'),
  )
  buildSync({
    entryPoints: [path.join(root, 'test/bench', name)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format,
    target: 'node20.17',
    logLevel: 'warning',
  })
  return outfile
}
