import { stripVTControlCharacters } from 'node:util'
import { expect, it } from 'vitest'
import { aBinary } from '../support/binary.ts'
import { replay } from './replay.ts'

const aWeek = `FU_NOW=2026-11-25T09:00
$ fu add "Gary Lee" --company "Lee Mortgages" --phone mobile:"0412 555 019" --from-word referral --promise "call back about the refinance" --due "fri 10:30"
Added Gary Lee, Lee Mortgages (@1). Promised Gary Lee: call back about the refinance, Fri 27 Nov 10:30. (fu undo)
$ fu add "Ada Müller" --email ada@mueller.example --by email --met "Hannover Messe" --promise "send the price list" --due tomorrow
Added Ada Müller (@2). Promised Ada Müller: send the price list, Thu 26 Nov. (fu undo)
$ fu add "José Álvarez" --phone "+34 911 23 45 67" --tag supplier
Added José Álvarez (@3). (fu undo)
! Nothing is next with José Álvarez: fu promise @3 … --due …
$ fu wait jose "the delivery date" --due 27/11
Waiting for José Álvarez: the delivery date, Fri 27 Nov. (fu undo)
$ fu today
  Wednesday 25 November 2026

  Nothing due. Tomorrow: 1. The next is Ada Müller on Thu 26 Nov.
FU_NOW=2026-11-26T16:00
$ fu today
  Thursday 26 November 2026                                            1 today

  TODAY
  ▸  2  Ada Müller                                         ada@mueller.example
        send the price list
        you said Thu 26 Nov

  Tomorrow 2 · no next step: nobody
  fu done 2 "…"    fu tried 2    fu move 2 fri
$ fu tried "ada mul" --voicemail "left my number"
Tried Ada Müller: left a voicemail. Next try Mon 30 Nov. (fu undo)
$ fu done gary "rang early: wants the fixed rate" --next "send the papers" --due mon
Kept on time: Gary Lee, call back about the refinance. Promised Gary Lee: send the papers, Mon 30 Nov. (fu undo)
$ fu undo
Took back: done 1 (Gary Lee, call back about the refinance). It is open again, and promise 4 is gone. (fu undo 7)
$ fu done gary "rang early: wants the fixed rate" --next "send the papers" --due mon
Kept on time: Gary Lee, call back about the refinance. Promised Gary Lee: send the papers, Mon 30 Nov. (fu undo)
FU_NOW=2026-12-01T08:30
$ fu
  Tuesday 1 December 2026                           2 carried over · 1 waiting

  CARRIED OVER · 2
  ▸  2  Ada Müller                           ada@mueller.example    1 day late
        send the price list · 2nd try
        left my number on Thu 26 Nov · owes an update
     5  Gary Lee, Lee Mortgages              0412 555 019           1 day late
        send the papers
        you said Mon 30 Nov · owes an update

  WAITING ON THEM
     3  José Álvarez                         +34 911 23 45 67      4 days late
        the delivery date
        they said Fri 27 Nov; not chased yet

  Nothing else today · tomorrow 0 · no next step: nobody
  fu done 2 "…"    fu tried 5    fu move 2 fri
$ fu --width 40
  Tuesday 1 December 2026
  2 carried over · 1 waiting

  CARRIED OVER · 2
  ▸  2  Ada Müller
        ada@mueller.example
        1 day late
        send the price list · 2nd try
        left my number on Thu 26 Nov
        owes an update
     5  Gary Lee, Lee Mortgages
        0412 555 019 · 1 day late
        send the papers
        you said Mon 30 Nov
        owes an update

  WAITING ON THEM
     3  José Álvarez
        +34 911 23 45 67 · 4 days late
        the delivery date
        they said Fri 27 Nov; not
        chased yet

  Nothing else today · tomorrow 0
  no next step: nobody
  fu done 2 "…"    fu tried 5
  fu move 2 fri
$ fu --width 200
  Tuesday 1 December 2026                                 2 carried over · 1 waiting

  CARRIED OVER · 2
  ▸  2  Ada Müller                                 ada@mueller.example    1 day late
        send the price list · 2nd try
        left my number on Thu 26 Nov · owes an update
     5  Gary Lee, Lee Mortgages                    0412 555 019           1 day late
        send the papers
        you said Mon 30 Nov · owes an update

  WAITING ON THEM
     3  José Álvarez                               +34 911 23 45 67      4 days late
        the delivery date
        they said Fri 27 Nov; not chased yet

  Nothing else today · tomorrow 0 · no next step: nobody
  fu done 2 "…"    fu tried 5    fu move 2 fri
$ fu list --theirs --late --json
{
  "version": 1,
  "items": [
    {
      "id": 3,
      "uid": "<uid>",
      "contact": {
        "id": 3,
        "name": "José Álvarez",
        "company": null
      },
      "about": null,
      "owner": "theirs",
      "what": "the delivery date",
      "channel": null,
      "kind": "promise",
      "hot": false,
      "due": {
        "day": "2026-11-27",
        "time": null
      },
      "promised": {
        "day": "2026-11-27",
        "time": null
      },
      "snoozedUntil": null,
      "effectiveDay": "2026-11-27",
      "trigger": null,
      "plan": null,
      "step": null,
      "windowUntil": null,
      "status": "open",
      "outcome": null,
      "reason": null,
      "note": null,
      "attempts": 0,
      "chases": 0,
      "moves": 0,
      "told": false,
      "madeAt": "2026-11-25T09:00:00+00:00",
      "closedAt": null,
      "onTime": null
    }
  ]
}
$ fu export > promises.csv
$ cat promises.csv
id,uid,contact,company,phone,email,owner,what,channel,kind,hot,due_day,due_time,promised_day,status,outcome,reason,note,attempts,moves,made_at,closed_at,on_time,about,trigger,promised_time,snoozed_until,contact_id,about_id,plan,run_id,step,window_until␍
1,<uid>,Gary Lee,Lee Mortgages,0412 555 019,,mine,call back about the refinance,,promise,false,2026-11-27,10:30,2026-11-27,kept,reached,,rang early: wants the fixed rate,0,0,2026-11-25T09:00:00+00:00,2026-11-26T16:00:00+00:00,true,,,10:30,,1,,,,,␍
2,<uid>,Ada Müller,,,ada@mueller.example,mine,send the price list,,promise,false,2026-11-26,,2026-11-26,open,,,,1,0,2026-11-25T09:00:00+00:00,,,,,,,2,,,,,␍
3,<uid>,José Álvarez,,+34911234567,,theirs,the delivery date,,promise,false,2026-11-27,,2026-11-27,open,,,,0,0,2026-11-25T09:00:00+00:00,,,,,,,3,,,,,␍
5,<uid>,Gary Lee,Lee Mortgages,0412 555 019,,mine,send the papers,,promise,false,2026-11-30,,2026-11-30,open,,,,0,0,2026-11-26T16:00:00+00:00,,,,,,,1,,,,,␍
$ fu export all -o out
! Written to out.
$ ls out
entries.csv
people.csv
promises.csv
settings.json
$ cmp promises.csv out/promises.csv
$ cat out/people.csv out/entries.csv out/settings.json
id,uid,name,company,kind,channel,phone_1_label,phone_1,email_1_label,email_1,address,met,from,every,time_zone,tags,note,do_not_contact,added_at,last_contact,nick,best_time,from_id,from_word,phone_1_e164␍
1,<uid>,Gary Lee,Lee Mortgages,,,mobile,0412 555 019,,,,,referral,,,,,,2026-11-25T09:00:00+00:00,2026-11-26T16:00:00+00:00,,,,referral,␍
2,<uid>,Ada Müller,,,email,,,,ada@mueller.example,,Hannover Messe,,,,,,,2026-11-25T09:00:00+00:00,,,,,,␍
3,<uid>,José Álvarez,,,,,+34 911 23 45 67,,,,,,,,supplier,,,2026-11-25T09:00:00+00:00,,,,,,+34911234567␍
id,uid,at,contact,promise,direction,channel,outcome,text,feedback,act,offer,contact_id,remark␍
1,<uid>,2026-11-26T16:00:00+00:00,Ada Müller,2,out,call,voicemail,left my number,,tried,,2,␍
3,<uid>,2026-11-26T16:00:00+00:00,Gary Lee,1,out,,reached,rang early: wants the fixed rate,,done,,1,␍
{
  "version": 1,
  "settings": {},
  "plans": [],
  "runs": []
}
`

it('carries a week from the first line to the books', { timeout: 30_000 }, () => {
  expect(replay(aWeek, aBinary())).toBe(aWeek)
})

it('colours the page without changing a letter of it', () => {
  const { fu } = aBinary()
  fu(['add', 'Gary Lee', '--phone', '0412 555 019', '--promise', 'send the quote', '--due', 'tomorrow'])
  const later = { now: '2026-12-01T08:30' }
  const plain = fu(['today'], later).stdout
  const coloured = fu(['today', '--color', 'always'], later).stdout
  expect(coloured).not.toBe(plain)
  expect(stripVTControlCharacters(coloured)).toBe(plain)
})
