// The same work in Taskwarrior: open tasks of which as many are due as on the page of a diary.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const day = 86_400_000
const due = 230

/** A command that prints what is due of so many tasks, which are made in a folder of their own. */
export function taskwarrior(folder, count, now) {
  const settings = path.join(folder, 'taskrc')
  const data = path.join(folder, 'data')
  fs.writeFileSync(settings, `data.location=${data}\nconfirmation=off\nverbose=nothing\nhooks=off\ngc=off\n`)
  const today = Date.parse(`${now}Z`)
  const tasks = Array.from({ length: count }, (_, number) => ({
    description: `send the quote to person ${number}`,
    status: number % 3 === 2 ? 'pending' : number < due * 3 ? 'pending' : 'completed',
    entry: stamp(today - 90 * day),
    ...(number % 3 === 2 || number < due * 3 ? {} : { end: stamp(today - 30 * day) }),
    due: stamp(number < due ? today - (number % 60) * day : today + (10 + (number % 300)) * day),
  }))
  fs.writeFileSync(path.join(folder, 'tasks.json'), tasks.map((task) => JSON.stringify(task)).join('\n'))
  const task = ['task', `rc:${settings}`]
  execFileSync(task[0], [...task.slice(1), 'import', path.join(folder, 'tasks.json')], { stdio: 'ignore' })
  return {
    command: [...task, `due.before:${new Date(today + day).toISOString().slice(0, 10)}`, 'list'],
    env: { HOME: folder },
  }
}

function stamp(time) {
  return new Date(time).toISOString().replaceAll(/[-:]|\.\d+/g, '')
}
