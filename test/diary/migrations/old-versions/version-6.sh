# How version-6.db.gz was made: with the last build that wrote version 6, in TZ=UTC, with LC_ALL=C and FU_DIARY set, in an
# empty folder, by the commands of version-1.sh, version-4.sh, version-5.sh and these. What that build exported is in
# version-6.json. Neither is ever made again.
at() { export FU_NOW=$1; }

at 2026-11-06T11:00
fu add 'Ivo Sixt' -p '0412 555 040' --birthday 11-12 --every 2w --by call --promise 'send the plan' --due '13 nov 10:30'
fu add 'Meg Sixt' -e 'meg@sixt.example' --by email --no-next
printf '<calls><call number="0412555040" type="3" date="1793962800000" duration="0" contact_name="" /></calls>' > calls.xml
fu calls calls.xml
fu promise meg 'the seating plan' --due '16 nov' --about ivo --by email
fu promise meg 'the flowers' --due '17 nov' --when 'the florist calls' --hot
fu edit 20 --what 'the white flowers' --by text
fu move 19 '18 nov' --told
fu snooze 20 '20 nov'
fu done 19 'sent' --by email --next 'ask about the plan' --due '23 nov'
fu tried 18 --no-answer
fu edit ivo --birthday 1981-11-12
fu edit 21 --what 'ask about the plan for 80'
fu done 21 'she has it' --no-next
fu undo
fu drop 20 --why 'no flowers'
