import { describe, expect, it, test } from 'vitest'
import { readColumns } from '../../../../src/formats/address-books/table/columns.ts'
import { columnsWithoutField } from '../../../../src/formats/address-books/headers/without-field.ts'
import {
  fillerWords,
  labelWords,
  nameWords,
  reachWords,
} from '../../../../src/formats/address-books/headers/words.ts'
import { programOf } from '../../../../src/formats/address-books/program.ts'
import { csvHead } from '../../../../src/formats/csv/head.ts'
import { fixture } from '../imported-people.ts'

/** The first lines of tables as programs and people write them, with what each column holds: "Prénom = first". */
const tables = Buffer.from(fixture('headers.txt'))
  .toString()
  .split('\n\n')
  .map((table) => {
    const [title = '', ...lines] = table.trim().split('\n')
    const [, name = '', program = ''] = /^# (.*): (.*)$/.exec(title) ?? []
    return { name, program, columns: lines.map((line) => line.split(' = ')) }
  })

/** What the columns of a table hold, by their names as they stand in its first line. */
function heldIn(names: readonly (string | undefined)[]): string[] {
  const { columns } = csvHead([`${names.map((name) => `"${name ?? ''}"`).join()}\n`])
  return readColumns(columns, new Map(), false).map(({ field, label }) => `${field} ${label}`.trim())
}

describe('each column is known by its name (R71)', () => {
  it.each(tables)('$name', ({ columns, program }) => {
    const names = columns.map(([name]) => name ?? '')
    expect(programOf(names)).toBe(program)
    expect(heldIn(names).map((held, index) => `${names[index]} = ${held}`)).toEqual(
      columns.map((column) => column.join(' = ')),
    )
  })

  it.each([
    'PHONE',
    'phone',
    'Phone:',
    'Phone *',
    ' Phone ',
    'phone_number',
    'phoneNumber',
    'Phone-No.',
    'T\u00e9l.',
  ])('however it is written: %s', (name) => {
    expect(heldIn([name, 'x'])[0]).toBe('phone')
  })

  it.each([
    ['Straße', 'street'],
    ['STRASSE', 'street'],
    ['E-mail', 'email'],
    ['eMail', 'email'],
    ['Cumplean\u0303os', 'birthday'],
  ])('in letters of any kind: %s', (name, field) => {
    expect(heldIn([name, 'x', 'PLZ'])[0]).toBe(field)
  })

  it.each([
    ['Name', 'whole'],
    ['First,Last', 'first,last'],
    ['Contact First Name,Contact', 'first,contact'],
    ['Name,Vorname', 'last,first'],
    ['Nom,Prénom', 'last,first'],
    ['Nombre,Apellidos', 'first,last'],
    ['Nome,Cognome', 'first,last'],
    ['Name,Given Name,Family Name', 'whole,first,last'],
    ['Title,First Name,Phone', 'prefix,first,phone'],
    ['First Name,Title,Phone', 'first,job,phone'],
    ['First Name,Title,Job Title', 'first,prefix,job'],
    ['Titre,Prénom,Titre', 'prefix,first,job'],
    ['Titel,Name', 'prefix,whole'],
    ['Beruf,Name', 'job,whole'],
    ['Beruf,Position', 'extra,job'],
    ['Geburtstag', 'birthday'],
    ['Geburtsjahr,Geburtsmonat,Geburtstag', 'birthYear,birthMonth,birthDay'],
    ['Birth Day', 'birthday'],
    ['Mois,Jour', 'unknown,unknown'],
    ['Aniversario,Apellidos', 'anniversary,last'],
    ['Aniversário,Nome', 'birthday,whole'],
    ['Apelido,Nome', 'last,first'],
    ['Apelido,Nome,Sobrenome', 'nick,first,last'],
    ['Adresse privée,Ville,Adresse professionnelle,Ville', 'address home,city home,address work,city work'],
    ['Strasse,PLZ,Telefon,Ort', 'street,code,phone,city'],
    ['Home Street,Home City,Street,City', 'street home,city home,street,city'],
    ['Name,State', 'whole,extra'],
  ])('beside the others: %s', (names, held) => {
    expect(heldIn(names.split(',')).join()).toBe(held)
  })

  it.each([
    'Company ID',
    'Last contact',
    'First seen',
    'Contact owner',
    'Phone type',
    'Shoe size',
    'Country code',
    'Name of dog',
    '电话',
    '',
  ])('or by none: %j', (name) => {
    expect(heldIn(['Email', name, 'x'])[1]).toBe('unknown')
  })
})

test('each word has one meaning, in plain letters', () => {
  const lists = [
    ...Object.values({ ...nameWords, ...reachWords, ...labelWords }),
    fillerWords,
    columnsWithoutField,
  ]
  const phrases = lists.flatMap((list) => list.split(',').map((phrase) => phrase.trim().replace(/\s+/g, ' ')))
  expect(phrases.filter((phrase) => !/^[a-z]+(?: [a-z]+)*$/.test(phrase))).toEqual([])
  const words = phrases.slice(0, phrases.length - columnsWithoutField.split(',').length)
  expect(words.filter((phrase, index) => words.indexOf(phrase) !== index)).toEqual([])
})
