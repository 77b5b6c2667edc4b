import { expect, test } from 'vitest'
import { aPlace, figure, fu, isFull, lettered, mustDo, upTo } from './program.ts'
import { faultsIn, heldIn } from './sound.ts'

const loops = isFull ? 400 : 10
const writers = 4

test('kill -9 at random moments loses, doubles and halves nothing that was acknowledged', async () => {
  const folder = aPlace()
  await mustDo(folder, line('Begun'))
  const began = performance.now()
  await Promise.all(upTo(writers).map((writer) => mustDo(folder, line(`Begun ${writer}`))))
  // How long writers take that nobody ends: kills are spread over that, and a little beyond it.
  const usual = performance.now() - began
  const said = ['Begun', ...upTo(writers).map((writer) => `Begun ${writer}`)]
  const tried = new Set(said)
  const faults: string[] = []
  let kills = 0
  for (const loop of upTo(loops)) {
    await Promise.all(
      upTo(writers).map(async (writer) => {
        const name = `Loop ${lettered(loop)} Writer ${writer}`
        tried.add(name)
        let ending: NodeJS.Timeout | undefined
        const started = (kill: () => void): void => {
          ending = setTimeout(kill, Math.random() * usual * 1.1)
        }
        const { stdout, signal, stderr, status } = await fu(folder, line(name), { started })
        clearTimeout(ending)
        if (signal === 'SIGKILL') kills += 1
        else if (status !== 0) faults.push(`${name} ended with ${status}: ${stderr}`)
        if (stdout.startsWith(`Added ${name} `)) said.push(name)
      }),
    )
    const next = `Next ${lettered(loop)}`
    tried.add(next)
    await mustDo(folder, line(next))
    said.push(next)
    const { contacts } = heldIn(folder)
    const doubled = contacts.filter((name, index) => contacts.indexOf(name) !== index)
    faults.push(
      ...said.filter((name) => !contacts.includes(name)).map((name) => `${name} is lost`),
      ...doubled.map((name) => `${name} is there twice`),
      ...contacts.filter((name) => !tried.has(name)).map((name) => `nobody wrote ${name}`),
      ...(loop % 10 === 0 ? faultsIn(folder) : []),
    )
  }
  faults.push(...faultsIn(folder))
  expect((await fu(folder, ['doctor'])).status).toBe(0)
  figure(
    `kill -9 at random: ${loops} loops of ${writers} writers, ${kills} killed, ${said.length} acknowledged, ${faults.length} faults`,
  )
  expect(faults).toEqual([])
})

function line(name: string): string[] {
  return ['add', name, '--no-next']
}
