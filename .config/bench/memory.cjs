// Loaded before a program that is measured: writes the most memory it took, in KB, when it ends.
'use strict'
const fs = require('node:fs')

process.on('exit', () => {
  fs.writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS))
})
