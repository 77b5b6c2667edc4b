import { expect, test } from 'vitest'
import { uidOfName } from '../../../src/diary/writing/name-uid.ts'

test('a name has one UUID, the same for ever', () => {
  expect(uidOfName('call +61412555019 1795624805 missed')).toBe('8d522c77-b053-57cb-954d-79fe969659f1')
  expect(uidOfName('call +61412555019 1795624805 outgoing')).not.toBe(
    uidOfName('call +61412555019 1795624805 missed'),
  )
})
