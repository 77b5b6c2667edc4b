import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isInstalled } from '../support/installed.ts'
import { callsOf, disk } from './disk.ts'
import { jobs, readied } from './jobs.ts'
import { figure, program, sampled, surroundings } from './program.ts'

const hasStrace = isInstalled('strace')

/** The calls by which a disk is changed, as the kernel names them. */
const changing =
  'openat,creat,write,pwrite64,writev,pwritev,pwritev2,copy_file_range,sendfile,ftruncate,truncate,fallocate,fsync,fdatasync,sync_file_range,unlink,unlinkat,rename,renameat,renameat2,link,linkat,symlink,mkdir,mkdirat,rmdir,chmod,fchmod'

describe.skipIf(disk === null || !hasStrace)('what stands before the disk (needs strace)', () => {
  it.each(sampled(jobs, 2))('misses no call that the kernel sees: $name', async (job) => {
    const ready = await readied(job)
    const counted = await callsOf(ready.anew(), job.words, job.now, { what: 'kill' })
    const folder = ready.anew()
    const log = `${folder}.strace`
    // Threads are followed, and what the program starts beside itself is not.
    const words = [
      '-f',
      '-b',
      'execve',
      '-y',
      '-s',
      '0',
      '-e',
      `trace=${changing}`,
      '-o',
      log,
      process.execPath,
      program,
    ]
    const started = fs.existsSync(folder) ? folder : '/'
    const env = { ...surroundings(folder), FU_NOW: job.now }
    expect(spawnSync('strace', [...words, ...job.words], { cwd: started, env }).status).toBe(0)
    const calls = fs.readFileSync(log, 'utf8').split('\n')
    const seen = calls.filter(
      (line) => line.includes(folder) && (!/ openat\(/.test(line) || line.includes('O_CREAT')),
    )
    figure(`calls to the disk that strace sees in ${job.name}: ${seen.length}; that are counted: ${counted}`)
    expect(counted).toBeGreaterThanOrEqual(seen.length)
  })
})
