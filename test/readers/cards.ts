// Programs that read cards, and what they find in them.
import fs from 'node:fs'
import path from 'node:path'
import type { Exported } from './diary.ts'
import { blocks, byUid, outputOf, plain, readByPython } from './programs.ts'
import { same, type Reading } from './report.ts'

/** Python's vobject: every field, as it is. */
export function vobjectReadsCards({ folder, cards, people }: Exported): Reading {
  const output = readByPython(folder, 'cards', cards)
  if (output === null) return 'not installed'
  const found = byUid(output)
  same('how many', found.size, people.length)
  for (const person of people) {
    const card = found.get(person.uid)
    const of = `of ${person.name}`
    const words = plain(person.name).split(/[\p{Zs}\t\n]+/u)
    for (const field of ['name', 'company', 'nick', 'note'] as const) {
      const text = person[field]
      same(`${field} ${of}`, card?.[field], text === null ? null : plain(text))
    }
    same(`parts ${of}`, card?.words.join(' ').trim(), words.join(' '))
    same(`tags ${of}`, card?.tags, person.tags.map(plain))
    same(`phones ${of}`, valuesOf(card?.phones), valuesOf(person.phones))
    same(`emails ${of}`, valuesOf(card?.emails), valuesOf(person.emails))
    const addresses = person.addresses.map(({ text }) => plain(text))
    same(`addresses ${of}`, valuesOf(card?.addresses), addresses)
    // The other labels are written as a TYPE.
    const ownLabels = person.phones.map(({ label }) => label).filter((label) => label?.startsWith('desk'))
    const foundLabels = card?.phones.flatMap(({ label }) => label ?? [])
    same(`labels ${of}`, foundLabels, ownLabels)
  }
  return 'read'
}

/** khard, an address book for the terminal: names, phones and emails, as it lists them. */
export function khardReadsCards({ folder, cards, people: all }: Exported): Reading {
  // It lists a name of several lines as several people.
  const people = all.filter(({ name }) => !plain(name).includes('\n'))
  const uids = new Set(people.map(({ uid }) => uid))
  const book = path.join(folder, 'book')
  const config = path.join(folder, 'khard.conf')
  fs.mkdirSync(book)
  for (const [index, card] of blocks(fs.readFileSync(cards, 'utf8'), 'VCARD').entries()) {
    const [, uid = ''] = /^UID:(.*)\r$/m.exec(card) ?? []
    if (uids.has(uid)) fs.writeFileSync(path.join(book, `${index}.vcf`), card)
  }
  fs.writeFileSync(config, `[addressbooks]\n[[book]]\npath = ${book}\n[general]\ndefault_action = list\n`)
  const khard = (...words: string[]): string[][] | null => {
    const output = outputOf(folder, 'khard', ['-c', config, ...words])
    return output === null ? null : columnsOf(output)
  }
  const list = khard('list', '--parsable')
  if (list === null) return 'not installed'
  const names = new Map(list.map(([uid, name]) => [uid, name]))
  same('how many', names.size, people.length)
  for (const { uid, name } of people) same(`name of ${name}`, names.get(uid), plain(name))
  const values = (what: string): string[] =>
    (khard(what, '--parsable') ?? []).map(([value = '']) => value).toSorted()
  const known = (field: 'phones' | 'emails'): string[] =>
    people.flatMap((person) => valuesOf(person[field]) ?? []).toSorted()
  same('phones', values('phone'), known('phones'))
  // The first line of its emails says what is searched for.
  const emails = values('email').filter((value) => value.includes('@'))
  same('emails', emails, known('emails'))
  return 'read'
}

function columnsOf(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t'))
}

function valuesOf(list: readonly { readonly value: string }[] | undefined): string[] | undefined {
  return list?.map(({ value }) => value)
}
