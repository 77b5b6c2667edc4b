// npm run readme: writes what the program prints into the examples of README.md. `readme.test.ts` compares them.
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { withCurrentOutput } from './examples.ts'

const file = fileURLToPath(new URL('../../README.md', import.meta.url))
fs.writeFileSync(file, withCurrentOutput(fs.readFileSync(file, 'utf8')))
