// npm run pictures: makes the pictures of the README from a sample diary. The printed page needs chromium.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { pagePicture, printedPage } from './page-picture.ts'

const folder = fileURLToPath(new URL('../../.github/', import.meta.url))
fs.writeFileSync(path.join(folder, 'page.svg'), pagePicture())

const html = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'fu-pictures-')), 'page.html')
fs.writeFileSync(html, printedPage())
const { status, error } = spawnSync('chromium', [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--hide-scrollbars',
  '--force-device-scale-factor=1',
  '--window-size=620,1000',
  `--screenshot=${path.join(folder, 'printed-page.png')}`,
  `file://${html}`,
])
if (status !== 0) throw error ?? new Error(`chromium ended with status ${status}`)
