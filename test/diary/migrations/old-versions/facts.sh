# How facts-1.db.gz, facts-2.db.gz and facts-3.db.gz were made: with the last build that wrote each version, in TZ=UTC, with
# LC_ALL=C and FU_DIARY set, in an empty folder. Each line of it keeps a fact that those versions wrote down as words. A build
# that lacks a command (version 1 has no "forget", version 2 no "calls") fails there and goes on. What the last build before
# version 4 said of each is in facts-1.json.gz and so on: every reading command, each command undone from the last to the
# first with an export after it, and all of it done again. None is ever made again.
at() { export FU_NOW=$1; }
# Runs a command at a terminal (a Python script does), and presses keys in it, one after the other.
keys() { echo "\$ fu $*"; FU_BIN=$bin/bin/fu.js python3 /tmp/facts-old/make/keys.py "$@"; }
# A call log: one row is number, type (2 outgoing, 3 missed), seconds since 1970, length.
calls() {
  echo '<?xml version="1.0" encoding="UTF-8"?><calls>'
  for row in "$@"; do
    set -- $row
    echo "<call number=\"$1\" type=\"$2\" date=\"$3000\" duration=\"$4\" contact_name=\"\" />"
  done
  echo '</calls>'
}

# Another diary, to be imported: its numbers mean somebody else here.
export FU_HERE=$FU_DIARY FU_DIARY=other.db
at 2026-11-01T09:00
fu add 'Olga Other' -p '+49 30 123456' --promise 'a quote from elsewhere' --due '9 nov'
fu promise olga 'a second one' --due '9 nov'
at 2026-11-03T09:00
fu move 1 '10 nov'
fu tried 2 --voicemail
fu heard olga 'rang back' --by call
fu move 1 '12 nov' --told
fu done 2 'settled' --no-next
fu drop 1 --why 'does not want to be contacted'
fu export --format json -o other.json
export FU_DIARY=$FU_HERE

at 2026-11-02T09:00
fu config country AU
fu add 'Gary Lee' -p '0412 555 019' -p 'work: 02 9374 4000' --promise 'send the quote' --due fri
fu add 'Ada Müller' -p '0412 555 020' -e 'ada@mueller.example' --promise 'send the price list' --due '10 nov'
fu add 'Ada Mueller' --nick Adele -p '02 9374 4111' --from gary --promise 'the drawings' --due '12 nov'
fu add 'José Álvarez' -p '+34 911 23 45 67' --kind customer --promise 'visit' --due '9 nov'
fu add 'Park, Sue (Leeds)' -p '0412 555 021' --promise 'ask; about "x" and 6 (y, z)' --due '5 nov'
fu add 'Bob Marked' -p '0412 555 022' --promise 'ring him' --due '6 nov'
fu promise bob 'write to him' --due '6 nov'
fu promise bob 'a third' --due '7 nov'
fu add 'Fay Forget' -p '0412 555 023' --from ada@mueller.example --promise 'something for fay' --due '6 nov'
fu add 'Mei Ling' -p '0412 555 024' --no-next
fu plan new fair '+1wd email: good to meet you, {name}' 'after +1w call: did you read it?'
fu plan start fair gary
fu plan start fair jose
fu plan start fair fay
fu promise gary 'about fay' --due '20 nov' --about fay
fu add 'Pia Prospect' --kind prospect --promise 'the offer' --due today --hot
# At the keyboard: reached, as such, the sale was asked for, nothing is noted, nothing is next.
keys go -- r r y Enter Enter q

at 2026-11-03T10:15
fu move 1 '11 nov'
fu move 1 '12 nov 10:30' --told
fu move 1 '20 nov' --told --why 'the bank is slow'
fu snooze 2 '16 nov'
fu move 2 '10 nov'
fu snooze 2 '17 nov'
fu tried 5 --no-answer
fu tried 1 --wrong-number
fu tried 1 --wrong-number 'an old lady'
fu tried 4 --message 'with his son'
fu drop 7 --why 'does not want to be contacted'
fu tried 10 --voicemail

at 2026-11-04T11:00
fu heard sue 'rang back about it'
fu heard gary 'wants another quote' --by email
fu heard gary 'and a brochure' --by email
fu heard jose 'the gate is broken' --complaint
fu plan stop fair jose
fu edit 1 --what 'send the second quote'
fu tried 1 --busy
fu heard gary 'and a third thing' --by call
fu log jose 'lunch' --by visit
fu heard fay 'asks too'
fu done 4 'sat down with him' --no-next
fu edit bob --do-not-contact
fu undo
fu edit bob --do-not-contact

at 2026-11-05T09:30
calls '0412555020 3 1793840400 0' '0412555020 3 1793844000 0' '+34911234567 3 1793847600 0' '0412555021 3 1793847700 0' > first.xml
fu calls first.xml
calls '0412555020 3 1793870000 0' '0412555021 2 1793871000 240' '+34911234567 2 1793871100 0' \
  '0412555022 3 1793871200 0' '0412555022 1 1793871300 30' > second.xml
at 2026-11-05T12:00
fu calls second.xml
calls '0412555024 3 1793880000 0' > third.xml
LC_ALL=ja_JP.UTF-8 fu calls third.xml
calls '+34911234567 2 1793880100 300' '0412555020 1 1793880200 45' > fourth.xml
fu calls fourth.xml
calls '0412555020 3 1793880300 0' > fifth.xml
fu calls fifth.xml
fu merge 'ada mueller' 'ada müller' --yes
fu merge gary jose --yes
fu undo
fu merge gary jose --yes
fu history -n 1 > /dev/null

at 2026-11-06T08:30
fu import other.json
printf 'name,phone,email\nNew Person,0412 555 099,new@person.example\nSue Park,0412 555 021,\n' > people.csv
fu import people.csv --tag fair --plan fair
fu undo
fu import people.csv --tag fair --plan fair
fu done 15 'no money' --outcome declined --why 'the price'
fu done 12 'no budget' --outcome declined --why 'no budget' --no-next
fu drop 'new person' --why 'not him'
fu move 3 '30 nov' --told
fu add 'Mei Ling' -p '0412 555 024' --no-next
fu merge @12 @8 --yes
fu promise ada 'a promise to take back' --due mon
fu undo
fu tried 2 --busy
fu tried 2 --voicemail 'left my number'

at 2026-11-09T15:45
fu forget fay --yes
fu log ada 'said hello to fay' --by call
fu move 2 '12 nov 09:00'
fu snooze 2 '13 nov'
fu heard ada 'called about the list'
fu done 2 'sent it' --no-next
