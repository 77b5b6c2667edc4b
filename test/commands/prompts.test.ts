import { describe, expect, it } from 'vitest'
import { dump } from '../support/diaries.ts'
import { aProgram, ctrlC, withGary } from '../support/program.ts'

describe('fu add', () => {
  it('asks its way through, and asks again what it cannot read', async () => {
    const { fu, asked } = aProgram({
      answers: [
        '',
        'Gary Lee',
        '',
        'lots',
        '0412 555 019',
        'gary',
        '',
        '',
        'send the quote',
        'feb 30',
        'fri',
      ],
    })
    expect(await fu('add')).toEqual({
      status: 0,
      stdout: 'Added Gary Lee (@1). Promised Gary Lee: send the quote, Fri 27 Nov. (fu undo)\n',
      stderr: '',
    })
    expect(asked).toEqual([
      'Name?',
      'A name cannot be empty.',
      'Name?',
      'Company? (empty: none)',
      'Phone? (empty: none)',
      '"lots" is not a phone number.',
      'Phone? (empty: none)',
      'Email? (empty: none)',
      '"gary" is not an email address.',
      'Email? (empty: none)',
      'Where did you meet? (empty: none)',
      'What is next with Gary Lee? (empty: nothing)',
      'When? (send the quote)',
      '"feb 30": February has no 30th.',
      'When? (send the quote)',
    ])
    expect((await fu('show gary')).stdout).toContain('0412 555 019')
  })

  it.each<[string, string[], string[]]>([
    [
      'add --company Lee --phone 0412555019 --email g@lee.example --met fair --no-next',
      ['Gary Lee'],
      ['Name?'],
    ],
    ['add "Gary Lee"', [''], ['What is next with Gary Lee? (empty: nothing)']],
    ['add "Gary Lee" --promise call', ['fri'], ['When? (call)']],
    ['add "Gary Lee" --promise call --due fri', [], []],
    ['add "Gary Lee" --no-next', [], []],
  ])('asks only what was not said: fu %s', async (line, answers, questions) => {
    const { fu, asked } = aProgram({ answers })
    expect(await fu(line)).toMatchObject({ status: 0 })
    expect(asked).toEqual(questions)
  })
})

describe('fu done', () => {
  it('asks what is next when the last promise of somebody is kept (R46)', async () => {
    const { fu, asked } = await withGary({ answers: ['', 'send the papers', 'mon'] })
    expect((await fu('done 1')).stdout).toBe(
      'Kept on time: Gary Lee, send the quote. Promised Gary Lee: send the papers, Mon 30 Nov. (fu undo)\n',
    )
    expect(asked).toEqual([
      'How did it end? (empty: no note)',
      'What is next with Gary Lee? (empty: nothing)',
      'When? (send the papers)',
    ])
  })

  it('does not ask while another is open', async () => {
    const { fu, asked } = await withGary({ answers: [] })
    await fu('promise gary call --due mon')
    expect(await fu('done 1 sent')).toMatchObject({ status: 0, stderr: '' })
    expect(asked).toEqual([])
  })

  it('asks how it ended, and keeps the answer as the note', async () => {
    const { fu, answer } = await withGary({ answers: ['signs Tuesday'] })
    await fu('done 1 --no-next')
    expect((await fu('show gary')).stdout).toContain('signs Tuesday')
    await fu('promise gary call --due fri')
    await fu('promise gary write --due fri')
    answer('all is well')
    expect(await fu('done 2 3 --no-next')).toMatchObject({ status: 0, stderr: '' })
    expect((await fu('list --kept --json')).stdout.match(/all is well/g)).toHaveLength(2)
  })

  it('asks how a complaint ended until it is said (R26)', async () => {
    const { fu, asked } = await withGary({ answers: ['', 'a new lock is in'] })
    await fu('heard gary "the lock is broken" --complaint')
    expect(await fu('done 2')).toMatchObject({ status: 0 })
    expect(asked).toEqual([
      'How did the complaint end?',
      'A note cannot be empty.',
      'How did the complaint end?',
    ])
  })

  it.each([
    'done 1 sent --no-next',
    'done 1 --outcome declined --why "too dear" --no-next',
    'done 1 --no-next --json',
  ])('does not ask how it ended where that is said, or nobody is asked: fu %s', async (line) => {
    const { fu, asked } = await withGary({ answers: [] })
    expect(await fu(line)).toMatchObject({ status: 0 })
    expect(asked).toEqual([])
  })

  it('asks why they declined (R48), and until when it is put off (R49)', async () => {
    const { fu, asked } = await withGary({ answers: ['', 'too dear', 'yesterday', ''] })
    expect((await fu('done 1 --outcome declined --no-next')).status).toBe(0)
    await fu('undo')
    expect((await fu('done 1 --outcome postponed')).stdout).toMatch(/Fri 25 Dec/)
    expect(asked).toEqual([
      'Why did Gary Lee decline?',
      'A reason cannot be empty.',
      'Why did Gary Lee decline?',
      'Until when is "send the quote" postponed?',
      '"yesterday" is Tue 24 Nov, which is in the past.',
      'Until when is "send the quote" postponed?',
    ])
  })
})

it('fu drop asks why, and what is next after the last one (R46)', async () => {
  const { fu, asked } = await withGary({ answers: ['they moved away', ''] })
  expect((await fu('drop 1')).stdout).toBe(
    'Dropped 1 (Gary Lee, send the quote): they moved away. (fu undo)\n',
  )
  expect(asked).toEqual([
    'Why will "send the quote" not be done?',
    'What is next with Gary Lee? (empty: nothing)',
  ])
})

describe('what lacks on a command line', () => {
  it.each<[string, string[], string[], string]>([
    [
      'promise',
      ['garri', 'gary', '', 'send the papers', 'mon'],
      [
        'Who?',
        'There is no contact "garri".',
        'Who?',
        'What do you owe them?',
        'A promise cannot be empty.',
        'What do you owe them?',
        'When? (send the papers)',
      ],
      'Promised Gary Lee: send the papers, Mon 30 Nov. (fu undo)\n',
    ],
    [
      'wait gary lee',
      ['the form', 'mon'],
      ['What do they owe you?', 'When? (the form)'],
      'Waiting for Gary Lee: the form, Mon 30 Nov. (fu undo)\n',
    ],
    [
      'heard',
      ['gary', 'asks by when'],
      ['Who?', 'What did they want?'],
      'Heard from Gary Lee: asks by when. Owed: call back: asks by when, Wed 25 Nov. (fu undo)\n',
    ],
    ['log gary', ['lunch'], ['What happened?'], 'Noted with Gary Lee: lunch. (fu undo)\n'],
    ['sent gary', ['the list'], ['What did you send?'], expect.stringContaining('the list') as string],
    ['sold gary', ['a van'], ['What did they buy?'], expect.stringContaining('a van') as string],
    [
      'tried',
      ['the quote'],
      ['Which promise?', '  1  Gary Lee: send the quote, Fri 27 Nov'],
      expect.stringMatching(/^Tried Gary Lee/) as string,
    ],
    [
      'done --no-next',
      ['the quote', ''],
      ['Which promise?', '  1  Gary Lee: send the quote, Fri 27 Nov', 'How did it end? (empty: no note)'],
      'Kept on time: Gary Lee, send the quote. (fu undo)\n',
    ],
    [
      'move',
      ['the quote', 'mon'],
      ['Which promise?', '  1  Gary Lee: send the quote, Fri 27 Nov', 'When? (send the quote)'],
      expect.stringContaining('Mon 30 Nov') as string,
    ],
    ['snooze gary', ['mon'], ['When? (send the quote)'], expect.stringContaining('Mon 30 Nov') as string],
    [
      'drop --why "they left" --no-next',
      ['the quote'],
      ['Which promise?', '  1  Gary Lee: send the quote, Fri 27 Nov'],
      'Dropped 1 (Gary Lee, send the quote): they left. (fu undo)\n',
    ],
  ])('is asked on a terminal: fu %s', async (line, answers, questions, said) => {
    const { fu, asked } = await withGary({ answers })
    const { status, stdout } = await fu(line)
    expect({ status, asked, stdout }).toEqual({ status: 0, asked: questions, stdout: said })
  })

  it.each([
    ['promise', 'Name a contact.\nWrite it as in fu promise gary "send the quote" --due fri.\n'],
    ['promise gary call', 'A promise needs a day.\nAdd --due, as in "fu promise gary … --due fri".\n'],
    ['heard gary', 'What they wanted cannot be empty.\nWrite it as in fu heard ada "wants a quote".\n'],
    ['log', 'Name a contact.\nWrite it as in fu log gary "lunch", or take --edit.\n'],
    ['done', 'Name a promise.\nWrite it as in fu done 4 "signed".\n'],
    ['move 1', 'There is no date.\nWrite it after the promise, as in "1 fri".\n'],
    ['drop', 'Name a promise.\nWrite it as in fu drop 5 --why "sold".\n'],
  ])('is named in a pipe, and with --no-input: fu %s', async (line, stderr) => {
    const { fu } = await withGary()
    expect(await fu(line)).toEqual({ status: 2, stdout: '', stderr })
    const asking = await withGary({ answers: [] })
    expect(await asking.fu(`${line} --no-input`)).toEqual({ status: 2, stdout: '', stderr })
  })

  it('says so where no promise is open', async () => {
    expect(await aProgram({ answers: [] }).fu('done')).toEqual({
      status: 3,
      stdout: '',
      stderr: 'No promise is open.\n"fu promise <who> … --due …" makes one.\n',
    })
  })

  it('of many promises, one is asked for by its number or name', async () => {
    const { fu, asked } = await withGary({ answers: ['99', '7', 'rang'] })
    for (let count = 2; count <= 21; count += 1) await fu(`promise gary "call ${count}" --due mon`)
    expect((await fu('done')).stdout).toMatch(/^Kept on time: Gary Lee, call 7\./)
    expect(asked).toEqual([
      'Which promise? (its number, or a name)',
      'There is no promise 99.',
      'Which promise? (its number, or a name)',
      'How did it end? (empty: no note)',
    ])
  })

  it.each(['move', 'snooze'])('asks once for the day of several: fu %s 1 2', async (command) => {
    const { fu, asked } = await withGary({ answers: ['yesterday', 'mon'] })
    await fu('promise gary call --due fri')
    expect((await fu(`${command} 1 2`)).stdout.match(/Mon 30 Nov/g)).toHaveLength(2)
    expect(asked).toEqual([
      'When? (2 promises)',
      '"yesterday" is Tue 24 Nov, which is in the past.',
      'When? (2 promises)',
    ])
  })
})

describe('a name that fits several', () => {
  it('is asked, with what tells them apart', async () => {
    const { fu, asked } = await withGary({ answers: ['@2'] })
    await fu('add "Gary Cooper" --company "High Noon" --email gary@noon.example --no-next')
    expect((await fu('log gary lunch')).stdout).toBe('Noted with Gary Cooper: lunch. (fu undo)\n')
    expect(asked).toEqual([
      'Which "gary"?',
      '  @2  Gary Cooper, High Noon, gary@noon.example',
      '  @1  Gary Lee, 0412 555 019',
    ])
  })

  it('is not asked where only one of them has an open promise', async () => {
    const { fu } = await withGary({ answers: ['Gary Lee'] })
    await fu('add "Gary Cooper" --no-next')
    expect((await fu('done gary sent --no-next')).stdout).toMatch(/^Kept on time: Gary Lee, send the quote\./)
  })

  it('asks which of several promises is meant', async () => {
    const { fu, asked } = await withGary({ answers: ['the papers', ''] })
    await fu('promise gary "bring the papers" --due mon')
    expect((await fu('done gary')).stdout).toMatch(/^Kept on time: Gary Lee, bring the papers\./)
    expect(asked).toEqual([
      'Which promise with Gary Lee?',
      '  1  Gary Lee: send the quote, Fri 27 Nov',
      '  2  Gary Lee: bring the papers, Mon 30 Nov',
      'How did it end? (empty: no note)',
    ])
  })
})

describe('Ctrl-C', () => {
  it.each<[string, (string | typeof ctrlC)[]]>([
    ['add', ['Ada Müller', ctrlC]],
    ['add "Ada Müller"', ['call her', ctrlC]],
    ['done 1', [ctrlC]],
    ['done 1 --outcome declined', [ctrlC]],
    ['done 1 --outcome postponed', [ctrlC]],
    ['drop 1', [ctrlC]],
    ['promise gary call --due fri', [ctrlC]],
    ['promise', ['gary lee', ctrlC]],
    ['move', [ctrlC]],
  ])('leaves nothing behind: fu %s', async (line, answers) => {
    const { fu, answer, db } = await withGary({ answers: [] })
    await fu('add "Gary Cooper" --no-next')
    const before = dump(db)
    answer(...answers)
    expect(await fu(line)).toEqual({ status: 130, stdout: '', stderr: 'Stopped; nothing was written.\n' })
    expect(dump(db)).toEqual(before)
  })
})
