// Loaded before a program that is measured: when it ends, writes its peak memory, in KB.
import fs from 'node:fs'

process.on('exit', () => {
  fs.writeFileSync(process.env['BENCH_MEMORY'] ?? '', String(process.resourceUsage().maxRSS))
})
