import { expect, test } from 'vitest'
import { aProgram } from '../support/program.ts'
import { session } from '../support/session.ts'

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

test('who may be contacted again is named with what was dropped for the mark (R58)', async () => {
  expect(
    await session([
      'add "Zed Hart" --phone 0411222778 --promise "quote for the pump" --due mon',
      'promise zed "an old thing" --due fri',
      'drop 2 --why "of no use"',
      'edit zed --do-not-contact',
      'edit zed --may-contact',
      'promise zed "quote for the pump" --due mon',
      'edit zed --do-not-contact call',
      'edit zed --may-contact',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Zed Hart" --phone 0411222778 --promise "quote for the pump" --due mon
    Added Zed Hart (@1). Promised Zed Hart: quote for the pump, Mon 30 Nov. (fu undo)
    $ fu promise zed "an old thing" --due fri
    Promised Zed Hart: an old thing, Fri 27 Nov. (fu undo)
    $ fu drop 2 --why "of no use"
    Dropped 2 (Zed Hart, an old thing): of no use. (fu undo)
    $ fu edit zed --do-not-contact
    Changed Zed Hart: do not contact. Dropped what was open: 1 (Zed Hart, quote for the pump). (fu undo)
    $ fu edit zed --may-contact
    Changed Zed Hart: may be contacted. Dropped when they were marked: 1 (Zed Hart, quote for the pump). For anything that still holds: fu promise @1 … --due … (fu undo)
    $ fu promise zed "quote for the pump" --due mon
    Promised Zed Hart: quote for the pump, Mon 30 Nov. (fu undo)
    $ fu edit zed --do-not-contact call
    Changed Zed Hart: do not contact by call. (fu undo)
    $ fu edit zed --may-contact
    Changed Zed Hart: may be contacted. (fu undo)
    "
  `)
})

test('a mark that was made on another machine holds here too, and one undo takes it back (R58)', async () => {
  const there = aProgram({ now: '2026-11-25 09:00' })
  await there.fu('add "Gary Lee" -p +61412555019 --no-next')
  await there.fu('export --format json -o first.json')
  await there.fu('edit gary --do-not-contact --nick Gaz')
  await there.fu('export --format json -o second.json')
  const { fu } = aProgram({ now: '2026-11-25 09:00', files: Object.fromEntries(there.files) })
  await fu('import first.json')
  expect(await fu('import second.json')).toEqual({
    status: 0,
    stdout: 'second.json (a diary), 1 row: 1 merged. (fu undo)\n',
    stderr:
      'people 1, Gary Lee, is now marked here too (@1): do not contact at all; --update would add nickname Gaz.\n',
  })
  expect(await fu('promise gary "call him" --due fri')).toMatchObject({ status: 5 })
  expect((await fu('import second.json')).stdout).toMatch('1 skipped')
  await fu('undo')
  expect(await fu('promise gary "call him" --due fri')).toMatchObject({ status: 0 })
})

test('what the user dropped in the words of the mark was not dropped by it (R58)', async () => {
  const program = aProgram()
  const words = 'does not want to be contacted'
  const lines = [
    'add Zed --promise quote --due mon',
    'promise zed "a call" --due fri',
    'edit zed --do-not-contact',
    'edit zed --may-contact',
    'promise zed letter --due fri',
    `drop 3 --why "${words}"`,
    'edit zed --do-not-contact',
  ]
  for (const [index, line] of lines.entries()) {
    program.setClock(`2026-11-25 14:${20 + index}`)
    expect([line, (await program.fu(line)).status]).toEqual([line, 0])
  }
  const freed = 'Dropped when they were marked: 1 (Zed, quote), 2 (Zed, a call).'
  expect((await program.fu('edit zed --may-contact')).stdout).toContain(freed)
})
