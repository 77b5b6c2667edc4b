import { expect, test } from 'vitest'
import { diaryOn } from '../../src/diary/diary.ts'
import type { Transaction } from '../../src/diary/writing/transaction.ts'
import { aDue, aMoment } from '../support/facts.ts'
import { aProgram } from '../support/program.ts'

const phone = { label: null, value: '0411222333', readable: '0411 222 333', e164: null }

/** What another terminal writes in the same diary. */
function elsewhere(db: Parameters<typeof diaryOn>[0], work: (tx: Transaction) => unknown): void {
  diaryOn(db, 'diary.db').write({ command: 'elsewhere', at: aMoment('2026-11-25 14:20') }, work)
}

test('a number that another terminal adds while the editor is open is kept, and so is what is typed', async () => {
  const program = aProgram({
    edits: [
      (text) => {
        elsewhere(program.db, (tx) =>
          tx.editContact(1, (contact) => ({ ...contact, phones: [...contact.phones, phone] })),
        )
        return text.replace('phone: 0412555019', 'phone: 0412555000')
      },
    ],
    answers: [],
    columns: 80,
  })
  await program.fu('add "Gary Lee" -p 0412555019 --no-next')
  await program.fu('edit gary')
  const { stdout } = await program.fu('show gary --json')
  const { contact } = JSON.parse(stdout) as { contact: { phones: { value: string }[] } }
  expect(contact.phones.map(({ value }) => value)).toEqual(['0412555000', '0411222333'])
})

test('what another terminal took back is said to be gone, and nothing is written', () => {
  const { db } = aProgram()
  expect(() => {
    elsewhere(db, (tx) => tx.snoozePromise(7, aDue('2026-12-20').day))
  }).toThrow(
    expect.objectContaining({
      kind: 'not-found',
      message: 'Promise 7 no longer exists; nothing was written.',
    }),
  )
})
