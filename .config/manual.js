// Writes dist/fu.1, the manual page, as the built program prints it from its own list of commands.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
const page = execFileSync(process.execPath, [path.join(root, 'bin/fu.js'), 'manual', version])
fs.writeFileSync(path.join(root, 'dist/fu.1'), page)
