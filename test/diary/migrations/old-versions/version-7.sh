# How version-7.db.gz was made: with the last build that wrote version 7, in TZ=UTC, with LC_ALL=C and FU_DIARY set, in an
# empty folder, by the commands of version-1.sh, version-4.sh, version-5.sh, version-6.sh and these. What that build
# exported is in version-7.json. Neither is ever made again.
at() { export FU_NOW=$1; }

at 2026-11-07T11:00
fu add 'Ruth Maiden' -p '0412 555 050' --promise 'send the list' --due '18 nov'
fu edit ruth --name 'Ruth Wedd'
fu add 'Maud Stone' -e 'maud@stone.example' --no-next
fu add 'Maud Storm' -p '0412 555 051' --no-next
fu merge 'Maud Stone' 'Maud Storm'
fu edit 'Maud Storm' --name 'Maud Hill'
printf 'Name,Phone,Company\nIvan Row,0412 555 052,Row Boats\nIna Row,0412 555 053,\n' > people.csv
fu import people.csv
fu edit 'Ivan Row' --name 'Ivan Rowe' --note 'rows'
fu undo
