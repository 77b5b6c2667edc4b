// npm run demo: the page of today in a sample diary, and how to look around in it.
import { sampleDiary } from './sample-diary.ts'

// At the time of this machine's clock.
const { file, run } = sampleDiary({ ...process.env, FU_NOW: process.env['FU_NOW'] })
console.log(`${run('today')}
This is a sample diary: ${file}
Look around in it:   FU_DIARY=${file} npx fu show gary
Begin your own:      npx fu add "Somebody You Met" --phone … --promise "…" --due fri
`)
