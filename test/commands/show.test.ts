import { expect, test } from 'vitest'
import { aProgram, type Program } from '../support/program.ts'
import { fields, json, list } from '../support/json-fields.ts'

/** José in Madrid, who sent Noa; an offer to him; what he asked was answered. */
async function withJose(): Promise<Program> {
  const program = aProgram()
  const { fu, setClock } = program
  await fu('add "José Álvarez" --kind partner --zone Europe/Madrid --phone "+34 911 23 45 67" --no-next')
  await fu('add "Noa Levi" --from jose --no-next')
  await fu('log jose lunch --offer "900 a pallet"')
  setClock('2026-11-26 21:30')
  await fu('heard jose "what of the pallets?"')
  setClock('2026-11-26 21:40')
  await fu('done 2 "they are dry" --no-next')
  return program
}

test('fu show prints the card', async () => {
  const { fu } = await withJose()
  expect(await fu('show jose')).toEqual({
    status: 0,
    stdout: `
  José Álvarez @1
  phone         +34 911 23 45 67
  prefers       never asked
  time zone     Europe/Madrid, 22:40 there now, outside 8:00 to 21:00
  kind          partner
  added         Wed 25 Nov
  last contact  Thu 26 Nov
  you started   1 of 2

  OPEN PROMISES
     1  thank them for sending Noa Levi · Thu 26 Nov

  OFFERS
  Wed 25 Nov          900 a pallet

  GIVE AND GET
    they gave  one person, Noa Levi (@2)
    you gave   1 promise kept

  HISTORY
  Thu 26 Nov 21:40  → kept "call back: what of the pallets?": they are dry;
                      nothing is next, as meant
  Thu 26 Nov 21:30    set "call back: what of the pallets?" for Fri 27 Nov
  Thu 26 Nov 21:30  ← they called: what of the pallets?
  Wed 25 Nov 14:20    set "thank them for sending Noa Levi" for Thu 26 Nov
  Wed 25 Nov 14:20  → lunch; offered 900 a pallet

`,
    stderr: '',
  })
})

test('fu show --json holds what is worked out, besides the card in three parts', async () => {
  const { fu } = await withJose()
  const card = fields(await json(fu, 'show jose'))
  expect(Object.keys(card)).toEqual([
    'version',
    'contact',
    'promises',
    'entries',
    'theirTime',
    'starts',
    'sent',
  ])
  expect(list(card['entries']).map((entry) => fields(entry)['offer'])).toEqual(['900 a pallet', null, null])
  expect(card).toMatchObject({
    theirTime: { time: '22:40', outside: true },
    starts: { mine: 1, theirs: 1 },
    sent: [{ id: 2, name: 'Noa Levi' }],
  })
  expect(fields(await json(fu, 'show noa'))).toMatchObject({ theirTime: null, sent: [] })
})

// A merge that is taken back leaves an entry with whom the cards were one; the promise it is about is not theirs.
test('the card knows of a try that was written while two cards were one', async () => {
  const { fu } = aProgram()
  await fu('add Ann --promise "send the quote" --due today')
  await fu('add Ben --no-next')
  await fu('merge @1 @2 --yes')
  await fu('tried 1 --voicemail')
  await fu('undo 3')
  expect((await fu('list')).stdout).toContain('next Mon 30 Nov')
  expect((await fu('show @1')).stdout).toContain('send the quote · Wed 25 Nov · next Mon 30 Nov · 2nd try')
})
