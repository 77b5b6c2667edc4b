# How version-1.db.gz was made: with the fu of that version, in TZ=UTC, with FU_DIARY set. What that fu said of the diary is
# in version-1.json. Neither is ever made again: a later fu has to read what that one wrote.
at() { export FU_NOW=$1; }

at 2026-11-02T09:00
fu add 'Gary Lee' -c 'Lee Mortgages' -p '0412 555 019' -p 'work: +61 2 9374 4000' -e 'gary@lee.example' -a 'home: 1 Main St, Leeds' \
  --nick Gaz --by call --kind customer --met 'trade show' --tag vip --tag north --note 'two children' --every 30d \
  --zone Australia/Sydney --best-time 'after 16:00' --promise 'send the quote' --due fri --hot
fu add 'Ada Müller' -e 'ada@mueller.example' --by email --from gary --promise 'send the price list' --due '10 nov 10:30'
fu add "Robert'); DROP TABLE contacts;--" --note '=HYPERLINK("http://x","y")' --no-next
fu add 'נועה كريم 田中 👩‍👩‍👧' -p '+34 911 23 45 67' --from-word 'a poster' --no-next
fu add 'Zoë "Zed" O’Brien' --tag 'a,b' --promise $'a “long” text, with <b>marks</b> & more' --due 2026-12-24
fu config country AU
fu config holidays 2026-12-25 2026-12-28..2027-01-01
fu plan new fair '+1wd email: good to meet you, {name}' 'after +1w call: did you read it?'
fu plan set no-answer 2d 5d 7d 30d
at 2026-11-03T10:15
fu plan start fair ada
fu wait ada 'the signed papers' --due '12 nov'
fu heard gary 'wants a second quote' --by email
fu sent gary 'the first quote' --by post
fu sold zoe 'a boat'
fu log robert 'walked by' --by visit
fu tried 2 --voicemail 'left my number'
at 2026-11-05T16:40
fu move 1 '20 nov' --told
fu snooze 2 '9 nov'
fu done 5 'told him' --no-next
fu promise gary 'ring about the garden' --due '1 dec 15:00' --about ada --when 'the rain stops'
fu drop 4 --why 'she found another'
at 2026-11-06T08:30
fu promise gary 'a promise to take back' --due mon
fu undo
fu edit ada --note 'prefers mornings' --every 2w
fu done 1 'too dear' --outcome declined --why 'the price' --no-next
fu undo
fu undo
fu edit robert --do-not-contact
fu sent ada 'a card' --by email --no-input
fu list --all --json > /dev/null
