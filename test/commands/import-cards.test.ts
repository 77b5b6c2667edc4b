import { describe, expect, it } from 'vitest'
import { aProgram } from '../support/program.ts'

function card(name: string, ...properties: readonly string[]): string {
  return ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, ...properties, 'END:VCARD', ''].join('\r\n')
}

describe('a folder of vCards is one import (R71)', () => {
  it('of every card in it and in its folders, in one step that one undo takes back', async () => {
    const { fu } = aProgram({
      files: {
        'cards/ada.vcf': card('Ada Love', 'TEL:+44 20 7946 0000'),
        'cards/work/gary.VCF': card('Gary Lee', 'EMAIL:g@lee.example') + card('Sue Hara'),
        'cards/bo.vcard': card('Bo Ek'),
      },
    })
    const { stdout, stderr, status } = await fu('import cards')
    expect({ status, stderr, said: stdout }).toEqual({
      status: 0,
      stderr: '',
      said: 'cards (3 files of vCards), 4 rows: 4 added. (fu undo)\n',
    })
    await fu('undo')
    expect((await fu('people')).stdout).not.toContain('Ada')
  })

  it('names the file of whatever cannot be read, and reads the rest', async () => {
    const { fu } = aProgram({
      files: {
        'cards/ada.vcf': card('Ada Love', 'X-NOTE;ENCODING=BASE64:???'),
        'cards/cut.vcf': 'BEGIN:VCARD\nFN:Cut\n',
        'cards/page.vcf': '<!DOCTYPE html><html>',
        'cards/table.vcf': 'name,phone\nGary,0412\n',
        'cards/photo.jpg': 'x',
        'cards/.DS_Store': 'x',
        'cards/._ada.vcf': 'x',
      },
    })
    const { stdout, stderr, status } = await fu('import cards')
    expect(status).toBe(0)
    expect(stdout).toContain('(4 files of vCards), 4 rows: 1 added, 3 invalid.')
    expect(stderr).toContain('cut.vcf, line 1: invalid, It has no END:VCARD.')
    expect(stderr).toContain('page.vcf, line 1: invalid, The file is a web page, which fu cannot import.')
    expect(stderr).toContain('table.vcf, line 1: invalid, It is not a vCard.')
    expect(stderr).toContain('1 file of other kinds was not read.')
  })

  it('merges two cards of one person, also of two files', async () => {
    const { fu } = aProgram({
      files: {
        'cards/a.vcf': card('Gary Lee', 'EMAIL:g@lee.example', 'NOTE:a'),
        'cards/b.vcf': card('Gary Lee', 'EMAIL:g@lee.example', 'NOTE:b'),
      },
    })
    expect((await fu('import cards')).stdout).toContain('2 rows: 1 added, 1 merged.')
    const { stdout } = await fu('show gary')
    expect(stdout).toMatch(/\ba\b/)
    expect(stdout).toMatch(/\bb\b/)
  })

  it('says what it looks for where there is nothing, and takes no --map', async () => {
    const files = { 'cards/notes.txt': 'x' }
    const { fu } = aProgram({ files })
    const none = await fu('import cards')
    expect(none.status).toBe(1)
    expect(none.stderr).toBe(
      'There are no vCards and no files of "fu export all" in cards.\n' +
        'Name a folder of .vcf files, or one from "fu export all".\n',
    )
    const mapped = await aProgram({ files: { 'cards/ada.vcf': card('Ada') } }).fu(
      'import cards --map name=FN',
    )
    expect(mapped.status).toBe(2)
    expect(mapped.stderr).toContain('is a folder; --format and --map are for a file.')
  })

  it('is a diary where "fu export all" wrote it, whatever else lies there', async () => {
    const { fu } = aProgram({ files: { 'cards/ada.vcf': card('Ada Love') } })
    await fu('add "Gary Lee" --no-next')
    await fu('export all -o cards')
    await fu('undo')
    const { stdout } = await fu('import cards')
    expect(stdout).toContain('(a diary), 1 row: 1 added.')
  })
})

it('a card that was cut out of a file, or saved with its mail, is read', async () => {
  const { fu } = aProgram({
    files: {
      'cut.vcf': 'VERSION:3.0\nFN:Ada Love\nTEL:+44 20 7946 0000\n',
      'mail.eml': `From: sue@hara.example\nSubject: my card\n\n${card('Sue Hara')}`,
    },
  })
  for (const name of ['cut.vcf', 'mail.eml']) {
    const { stdout, stderr, status } = await fu(['import', name])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('(vCard), 1 row: 1 added.')
  }
})

describe('numbers of which no country is known', () => {
  const files = { 'a.csv': 'name,phone\nGary,0412 555 019\nAda,030 1234567\nBo,+49 30 1234567\n' }

  it('are counted, with the command that says the country', async () => {
    const { fu } = aProgram({ files })
    const { stdout } = await fu('import a.csv --json')
    expect(JSON.parse(stdout)).toMatchObject({
      notes: expect.arrayContaining([
        '2 numbers have no country code, and your country is not known: fu config country <code>, as in fu config country AU.',
      ]),
    })
  })

  it('are not spoken of where the country is known', async () => {
    const { fu } = aProgram({ files, locale: 'en-AU' })
    expect((await fu('import a.csv')).stderr).not.toContain('country')
  })
})

describe('the name that another program has for somebody', () => {
  const files = {
    'first.vcf': card('Gary Lee', 'UID:phone-17,a', 'EMAIL:g@lee.example'),
    'second.vcf': card('Gareth Leigh', 'UID:phone-17,a', 'EMAIL:new@leigh.example'),
    'other.vcf': card('Gary Lee', 'UID:phone-18', 'EMAIL:new@leigh.example'),
  }
  const people = async (fu: ReturnType<typeof aProgram>['fu']): Promise<{ id: number; extra: unknown }[]> =>
    (JSON.parse((await fu('export --format json')).stdout) as { people: { id: number; extra: unknown }[] })
      .people

  it.each(['import first.vcf', 'import first.vcf --update'])(
    'stays with a contact who was known by an email address, so that the next card is theirs: %s',
    async (line) => {
      const { fu } = aProgram({ files })
      await fu('add "Gary Lee" --email g@lee.example --no-next')
      expect((await fu(line)).stdout).toContain('1 row: 1 unchanged. (fu undo)')
      expect((await fu('import first.vcf')).stdout).toContain('1 row: 1 unchanged.\n')
      expect((await fu('import second.vcf --update')).stdout).toContain('1 row: 1 merged.')
      expect(await people(fu)).toMatchObject([{ id: 1 }])
      expect((await fu('import other.vcf')).stdout).toContain('1 row: 1 unchanged.')
      expect((await fu('undo')).status).toBe(0)
      expect((await fu('undo')).status).toBe(0)
      expect((await fu('undo')).status).toBe(0)
      expect((await fu('import second.vcf')).stdout).toContain('1 row: 1 added.')
    },
  )

  it('is written nowhere by a dry run, and by no card without one', async () => {
    const { fu } = aProgram({ files: { ...files, 'bare.vcf': card('Gary Lee', 'EMAIL:g@lee.example') } })
    await fu('add "Gary Lee" --email g@lee.example --no-next')
    await fu('import first.vcf --dry-run')
    await fu('import bare.vcf')
    expect(await people(fu)).toMatchObject([{ id: 1, extra: [] }])
  })

  it.each([
    ['vcf', 'export people --format vcf -o out.vcf', 'import out.vcf'],
    ['csv', 'export people --format csv -o out.csv', 'import out.csv'],
    ['json', 'export --format json -o out.json', 'import out.json'],
  ])('goes out and comes in again as %s, and still tells whose card it is', async (_format, out, back) => {
    const program = aProgram({ files })
    await program.fu('add "Gary Lee" --email g@lee.example --no-next')
    await program.fu('import first.vcf')
    await program.fu(out)
    const name = out.split(' ').at(-1) ?? ''
    const again = aProgram({ files: { ...files, [name]: program.files.get(name) ?? '' } })
    expect((await again.fu(back)).stdout).toContain('1 added')
    expect((await again.fu('import second.vcf --update')).stdout).toContain('1 row: 1 merged.')
  })

  it('says nothing where several contacts have it', async () => {
    const { fu } = aProgram({ files })
    await fu('add "Gary Lee" --email g@lee.example --no-next')
    await fu('import first.vcf')
    await fu(['add', 'Gary Lee', '--email', 'gary@other.example', '--extra', 'UID: phone-17,a', '--no-next'])
    expect((await fu('import second.vcf')).stdout).toContain('1 row: 1 added.')
  })

  it('keeps who was forgotten and blocked from coming back', async () => {
    const { fu } = aProgram({ files })
    await fu('add "Gary Lee" --email g@lee.example --no-next')
    await fu('import first.vcf')
    await fu('forget gary --block --yes')
    expect((await fu('import second.vcf')).stderr).toContain('may be somebody who was forgotten and blocked')
  })
})

describe('what stands beside a number or an address on a card', () => {
  const gary = card(
    'Gary Lee',
    'TEL;VALUE=uri;PREF=2;X-LINE="a, b":tel:+442079460000;ext=12',
    'TEL;TYPE=HOME,WORK;PREF=1:+44 20 7946 0001',
    'item1.EMAIL;TYPE=WORK;ALTID=1:g@lee.example',
    'item1.X-ABLabel:Studio',
  )
  const lines = [
    'TEL;TYPE=HOME,WORK;PREF=1:+44 20 7946 0001',
    'TEL;VALUE=uri;PREF=2;X-LINE="a, b":tel:+442079460000;ext=12',
    'EMAIL;TYPE=WORK;ALTID=1:g@lee.example',
  ]

  it.each([
    ['a card', 'export people --format vcf -o out.vcf', 'import out.vcf'],
    ['a table', 'export people --format csv -o out.csv', 'import out.csv'],
    ['a diary', 'export --format json -o out.json', 'import out.json'],
  ])('comes out again as it came, also by way of %s', async (_way, out, back) => {
    const first = aProgram({ files: { 'gary.vcf': gary } })
    await first.fu('import gary.vcf')
    await first.fu(out)
    const name = out.split(' ').at(-1) ?? ''
    const second = aProgram({ files: { [name]: first.files.get(name) ?? '' } })
    expect((await second.fu(back)).stdout).toContain('1 added')
    const written = (await second.fu('export people --format vcf')).stdout.replaceAll('\r\n ', '')
    expect(written.split('\r\n').map((line) => line.replace(/^item\d+\./, ''))).toEqual(
      expect.arrayContaining([...lines, 'X-ABLabel:Studio']),
    )
    expect(written).toBe((await first.fu('export people --format vcf')).stdout.replaceAll('\r\n ', ''))
    expect((await second.fu('doctor')).status).toBe(0)
  })

  it('stays with its number where that is read again or typed again, and goes with it', async () => {
    const { fu } = aProgram({ files: { 'gary.vcf': gary } })
    await fu('import gary.vcf')
    await fu('config country US')
    await fu(['edit', 'gary', '--phone', '+44 20 7946 0001'])
    const cards = async (): Promise<string> =>
      (await fu('export people --format vcf')).stdout.replaceAll('\r\n ', '')
    for (const line of lines) expect(await cards()).toContain(line)
    await fu('edit gary --no-phone --email other:g@lee.example')
    expect(await cards()).not.toMatch(/TEL|X-LINE|ALTID/)
  })
})
