/** A text from outside that breaks programs, by the name of its effect. */
export type Hostile = readonly [name: string, text: string]

/** This many combining marks. */
const marks = (count: number): string => '\u0301\u0316'.repeat(count / 2)

/** Texts that a diary stores unchanged: each must round-trip through every field. */
export const hostile: readonly Hostile[] = [
  // Terminal control
  ['controls of C0', `c0${range(0x01, 0x1f)}\u007fend`],
  ['controls of C1', `c1${range(0x80, 0x9f)}end`],
  ['colour', 'a \u001b[31mred\u001b[0m word'],
  ['clears the screen', 'a \u001b[2J\u001b[H word'],
  ['a title', 'a \u001b]0;a title\u0007 word'],
  ['a link (OSC 8)', 'a \u001b]8;;https://evil.example\u001b\\link\u001b]8;;\u001b\\ word'],
  ['the clipboard (OSC 52)', 'a \u001b]52;c;cm0gLXJm\u0007 word'],
  ['a device control string', 'a \u001bP$q"p\u001b\\ word'],
  ['controls in one character', 'a \u009b31m \u009d0;title\u009c word'],
  ['a report of the screen', 'a \u001b[6n\u001b[c\u0005 word'],
  ['written over by a return', 'pay 10\rpay 99'],
  ['written over by backspaces', `pay 10${'\b'.repeat(6)}pay 99`],
  ['a bell', 'a\u0007 word'],
  ['deletes', 'a\u007f\u007f word'],
  // Lines
  ['line ends', 'one\ntwo\r\nthree\rfour'],
  ['line ends of Unicode', 'one\u2028two\u2029three\u0085four\u000bfive\u000csix'],
  ['a tab', 'one\ttwo'],
  ['an empty line', 'one\n\n\ntwo'],
  // Direction and invisible characters
  ['a direction override', 'invoice \u202egpj.exe'],
  ['overrides and isolates', 'a \u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069 word'],
  ['direction marks', 'a \u200e\u200f\u061c word'],
  [
    'tag characters',
    `a ${'hidden'.replaceAll(/./g, (sign) => String.fromCodePoint(0xe0000 + sign.charCodeAt(0)))}\u{e007f} word`,
  ],
  ['what has no width', 'a \u200b\u2060\ufeff\u00ad\u180e\u115f\u3164\uffa0 word'],
  ['marks of annotations', 'a \ufff9b\ufffac\ufffb word'],
  ['marks without a letter', '\u0301\u0302 word'],
  // Harmless scripts and signs
  ['emoji', '👨‍👩‍👧‍👦 👩🏽‍🚀 ❤\ufe0f 🇦🇺 1\ufe0f\u20e3 🏴'],
  ['Persian', 'می\u200cخواهم بروم'],
  ['Hebrew and Arabic', 'נֹעָה לוי ليلى حداد'],
  ['Chinese, Japanese, Korean', '王美玲 ミカ 김철수 ｶﾀｶﾅ'],
  ['Hindi, Tamil, Thai', 'क्षत्रिय நிலா กำลัง'],
  ['rare planes', '𠮷野家 𝒜𝒹𝒶 \u{10ffff} \uffff \ue000'],
  ['decomposed', 'Mu\u0308ller Å Å \ufb01'],
  ['letters that look like others', 'Gаry Lее'],
  // Markup
  ['a script', '<script>alert(1)</script>'],
  ['out of an attribute', `"><img src=x onerror='alert(1)'>`],
  ['out of a comment', '--><b>x</b><!--'],
  ['out of a style sheet', '</style><body onload=x>"\\22 ;}'],
  ['character references', '&lt;b&gt; &#x3c;b> &amp;nbsp;'],
  // Spreadsheets
  ['a formula', '=HYPERLINK("http://evil.example";"x")'],
  ['a formula by a sign', "+1+cmd|' /C calc'!A0"],
  ['a formula by a minus', '-2+3'],
  ['a formula behind an apostrophe', "''=1+1"],
  ['a formula behind a semicolon', 'hello;=1+1'],
  ['a formula behind a tab', 'hello\t=1+1'],
  ['a formula behind a line end', 'hello\n=1+1'],
  ['a formula behind a semicolon and a quote', 'hello;"=1+1'],
  ['a formula behind a semicolon and an apostrophe', "hello;'=1+1"],
  ['an apostrophe', "'tis"],
  ['a wide formula', '＝1+1'],
  ['quotes and separators', 'a "b", c; d\t"'],
  ['half a quote', '"'],
  // Cards and calendars
  ['the end of a card', 'x\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Injected'],
  ['the end of a to-do', 'x\nEND:VTODO\nBEGIN:VEVENT\nSUMMARY:Injected'],
  ['a property behind a line end of Unicode', 'x\u2028ATTACH:file:///etc/passwd\u0085X-EVIL:1'],
  ['a fold', 'x\r\n y\r\n\tz'],
  ['escapes of cards', 'a\\nb\\,c\\;d\\\\n;TYPE=x:y'],
  // Programming languages
  ['SQL', `'; DROP TABLE contacts; --`],
  ['full-text search', `" OR name:* NEAR(a b, 2) ^a -b + "c`],
  ['a pattern', '.*+?^${}()|[]\\/ $& $1 $` %_'],
  ['formats', '%s %d %n %x {0} {name} {what} {day} ${HOME}'],
  ['a shell', '$(rm -rf ~) `id` ; | & > /dev/null !!'],
  ['a path', '../../../../etc/passwd'],
  ['a path of Windows', 'C:\\..\\CON'],
  ['a web address', 'javascript:alert(1)//https://example.org'],
  ['JSON', '{"__proto__": {"x": 1}}, "version": 2'],
  ['words of JavaScript', '__proto__ constructor toString'],
  ['an option', '--help'],
  ['a short option', '-y'],
  ['the end of options', '--'],
  ['no value', 'null undefined NaN true'],
]

/** Texts that are slow to process, also stored unchanged. */
export const long: readonly Hostile[] = [
  ['one letter with 10,000 marks', `Z${marks(10_000)}algo`],
  ['one long word', 'W'.repeat(5_000)],
  ['one long word of wide letters', '美'.repeat(1_000)],
  ['many words', 'to be or not to be '.repeat(300).trim()],
]

/** A million letters. */
export const endless = `${'x'.repeat(5_000)} ${'to be or not to be '.repeat(52_300)}`.trim()

/** Texts that cannot be stored in a diary or a file: each is refused with a sentence. */
export const unkeepable: readonly Hostile[] = [
  ['NUL', 'a\0b'],
  ['the first half of a pair', 'a\ud83d'],
  ['the second half of a pair', '\ude00b'],
  ['a pair the wrong way round', 'a\ude00\ud83db'],
]

function range(from: number, to: number): string {
  return Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)).join('')
}
