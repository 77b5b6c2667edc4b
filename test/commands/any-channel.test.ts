import { beforeEach, describe, expect, it } from 'vitest'
import { fields, json, list } from '../support/json-fields.ts'
import { aProgram, type Program } from '../support/program.ts'

// Wed 25 Nov 2026, 09:00.
let program: Program
let fu: Program['fu']

beforeEach(async () => {
  program = aProgram({ now: '2026-11-25 09:00' })
  ;({ fu } = program)
  await fu('add Gary --phone "+49 170 1234567" --link linkedin:in/gary --no-next')
  await fu('add Bo --no-next')
})

async function channelOf(kind: 'contact' | 'promise' | 'entry', line: string): Promise<unknown> {
  return fields(fields(await json(fu, line))[kind])['channel']
}

describe('any single word is a channel (R68)', () => {
  it.each([
    ['promise gary "ask him" --due fri --by WhatsApp', 'promise', 'whatsapp'],
    ['wait gary "his list" --due fri --by signal', 'promise', 'signal'],
    ['heard gary "wants a quote" --by linkedin', 'promise', 'linkedin'],
    ['log gary lunch --by 微信', 'entry', '微信'],
    ['sent gary "the quote" --by whatsapp', 'entry', 'whatsapp'],
    ['sold gary "a boat" --by x-talk', 'entry', 'x-talk'],
    ['tried gary --by viber', 'entry', 'viber'],
    ['done 1 --by whatsapp --no-next', 'entry', 'whatsapp'],
    ['edit gary --by telegram', 'contact', 'telegram'],
    ['add Cy --by wechat --no-next', 'contact', 'wechat'],
  ] as const)('fu %s', async (line, kind, channel) => {
    await fu('promise gary ring --due fri')
    expect(await channelOf(kind, line)).toBe(channel)
  })

  it.each([
    ['promise gary x --due fri --by emial', 'Did you mean "email"?'],
    ['promise gary x --due fri --by cal', 'Did you mean "call"?'],
    ['edit gary --by whatsap', 'Did you mean "whatsapp"?'],
    ['edit gary --do-not-contact txt', 'Did you mean "text"?'],
    ['log gary x --by "two words"', '"two words" is not a channel.'],
    ['log gary x --by all', '"all" is not a channel.'],
    ['log gary x --by 123', '"123" is not a channel.'],
    ['heard gary x --by a_b', '"a_b" is not a channel.'],
    ['sent gary x --by ""', '"" is not a channel.'],
    ['plan new fair "+1d emial: hello"', 'Did you mean "email"?'],
  ])('refuses a typo or anything but one word: fu %s', async (line, why) => {
    const { status, stderr } = await fu(line)
    expect([status, stderr]).toEqual([2, expect.stringContaining(why)])
  })

  it('is on the line with the name at the service, else the phone number', async () => {
    await fu('promise gary "ask him" --due today --by whatsapp')
    await fu('promise gary "write to him" --due today --by linkedin')
    const { stdout } = await fu('today')
    expect(stdout).toContain('whatsapp +49 170 1234567')
    expect(stdout).toContain('linkedin in/gary')
  })

  it.each([
    ['whatsapp', 'https://wa.me/491701234567'],
    ['signal', 'https://signal.me/#p/+491701234567'],
    ['telegram', 'https://t.me/+491701234567'],
    ['linkedin', 'https://www.linkedin.com/in/gary'],
  ])('is opened if %s has an address', async (channel, address) => {
    await fu(`promise gary "ask him" --due today --by ${channel}`)
    expect((await fu('open 1 --print')).stdout.trim()).toBe(address)
    expect((await fu(`open gary --by ${channel} --print`)).stdout.trim()).toBe(address)
  })

  it('asks whether what was sent arrived', async () => {
    expect((await fu('sent gary "the quote" --by whatsapp')).stdout).toContain(
      'Next: check that it arrived: the quote, Wed 25 Nov 10:00.',
    )
  })

  it('is used for the answer to a message on it', async () => {
    await fu('heard gary "wants a quote" --by signal')
    expect((await fu('today')).stdout).toMatch(/they wrote by signal on/)
    expect((await fu('show gary')).stdout).toContain('they wrote by signal')
  })

  it.each([
    ['whatsapp', 'Bo has no phone number: fu edit @2 --phone …'],
    ['linkedin', 'Bo has no name for linkedin: fu edit @2 --link linkedin:…'],
  ])('warns at once if there is no way to reach them by %s (R2)', async (channel, note) => {
    expect((await fu(`promise bo "ask him" --due fri --by ${channel}`)).stderr.trim()).toBe(note)
    expect((await fu('check')).stdout).toContain(note.slice(note.indexOf('fu edit')))
  })

  it('can be unwanted', async () => {
    await fu('edit gary --do-not-contact whatsapp,call')
    expect((await fu('promise gary x --due fri --by whatsapp')).status).toBe(5)
    expect((await fu('sent gary x --by whatsapp')).status).toBe(5)
    expect((await fu('open gary --by whatsapp --print')).status).toBe(5)
    expect((await fu('promise gary x --due fri --by signal')).status).toBe(0)
  })

  it('is the channel of a step of a plan', async () => {
    await fu('plan new fair "+1d whatsapp: good to meet you, {name}"')
    await fu('plan start fair gary')
    expect(fields(list(fields(await json(fu, 'list'))['items'])[0])['channel']).toBe('whatsapp')
  })

  it('is restored from an export and from a card', async () => {
    await fu('edit gary --by whatsapp --do-not-contact signal')
    await fu('promise gary "ask him" --due fri --by linkedin')
    await fu('log gary lunch --by 微信')
    await fu('export --format json -o diary.json')
    await fu('export all -o books')
    await fu('export people --format vcf -o people.vcf')
    const there = (await fu('export --format json')).stdout
    for (const file of ['diary.json', 'books']) {
      const again = aProgram({ files: Object.fromEntries(program.files), now: '2026-11-25 09:00' })
      expect((await again.fu(`import ${file}`)).stderr).toBe('')
      expect((await again.fu('export --format json')).stdout).toBe(there)
    }
    const cards = aProgram({ files: Object.fromEntries(program.files) })
    await cards.fu('import people.vcf')
    const { contact } = fields(await json(cards.fu, 'show gary'))
    expect(contact).toMatchObject({ channel: 'whatsapp', doNotContact: ['signal'] })
  })

  it('is completed after it was used', async () => {
    await fu('log gary lunch --by whatsapp')
    const { stdout } = await fu(['complete', '--', 'log', 'gary', 'x', '--by', ''])
    expect(stdout).toContain('whatsapp')
    expect(stdout).toContain('visit')
  })
})
