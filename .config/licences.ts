import fs from 'node:fs'
import path from 'node:path'

type Manifest = { readonly name: string; readonly version: string; readonly license?: string }

/** The licences of the packages that contain these files, one after another. */
export function licences(root: string, files: readonly string[]): string {
  const folders = files
    .map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0])
    .filter((folder) => folder !== undefined)
  return [...new Set(folders)]
    .toSorted()
    .map((folder) => licence(path.join(root, folder)))
    .join('\n---\n\n')
}

function licence(folder: string): string {
  const { name, version, license } = JSON.parse(
    fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
  ) as Manifest
  const file = fs.readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file === undefined ? license : fs.readFileSync(path.join(folder, file), 'utf8').trim()
  return `${name} ${version}\n\n${text ?? ''}\n`
}
