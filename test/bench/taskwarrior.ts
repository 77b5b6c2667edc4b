// The same work in Taskwarrior: open tasks, of which as many are due as on the page of a diary.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { Command } from './measure.ts'

const day = 86_400_000
const due = 230

/** Makes so many tasks in a folder, and returns the command that prints those that are due. */
export function taskwarrior(folder: string, count: number, now: string): Command {
  const settings = path.join(folder, 'taskrc')
  const tasks = path.join(folder, 'tasks.json')
  fs.writeFileSync(
    settings,
    `data.location=${path.join(folder, 'data')}\nconfirmation=off\nverbose=nothing\nhooks=off\ngc=off\n`,
  )
  const today = Date.parse(`${now}Z`)
  const lines = Array.from({ length: count }, (_, number) => JSON.stringify(task(number, today)))
  fs.writeFileSync(tasks, lines.join('\n'))
  execFileSync('task', [`rc:${settings}`, 'import', tasks], { stdio: 'ignore' })
  const tomorrow = new Date(today + day).toISOString().slice(0, 10)
  return { command: ['task', `rc:${settings}`, `due.before:${tomorrow}`, 'list'], env: { HOME: folder } }
}

function task(number: number, today: number): Readonly<Record<string, string>> {
  const isOpen = number % 3 === 2 || number < due * 3
  return {
    description: `send the quote to person ${number}`,
    status: isOpen ? 'pending' : 'completed',
    entry: stamp(today - 90 * day),
    ...(isOpen ? {} : { end: stamp(today - 30 * day) }),
    due: stamp(number < due ? today - (number % 60) * day : today + (10 + (number % 300)) * day),
  }
}

function stamp(time: number): string {
  return new Date(time).toISOString().replaceAll(/[-:]|\.\d+/g, '')
}
