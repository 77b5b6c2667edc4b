import { failed, usage, type FuError } from '../../domain/errors.ts'
import { isMailStart } from '../vcard/mail.ts'

type Format = { readonly what: string; readonly todo: string }

const exportCards = 'Export the contacts as vCard or CSV, and import that file.'
const saveTable = 'Save it as CSV first, and import that file.'
const unpack = 'Unpack it first, and import the file inside.'

/** Binary formats, by their first bytes. */
const binaries: readonly (readonly [start: string, format: Format])[] = [
  [
    'PK\x03\x04',
    {
      what: 'a spreadsheet or a ZIP file',
      todo: 'Save it as CSV first, or unpack it, and import that file.',
    },
  ],
  ['\xD0\xCF\x11\xE0', { what: 'an Excel file or an Outlook message', todo: saveTable }],
  [
    '!BDN',
    {
      what: 'an Outlook mailbox (PST)',
      todo: 'Export the contacts from Outlook as CSV, and import that file.',
    },
  ],
  ['\x1F\x8B', { what: 'a packed file', todo: unpack }],
  ['7z\xBC\xAF', { what: 'a packed file', todo: unpack }],
  ['Rar!', { what: 'a packed file', todo: unpack }],
  ['%PDF', { what: 'a PDF', todo: exportCards }],
  ['SQLite ', { what: 'a database', todo: 'If it is a fu diary, use "fu restore".' }],
  ['bplist00', { what: 'an Apple property list', todo: exportCards }],
  ['\x89PNG', { what: 'a picture', todo: exportCards }],
  ['\xFF\xD8\xFF', { what: 'a picture', todo: exportCards }],
]

/** Text formats that contain contacts or resemble those that do, by how the text begins. */
const texts: readonly (readonly [start: RegExp, format: Format])[] = [
  [
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i,
    { what: 'a web page', todo: 'Sign in to the site that it comes from, and export it again.' },
  ],
  [
    /^(?:<\?xml[^>]*>\s*)?<(?:\w+:)?vcards?\b/i,
    { what: 'an address book in XML (xCard)', todo: exportCards },
  ],
  [
    /^(?:<\?xml[^>]*>\s*)?<(?:\w+:)?contacts?\b/i,
    { what: 'a Windows address book (XML)', todo: exportCards },
  ],
  [/^(?:<\?xml[^>]*>\s*)?<!doctype\s+plist\b/i, { what: 'an Apple property list', todo: exportCards }],
  [/^\[\s*\[?\s*"vcard"/i, { what: 'an address book in JSON (jCard)', todo: exportCards }],
  [/^\[/, { what: 'a list in JSON', todo: exportCards }],
  [
    /^(?:#[^\n]*\n\s*)*(?:version: *1\s+)?(?:#[^\n]*\n\s*)*dn::? /i,
    { what: 'an address book in LDIF', todo: exportCards },
  ],
  [/^\/\/ <!-- <mdb:mork:/, { what: 'a Thunderbird address book (Mork)', todo: exportCards }],
  [/^BEGIN:VCALENDAR/i, { what: 'a calendar', todo: 'Export the contacts as vCard or CSV.' }],
  [/^\{\\rtf/, { what: 'a document (RTF)', todo: exportCards }],
]

/** The error for a file in a known binary format; `null` if it may be text. */
export function refusedBinary(bytes: Uint8Array): FuError | null {
  const start = String.fromCharCode(...bytes.subarray(0, 16))
  const [, format] = binaries.find(([known]) => start.startsWith(known)) ?? []
  return format === undefined ? null : refusal(format)
}

/** The error for a text in a format that cannot be imported; `null` if it may be an address book. */
export function refusedText(start: string): FuError | null {
  const [, format] = texts.find(([known]) => known.test(start)) ?? []
  if (format !== undefined) return refusal(format)
  if (/^<\?xml|^<(?:smses|calls)\b/i.test(start)) {
    return usage(
      'The file is XML, as call logs are, which fu cannot import.',
      'Read a call log with "fu calls <file>".',
    )
  }
  return isMailStart(start)
    ? failed(
        'The file is an email without a readable card.',
        'Save the card attached to it, and import that file.',
      )
    : null
}

function refusal({ what, todo }: Format): FuError {
  return failed(`The file is ${what}, which fu cannot import.`, todo)
}
