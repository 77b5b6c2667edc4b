import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { aFolder } from '../support/diaries.ts'
import { aProgram, type Program } from '../support/program.ts'

/** A user with a home, and where the sample diary lies in it. */
function aUser(now: string): Program & { readonly place: string } {
  const home = fs.realpathSync(aFolder())
  return { ...aProgram({ now, home }), place: path.join(home, '.local/share/fu/demo.db') }
}

describe('fu demo', () => {
  it('makes a sample diary beside the own one, and says how to use and remove it', async () => {
    const { fu, place } = aUser('2026-12-01 08:30')
    const backups = place.replace('demo.db', 'backups/demo-*')
    expect(await fu('demo')).toEqual({
      status: 0,
      stderr: '',
      stdout: `Made a sample diary of 13 people. Your own diary is unchanged. To explore the sample:
  fu --diary ${place}
Add "show gary", "go", "week" or "review" for more. To remove the sample:
  rm ${place}
  rm -f ${backups}
`,
    })
    expect(fs.readdirSync(path.dirname(place))).toEqual(['demo.db'])
    expect(fs.statSync(place).mode & 0o777).toBe(0o600)
  })

  it('has a page with every section', async () => {
    const { fu, place } = aUser('2026-12-01 08:30')
    await fu('demo')
    expect(`\n${(await fu(['--diary', place])).stdout}`).toMatchInlineSnapshot(`
      "
        Tuesday 1 December 2026
        5 carried over · 6 today · 1 waiting · 1 to keep in touch

        FIRST · 2
        ▸ 14  Sue Park, Park & Daughters          +1 202-555-0143         1 day late
              hot · put right: the handle came loose again
              they called on Mon 30 Nov 16:20
           7  Omar Haddad, Haddad Law             omar@haddad.example
              hot · send the signed copy
              you said Tue 1 Dec

        CARRIED OVER · 4
           4  Ada Müller, Müller AG               +49 30 23125045         1 day late
              send the price list · 2nd try
              left my number on Wed 25 Nov · owes an update
           6  Mark Evans, Evans Bikes             +61 491 570 157         1 day late
              check that it arrived: the warranty
              sent on Wed 25 Nov; call between Fri 27 Nov and Mon 30 Nov
           3  Gary Lee, Lee Mortgages             +61 491 570 156         1 day late
              send the papers
              you said Mon 30 Nov · owes an update
          13  Maria Rossi, Studio Rossi           maria@rossi.example     1 day late
              answer: asks for a quote for forty chairs
              they wrote on Mon 30 Nov 16:20

        TODAY · 5
           8  Priya Nair, Nair Dental             +44 20 7946 0127             11:00
              go through the contract
              you said Tue 1 Dec 11:00
           5  Lena Fischer                        +49 30 23125118              15:30
              call about the spring order
              you said Tue 1 Dec 15:30
           9  Ben Carter                          +1 202-555-0116
              thank them for sending Priya Nair
              planned for Tue 1 Dec
          10  Grace Okafor                        +44 20 7946 0164
              good to meet you: write, with something of use to Grace Okafor
              planned for Tue 1 Dec
          11  Mark Evans, Evans Bikes             +61 491 570 157
              thank them for buying: two display stands
              planned for Tue 1 Dec

        WAITING ON THEM
           2  José Álvarez, Pallets Norte         +34 911 23 45 67       3 days late
              the delivery date
              asked on Thu 19 Nov; they said Sat 28 Nov; not chased yet

        KEEP IN TOUCH
          @2  Nora Olsen                          nora@olsen.example    40 days late
              keep in touch
              last spoke on Sun 23 Aug, every 60d

        Tomorrow 0 · no next step: nobody
        fu done 14 "…"    fu tried 7    fu move 14 fri
      "
    `)
  })

  // No day of the week leaves a section without lines.
  test.each([
    '2026-12-02',
    '2026-12-03',
    '2026-12-04',
    '2026-12-05',
    '2026-12-06',
    '2026-12-07',
    '2028-03-01',
  ])('has a page with every section on %s', async (day) => {
    const { fu, place } = aUser(`${day} 07:00`)
    await fu('demo')
    const { stdout } = await fu(['--diary', place])
    for (const heading of ['FIRST', 'CARRIED OVER', 'TODAY', 'WAITING ON THEM', 'KEEP IN TOUCH']) {
      expect(stdout).toContain(`  ${heading}`)
    }
    expect(stdout).toMatch(/11:00\n.*\n.*\n.* 15:30\n/)
    expect((await fu(['--diary', place, 'doctor', '--json'])).status).toBe(0)
  })

  it('writes where -o says, and never over a file that is there', async () => {
    const { fu, place } = aUser('2026-12-01 08:30')
    const file = path.join(aFolder(), 'my demo.db')
    expect((await fu(['demo', '-o', file])).stdout).toContain(`fu --diary '${file}'\n`)
    const before = fs.readFileSync(file)
    expect(await fu(['demo', '-o', file])).toEqual({
      status: 5,
      stdout: '',
      stderr: `${file} already exists; nothing was written.\n"fu --diary '${file}'" opens it; -o names another file.\n`,
    })
    expect(fs.readFileSync(file)).toEqual(before)
    expect(fs.existsSync(place)).toBe(false)
  })

  it('names the file in JSON', async () => {
    const { fu, place } = aUser('2026-12-01 08:30')
    expect(JSON.parse((await fu('demo --json')).stdout)).toEqual({
      version: 1,
      command: 'demo',
      file: place,
      people: 13,
    })
  })

  it('says why it cannot be made', async () => {
    const { fu } = aUser('2026-12-01 08:30')
    expect(await fu('demo -o /proc/demo.db')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('cannot be opened') as string,
    })
  })
})
