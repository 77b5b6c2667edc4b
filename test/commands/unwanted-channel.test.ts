import { expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'

test('a channel that they do not want is not offered, and the line says so (R58)', async () => {
  const { fu } = aProgram({ now: '2026-11-25 09:00' })
  await fu('add Gary -p 0412555019 -e gary@lee.example --promise "the papers" --due today')
  expect((await fu('edit gary --do-not-contact call')).stdout).toBe(
    'Changed Gary: do not contact by call. (fu undo)\n',
  )
  const line = async () => (await fu('today')).stdout.split('\n').slice(3, 6)
  expect(await line()).toEqual([
    '  ▸  1  Gary                                                  gary@lee.example',
    '        the papers',
    '        you said Wed 25 Nov · not by call, as they asked',
  ])
  await fu('edit gary --no-email')
  expect((await line())[0]).toBe(
    '  ▸  1  Gary                                                 text 0412 555 019',
  )
  await fu('edit gary --do-not-contact call --do-not-contact text')
  expect((await line())[0]).toBe('  ▸  1  Gary')
  await fu('edit gary --may-contact')
  expect(await line()).toEqual([
    '  ▸  1  Gary                                                      0412 555 019',
    '        the papers',
    '        you said Wed 25 Nov',
  ])
})

test('no number is asked for where they do not want to be called (R2, R58)', async () => {
  const { fu } = aProgram({ now: '2026-11-25 09:00' })
  await fu('add Gary -e gary@lee.example --by call --promise "the papers" --due today')
  const line = async () => (await fu('today')).stdout.split('\n')[5]
  expect(await line()).toBe('        you said Wed 25 Nov · no number: fu edit @1 --phone …')
  await fu('edit gary --do-not-contact call')
  expect(await line()).toBe('        you said Wed 25 Nov · not by call, as they asked')
})

test('a wrong number stays wrong in another diary, where numbers are grouped in another way', async () => {
  const written = aProgram({ now: '2026-11-25 09:00', world: { locale: 'en-AU' } })
  await written.fu('add Gary -p 0412555019 --promise call --due today')
  await written.fu('tried 1 --wrong-number')
  await written.fu('export --format json -o diary.json')
  const other = aProgram({
    now: '2026-11-25 09:00',
    files: Object.fromEntries(written.files),
    world: { locale: null },
  })
  await other.fu('import diary.json')
  expect((await other.fu('today')).stdout).toMatch('find the right number: call')
})
