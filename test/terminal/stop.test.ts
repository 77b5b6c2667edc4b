import { afterEach, describe, expect, it } from 'vitest'
import { pausing, stoppable } from '../../src/terminal/stop.ts'
import { aProgram } from '../support/program.ts'
import { dump } from '../support/diaries.ts'

const listeners = process.listenerCount('SIGINT')

afterEach(() => {
  if (process.listenerCount('SIGINT') !== listeners) throw new Error('it still listens for Ctrl-C')
})

const stopped = { kind: 'interrupted', message: 'Stopped; nothing was written.' }

describe('a work that can be stopped', () => {
  it('goes on to its end where nobody stops it', async () => {
    const rows = stoppable(async (pause) => {
      const read: number[] = []
      for await (const row of pausing([1, 2, 3], pause)) read.push(row)
      return read
    })
    expect(await rows).toEqual([1, 2, 3])
  })

  it('is left at its next pause after Ctrl-C', async () => {
    const did: number[] = []
    const work = stoppable(async (pause) => {
      for (let piece = 1; ; piece += 1) {
        await pause()
        did.push(piece)
        if (piece === 2) process.emit('SIGINT')
        await new Promise((resolve) => setTimeout(resolve, 60))
      }
    })
    await expect(work).rejects.toMatchObject(stopped)
    expect(did).toEqual([1, 2])
  })

  it('is ended at once before its first pause', async () => {
    await stoppable(async () => {
      expect(process.listenerCount('SIGINT')).toBe(listeners)
    })
  })
})

describe('fu import that is stopped', () => {
  const rows = Array.from({ length: 1000 }, (_, index) => `Person ${index},p${index}@x.example`)
  const csv = ['name,email', ...rows, ''].join('\n')

  it.each([
    ['an address book', 'people.csv'],
    ['a diary', 'diary.json'],
  ])('says so, and nothing of %s is written', async (_what, file) => {
    const { fu: before, files } = aProgram({ files: { 'people.csv': csv } })
    await before('import people.csv --map name=name email=email')
    await before('export --format json -o diary.json')
    const { fu, db } = aProgram({ files: Object.fromEntries(files) })
    await fu('add Sue --no-next')
    const stood = dump(db)
    const map = file === 'people.csv' ? ' --map name=name email=email' : ''
    const running = fu(`import ${file}${map}`)
    const limit = () => db.prepare<[], number>('SELECT count(*) FROM contacts').pluck().get() ?? 0
    while (limit() < 20) await new Promise((resolve) => setImmediate(resolve))
    process.emit('SIGINT')
    expect(await running).toEqual({ status: 130, stdout: '', stderr: 'Stopped; nothing was written.\n' })
    expect(dump(db)).toEqual(stood)
  })
})
