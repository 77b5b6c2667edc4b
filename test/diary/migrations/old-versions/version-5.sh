# How version-5.db.gz was made: with the last build that wrote version 5, in TZ=UTC, with LC_ALL=C and FU_DIARY set, in an
# empty folder, by the commands of version-1.sh, version-4.sh and these. What that build exported is in version-5.json.
# Neither is ever made again.
at() { export FU_NOW=$1; }

at 2026-11-06T10:00
fu add 'Bea Born' -p '0412 555 030' --birthday 1980-11-09 --anniversary wedding:06-14 --link https://bea.example --no-next
fu edit gaz --birthday 02-29 --title Broker
fu edit bea --birthday 1980-11-10 --note 'the tenth, not the ninth'
fu edit bea --department Sales --extra 'Shoe size: 43'
fu edit bea --nick Bee
fu undo
