import fs from 'node:fs'
import path from 'node:path'

/** The licences of the packages that are in these builds, one after another. */
export function licences(root, builds) {
  const inputs = builds.flatMap(({ metafile }) => Object.keys(metafile.inputs))
  const packages = new Set(
    inputs
      .map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1])
      .filter((folder) => folder !== undefined),
  )
  const notices = [...packages]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((folder) => {
      const place = path.join(root, folder)
      const { name, version, license } = JSON.parse(fs.readFileSync(path.join(place, 'package.json'), 'utf8'))
      const file = fs.readdirSync(place).find((entry) => /^licen[cs]e/i.test(entry))
      const text = file === undefined ? license : fs.readFileSync(path.join(place, file), 'utf8').trim()
      return `${name} ${version}\n\n${text}\n`
    })
  return notices.join('\n---\n\n')
}
