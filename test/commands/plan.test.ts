import { expect, test } from 'vitest'
import { session } from '../support/session.ts'

test('a plan of one’s own: made, tried, started, and gone on with as its steps are closed', async () => {
  expect(
    await session([
      'add "Sue Hara" -p 0411222333 --no-next',
      'plan new fair "+1wd email: good to meet you, {name}" "after +1w call: did you read {what}?"',
      'plan fair',
      'plan try fair --from fri',
      'plan start fair sue hara the leaflet',
      '@ 2026-11-27 10:00',
      'done sue "she liked it"',
      'list',
      'undo',
      'list',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Sue Hara" -p 0411222333 --no-next
    Added Sue Hara (@1). (fu undo)
    $ fu plan new fair "+1wd email: good to meet you, {name}" "after +1w call: did you read {what}?"
    The plan fair now has 2 steps, for plans that start later. (fu undo)
    $ fu plan fair
    +1wd email: good to meet you, {name}
    after +1w call: did you read {what}?
    $ fu plan try fair --from fri
      due         step
      Mon 30 Nov  +1wd email: good to meet you, {name}
      Mon 7 Dec   after +1w call: did you read {what}?
    $ fu plan start fair sue hara the leaflet
    Started fair for Sue Hara. Next: good to meet you, Sue Hara, Thu 26 Nov. (fu undo)
    Sue Hara has no email address (known: 0411 222 333): fu edit @1 --email …
    @ 2026-11-27 10:00
    $ fu done sue "she liked it"
    Kept a day late: Sue Hara, good to meet you, Sue Hara. Next: did you read the leaflet?, Fri 4 Dec. (fu undo)
    $ fu list
         who       what                       due
      2  Sue Hara  did you read the leaflet?  Fri 4 Dec
    $ fu undo
    Took back: done 1 (Sue Hara, good to meet you, Sue Hara). It is open again, and promise 2 is gone. (fu undo 5)
    $ fu list
         who       what                        due
      1  Sue Hara  good to meet you, Sue Hara  Thu 26 Nov  late
    "
  `)
})

test('a changed plan is for what starts later, and a plan that was stopped begins no step', async () => {
  expect(
    await session([
      'add "Sue Hara" --no-next',
      'plan new course "+1d: the outline" "after +1w: the price"',
      'plan start course sue',
      'plan set course "+3d: the film"',
      'plan start course sue',
      'list',
      '@ 2026-11-26 10:00',
      'plan stop course sue',
      'done 1',
      'list',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Sue Hara" --no-next
    Added Sue Hara (@1). (fu undo)
    $ fu plan new course "+1d: the outline" "after +1w: the price"
    The plan course now has 2 steps, for plans that start later. (fu undo)
    $ fu plan start course sue
    Started course for Sue Hara. Next: the outline, Thu 26 Nov. (fu undo)
    Sue Hara has no phone number: fu edit @1 --phone …
    $ fu plan set course "+3d: the film"
    The plan course now has one step, for plans that start later. (fu undo)
    $ fu plan start course sue
    Started course for Sue Hara. Next: the film, Mon 30 Nov. (fu undo)
    Sue Hara has no phone number: fu edit @1 --phone …
    $ fu list
         who       what         due
      1  Sue Hara  the outline  Thu 26 Nov
      2  Sue Hara  the film     Mon 30 Nov
    @ 2026-11-26 10:00
    $ fu plan stop course sue
    Stopped course for Sue Hara; promises that are already open stay open. (fu undo)
    $ fu done 1
    Kept on time: Sue Hara, the outline. (fu undo)
    $ fu list
         who       what      due
      2  Sue Hara  the film  Mon 30 Nov
    "
  `)
})

test('the ladder is a plan: one that was changed holds for tries that begin after it', async () => {
  expect(
    await session([
      'add "Gary Lee" --promise call --due today',
      'add "Ada Müller" --promise write --due today',
      'tried gary',
      '@ 2026-11-25 14:30',
      'plan set no-answer 1d 2d',
      'tried gary',
      '@ 2026-11-25 14:40',
      'tried ada',
      'tried ada',
      'tried ada',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Gary Lee" --promise call --due today
    Added Gary Lee (@1). Promised Gary Lee: call, Wed 25 Nov. (fu undo)
    Gary Lee has no phone number: fu edit @1 --phone …
    $ fu add "Ada Müller" --promise write --due today
    Added Ada Müller (@2). Promised Ada Müller: write, Wed 25 Nov. (fu undo)
    Ada Müller has no phone number: fu edit @2 --phone …
    $ fu tried gary
    Tried Gary Lee: no answer. Next try Mon 30 Nov. (fu undo)
    @ 2026-11-25 14:30
    $ fu plan set no-answer 1d 2d
    The plan no-answer now has 2 steps, for plans that start later. (fu undo)
    $ fu tried gary
    Tried Gary Lee: no answer, try 2. Next try Wed 2 Dec. (fu undo)
    @ 2026-11-25 14:40
    $ fu tried ada
    Tried Ada Müller: no answer. Next try Thu 26 Nov. (fu undo)
    $ fu tried ada
    Tried Ada Müller: no answer, try 2. Next try Fri 27 Nov. (fu undo)
    $ fu tried ada
    Tried Ada Müller: no answer, try 3. Next try Fri 27 Nov. (fu undo)
    "
  `)
})

test.each([
  'plan show nothing',
  'plan new',
  'plan new sold "+1d: x"',
  'plan set nothing "+1d: x"',
  'plan new mine "soon: x"',
  'plan new mine "+1d: {who}"',
  'plan start no-answer gary',
  'plan start sold',
  'plan stop sold gary',
  'plan try sold --from "next blue"',
])('wrong input: fu %s', async (line) => {
  expect(await session(['add "Gary Lee" --no-next', line])).toMatchSnapshot()
})

test('a step that is dropped says that it stops its plan', async () => {
  expect(
    await session(
      [
        'plan new chain "+1d: first" "after +2d: second"',
        'add Gary -p 0412555019 --no-next',
        'plan start chain gary',
        'drop 1 --why "did it by phone"',
        'show gary',
        'undo',
        'list',
      ],
      {},
    ),
  ).toMatchInlineSnapshot(`
    "
    $ fu plan new chain "+1d: first" "after +2d: second"
    The plan chain now has 2 steps, for plans that start later. (fu undo)
    $ fu add Gary -p 0412555019 --no-next
    Added Gary (@1). (fu undo)
    $ fu plan start chain gary
    Started chain for Gary. Next: first, Thu 26 Nov. (fu undo)
    $ fu drop 1 --why "did it by phone"
    Dropped 1 (Gary, first): did it by phone. It stops the plan chain. (fu undo)
    No next step with Gary: fu promise @1 … --due …
    $ fu show gary

      Gary @1
      phone         0412 555 019
      prefers       never asked
      added         Wed 25 Nov
      last contact  never

      OPEN PROMISES
        no next step

      HISTORY
      Wed 25 Nov 14:20    set "first" for Thu 26 Nov
      Wed 25 Nov 14:20    dropped "first": did it by phone; stops the plan chain
    $ fu undo
    Took back: drop 1 (Gary, first). It is open again. (fu undo 5)
    $ fu list
         who   what   due
      1  Gary  first  Thu 26 Nov
    "
  `)
})

test('a recruiter is asked every month what is open, until the plan is stopped or they say no (R45)', async () => {
  expect(
    await session([
      'add "Sue Hara" -p 0411222333 --no-next',
      'plan start recruiter sue nursing in Leeds',
      '@ 2026-11-26 10:00',
      'done 1',
      '@ 2026-12-02 10:00',
      'done 2 "nothing yet"',
      '@ 2027-01-04 10:00',
      'done 3 "still nothing"',
      'undo',
      'done 3 "still nothing"',
      'list',
      'drop 5 --why "found a job" --no-next',
      'list',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Sue Hara" -p 0411222333 --no-next
    Added Sue Hara (@1). (fu undo)
    $ fu plan start recruiter sue nursing in Leeds
    Started recruiter for Sue Hara. Next: thank them for the introduction: nursing in Leeds, Thu 26 Nov. Next: ask what is open: nursing in Leeds, Wed 2 Dec. (fu undo)
    @ 2026-11-26 10:00
    $ fu done 1
    Kept on time: Sue Hara, thank them for the introduction: nursing in Leeds. (fu undo)
    @ 2026-12-02 10:00
    $ fu done 2 "nothing yet"
    Kept on time: Sue Hara, ask what is open: nursing in Leeds. Next: ask what is open now: nursing in Leeds, Mon 4 Jan 2027. (fu undo)
    @ 2027-01-04 10:00
    $ fu done 3 "still nothing"
    Kept on time: Sue Hara, ask what is open now: nursing in Leeds. Next: ask what is open now: nursing in Leeds, Thu 4 Feb. (fu undo)
    $ fu undo
    Took back: done 3 (Sue Hara, ask what is open now: nursing in Leeds). It is open again, and promise 4 is gone. (fu undo 6)
    $ fu done 3 "still nothing"
    Kept on time: Sue Hara, ask what is open now: nursing in Leeds. Next: ask what is open now: nursing in Leeds, Thu 4 Feb. (fu undo)
    $ fu list
         who       what                                    due
      5  Sue Hara  ask what is open now: nursing in Leeds  Thu 4 Feb
    $ fu drop 5 --why "found a job" --no-next
    Dropped 5 (Sue Hara, ask what is open now: nursing in Leeds): found a job. It stops the plan recruiter. (fu undo)
    $ fu list
    No such promises.
    "
  `)
})

test('each step of a job search is a sentence, whether or not it is said what it is about (R45)', async () => {
  expect(
    await session([
      'add "Sue Hara" -p 0411222333 -e sue@hara.example --no-next',
      'plan start job-application sue the post in Leeds',
      'plan start job-interview sue',
      'list',
      'plan new often "every +2w call: how is {what}?" "+1d: never"',
      'plan new often "every +2w call: how is {what}?"',
      'plan start often sue',
      'done 5',
      'plan stop often sue',
      'done 6',
      'list',
    ]),
  ).toMatchInlineSnapshot(`
    "
    $ fu add "Sue Hara" -p 0411222333 -e sue@hara.example --no-next
    Added Sue Hara (@1). (fu undo)
    $ fu plan start job-application sue the post in Leeds
    Started job-application for Sue Hara. Next: check that it arrived: the post in Leeds, Thu 26 Nov. Next: ask how it stands: the post in Leeds, Wed 2 Dec. (fu undo)
    $ fu plan start job-interview sue
    Started job-interview for Sue Hara. Next: thank them for the interview, Wed 25 Nov. Next: ask what was decided, Wed 2 Dec. (fu undo)
    $ fu list
         who       what                                      due
      3  Sue Hara  thank them for the interview              Wed 25 Nov
      1  Sue Hara  check that it arrived: the post in Leeds  Thu 26 Nov
      2  Sue Hara  ask how it stands: the post in Leeds      Wed 2 Dec
      4  Sue Hara  ask what was decided                      Wed 2 Dec
    $ fu plan new often "every +2w call: how is {what}?" "+1d: never"
    Only the last step can start with "every": "every +2w call: how is {what}?" is not the last one.
    Put it last, or start it with "after".
    [2]
    $ fu plan new often "every +2w call: how is {what}?"
    The plan often now has one step, for plans that start later. (fu undo)
    $ fu plan start often sue
    Started often for Sue Hara. Next: how is it?, Wed 9 Dec. (fu undo)
    $ fu done 5
    Kept on time: Sue Hara, how is it? Next: how is it?, Wed 9 Dec. (fu undo)
    $ fu plan stop often sue
    Stopped often for Sue Hara; promises that are already open stay open. (fu undo)
    $ fu done 6
    Kept on time: Sue Hara, how is it? (fu undo)
    $ fu list
         who       what                                      due
      3  Sue Hara  thank them for the interview              Wed 25 Nov
      1  Sue Hara  check that it arrived: the post in Leeds  Thu 26 Nov
      2  Sue Hara  ask how it stands: the post in Leeds      Wed 2 Dec
      4  Sue Hara  ask what was decided                      Wed 2 Dec
    "
  `)
})
