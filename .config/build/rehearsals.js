// The command lines by which the build learns what each command calls.

const on = (now, ...words) => ({ now, words, status: 0, colour: false })
const inColour = (line) => ({ ...line, colour: true })
const morning = (...words) => on('2026-11-25T09:00', ...words)
const later = (...words) => on('2026-12-09T14:20', ...words)

/**
 * What the diary of the rehearsals holds: a line for every section of the page, late ones and one tried, two on one day for
 * one person, one that is done on the day.
 */
export const prepared = [
  morning('add', 'Gary Lee', '-p', '0412 555 019', '--promise', 'call back', '--due', 'fri 10:30'),
  morning('add', 'Ada Muller', '-e', 'ada@mueller.example', '--no-next'),
  morning('promise', 'gary', 'send the quote', '--due', 'tomorrow'),
  morning('promise', 'lee', 'ring', '--due', 'today'),
  morning('promise', 'lee', 'meet', '--due', '9 dec'),
  morning('wait', 'ada', 'the papers', '--due', '27 nov'),
  morning('tried', '1', '--voicemail', 'left a message'),
  morning('promise', 'gary', 'bring the papers', '--due', 'tomorrow'),
  morning('promise', 'gary', 'ask about the fair', '--due', '9 dec'),
  morning('add', 'Noa Levi', '-e', 'noa@levi.example', '--every', '7d', '--no-next'),
  morning('promise', 'ada', 'write to her', '--due', '9 dec'),
  on('2026-12-09T08:30', 'done', '7', 'sees us there', '--no-next'),
]

const add = ['add', 'Ruth Weber', '-p', '0412 555 020', '--promise', 'call back', '--due', 'fri 10:30']

/** By the first word of a command line, what is rehearsed for it; for all that have no line here, `program`. */
export const rehearsals = [
  ['version', [morning('--version'), morning('--help')]],
  ['page', [morning('today'), inColour(morning('today')), later('today')]],
  ['today', [morning('today'), morning('today', '--color', 'always'), later('today', 'fri')]],
  ['week', [morning('week'), later('week', '--color', 'always')]],
  ['next', [morning('next'), later('next', '--color', 'always')]],
  ['add', [morning(...add), later('add', 'Petr Santos', '-e', 'petr@santos.example', '--no-next')]],
  ['promise', [morning('promise', 'gary', 'send the quote', '--due', 'tomorrow')]],
  ['wait', [morning('wait', 'ada', 'the papers', '--due', '27 nov')]],
  ['heard', [morning('heard', 'gary', 'called about the quote')]],
  ['sent', [morning('sent', 'gary', 'the quote', '--by', 'email')]],
  ['log', [morning('log', '0412', 'lunch')]],
  [
    'done',
    [
      later('done', '2', 'signs Tuesday', '--next', 'bring it', '--due', 'tue'),
      later('done', '3', '--no-next'),
    ],
  ],
  ['tried', [later('tried', '1', '--voicemail', 'left a message'), later('tried', '2')]],
  ['move', [later('move', '2', 'fri')]],
  ['snooze', [later('snooze', '2', '3d')]],
  ['drop', [later('drop', '2', '--why', 'no longer needed')]],
  ['people', [morning('people'), morning('people', 'gary', '--color', 'always')]],
  [
    'show',
    [
      later('show', 'gary'),
      { ...later('show', 'garry'), status: 3 },
      later('show', 'lee', '--color', 'always'),
    ],
  ],
  ['list', [later('list'), later('list', '--late', '--color', 'always')]],
  ['find', [later('find', 'papers'), later('find', 'gary', '--color', 'always')]],
  ['undo', [morning('undo')]],
  [
    'complete',
    [
      morning('complete', '--', 'show', 'ga'),
      morning('complete', '--', 'done', ''),
      morning('complete', '--', 'pro'),
    ],
  ],
  [
    'program',
    [
      later('when', 'next', 'fri', '3pm'),
      later('review', '--color', 'always'),
      later('check'),
      later('history'),
      later('config'),
      later('config', 'days', 'mon-fri'),
      later('plan'),
      later('plan', 'met'),
      later('print', '-o', '-'),
      later('sold', 'gary', 'the album'),
      later('edit', 'gary', '--note', 'likes the blue one'),
      later('add', '王小明', '--no-next'),
      later('add', 'Petr Santos', '-p', '0412 555 021', '--no-next'),
      later('list', '--all'),
      later('people', '--color', 'always'),
      later('export'),
      later('export', 'people'),
      later('doctor'),
    ],
  ],
]
