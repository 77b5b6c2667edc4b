// npm run demo: a week in a sample diary, and the page it leads to.
import { morning, sampleDiary } from './sample-diary.ts'

const { file, run } = sampleDiary(process.env)
console.log(`${run(morning, 'today')}
That was a Tuesday in a sample diary: ${file}
Look around in it:   FU_DIARY=${file} npx fu show gary
Begin your own:      npx fu add "Somebody You Met" --phone … --promise "…" --due fri
`)
