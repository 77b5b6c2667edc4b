// Who reads cards, and what they find in them.
import fs from 'node:fs'
import path from 'node:path'
import { blocks, byUid, plain, readByPython, said } from './programs.js'
import { same } from './report.js'

/** Python's vobject: every field, as it stands. */
export function vobjectReadsCards({ folder, cards, people }) {
  const output = readByPython(folder, 'cards', cards)
  if (output === null) return null
  const found = byUid(output)
  same('how many', found.size, people.length)
  for (const person of people) {
    const card = found.get(person.uid)
    const of = `of ${person.name}`
    const { name, company, nick, note } = person
    for (const [field, text] of Object.entries({ name, company, nick, note })) {
      same(`${field} ${of}`, card?.[field], plain(text))
    }
    same(
      `parts ${of}`,
      card?.words.join(' ').trim(),
      plain(name)
        .split(/[\p{Zs}\t\n]+/u)
        .join(' '),
    )
    same(`tags ${of}`, card?.tags, person.tags.map(plain))
    same(`phones ${of}`, valuesOf(card?.phones), valuesOf(person.phones))
    same(`emails ${of}`, valuesOf(card?.emails), valuesOf(person.emails))
    same(
      `addresses ${of}`,
      valuesOf(card?.addresses),
      person.addresses.map(({ text }) => plain(text)),
    )
    // The others are said by a TYPE.
    const spelled = person.phones.map(({ label }) => label).filter((label) => label?.startsWith('desk'))
    same(
      `labels ${of}`,
      card?.phones.flatMap(({ label }) => label ?? []),
      spelled,
    )
  }
}

/** khard, an address book for the terminal: names, phones, emails, as it lists them. */
export function khardReadsCards({ folder, cards, people }) {
  const book = path.join(folder, 'book')
  const config = path.join(folder, 'khard.conf')
  fs.mkdirSync(book)
  for (const [index, card] of blocks(fs.readFileSync(cards, 'utf8'), 'VCARD').entries()) {
    fs.writeFileSync(path.join(book, `${index}.vcf`), card)
  }
  fs.writeFileSync(config, `[addressbooks]\n[[book]]\npath = ${book}\n[general]\ndefault_action = list\n`)
  const khard = (...words) => said(folder, 'khard', ['-c', config, ...words])
  const list = khard('list', '--parsable')
  if (list === null) return null
  const names = byUid(columnsOf(list).map(([uid, name]) => ({ uid, name })))
  same('how many', names.size, people.length)
  for (const { uid, name } of people) same(`name of ${name}`, names.get(uid)?.name, plain(name))
  const listed = (output) =>
    columnsOf(output)
      .map(([value]) => value)
      .toSorted()
  const known = (field) => people.flatMap((person) => valuesOf(person[field])).toSorted()
  same('phones', listed(khard('phone', '--parsable')), known('phones'))
  // Its first line tells what is searched for.
  const emails = listed(khard('email', '--parsable')).filter((value) => value.includes('@'))
  same('emails', emails, known('emails'))
}

function columnsOf(text) {
  return text
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => line.split('\t'))
}

function valuesOf(list) {
  return list?.map(({ value }) => value)
}
