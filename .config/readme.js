// Writes into README.md what the program prints: its help, and the pages of its examples. The test of the README
// holds them to it.
import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { refreshed } from './readme-blocks.js'

const file = fileURLToPath(new URL('../README.md', import.meta.url))
fs.writeFileSync(file, refreshed(fs.readFileSync(file, 'utf8')))
