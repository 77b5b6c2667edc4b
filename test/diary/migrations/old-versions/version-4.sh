# How version-4.db.gz was made: with the last build that wrote version 4, in TZ=UTC, with LC_ALL=C and FU_DIARY set, in an
# empty folder, by the commands of version-1.sh and these. What that build exported is in version-4.json. Neither is ever
# made again.
at() { export FU_NOW=$1; }

at 2026-11-06T09:00
cat > cards.vcf <<'CARDS'
BEGIN:VCARD
VERSION:3.0
UID:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
FN:Dr. Uma Okoro MD
N:Okoro;Uma;Q.;Dr.;MD
ORG:Okoro Ltd;Sales
TITLE:Surveyor
TEL;TYPE=ASSISTANT:+44 20 7946 0018
item1.EMAIL:uma@okoro.example
item1.X-ABLabel:Büro
BDAY:--0214
URL:https://okoro.example
X-SOCIALPROFILE;TYPE=twitter:http://twitter.com/uma
NOTE:likes tea
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Uma Okoro
TEL:+44 20 7946 0018
NICKNAME:Umi
END:VCARD
CARDS
fu import cards.vcf --met 'trade fair'
fu edit uma --tag fair --note 'likes tea; two dogs'
fu add 'Uma O.' -p '+44 20 7946 0099' --note 'on the phone' --no-next
fu merge 'uma o.' 'dr. uma okoro md' --yes
fu promise uma 'the survey' --due '20 nov' --hot
fu move uma '23 nov' --told
at 2026-11-06T09:30
fu tried uma --wrong-number 'an old lady'
printf '<calls><call number="0412555019" type="3" date="1793955600000" duration="0" contact_name="" /></calls>' > calls.xml
fu calls calls.xml
fu edit uma --company 'Okoro & Sons'
fu undo
