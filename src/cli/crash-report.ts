import fs from 'node:fs'
import type { SourceMap, SourceMapPayload } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { createPrivateFile } from '../files/create.ts'

/**
 * Writes the details of a bug to a new file that only its user can read, with positions in `src/` instead of the
 * bundle; returns the file's path.
 *
 * @param bundle the file in the stack trace; its source map is beside it, or there is none
 */
export function writeCrashReport(details: string, bundle: string): string {
  const map = sourceMapOf(bundle)
  const report = map === null ? details : withSourcePositions(details, bundle, map)
  return createPrivateFile(tmpdir(), 'crash-report.txt', report)
}

/** `null` if the program runs from source. */
function sourceMapOf(bundle: string): SourceMap | null {
  const file = `${bundle}.map.br`
  if (!fs.existsSync(file)) return null
  const payload = JSON.parse(brotliDecompressSync(fs.readFileSync(file)).toString()) as SourceMapPayload
  return new (process.getBuiltinModule('node:module').SourceMap)(payload)
}

type Position = { readonly place: string; readonly name: string | null }

/**
 * Maps a stack trace of the bundle to the source. The bundle shortens function names: the original name of a function
 * is at the position of its call, on the next line.
 */
export function withSourcePositions(stack: string, bundle: string, map: SourceMap): string {
  const lines = stack.split('\n')
  const positions = lines.map((line) => sourcePosition(line, bundle, map))
  return lines
    .map((line, index) => {
      const position = positions[index]
      if (position === null || position === undefined) return line
      const name = positions[index + 1]?.name ?? null
      return name === null ? `    at ${position.place}` : `    at ${name} (${position.place})`
    })
    .join('\n')
}

function sourcePosition(line: string, bundle: string, map: SourceMap): Position | null {
  const [, position = ''] = line.split(`${bundle}:`)
  const [, row, column] = /^(\d+):(\d+)\)?$/.exec(position) ?? []
  if (!/^\s+at /.test(line) || row === undefined || column === undefined) return null
  const origin = map.findOrigin(Number(row), Number(column))
  if (!('fileName' in origin)) return null
  const { fileName, lineNumber, name } = origin
  // The map of a bundle has no columns.
  return { place: `${path.posix.join('dist', fileName)}:${lineNumber}`, name: name ?? null }
}
