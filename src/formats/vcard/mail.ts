/** What the header of a mail begins with: the line of a mailbox, or one of the fields that a mail has. */
const firstLine =
  /^(?:From [^:]|(?:From|To|Date|Subject|Return-Path|Received|Delivered-To|Message-ID|MIME-Version|Content-[\w-]+)[ \t]*:)/i

/** A field of a header, a line that continues one, or the boundary of a part. */
const headerLine = /^(?:[A-Za-z][\w-]*[ \t]*:|[ \t]|From |--)/

/** Whether a text whose first line this is begins with the header of a mail. */
export function isMailStart(line: string): boolean {
  return firstLine.test(line)
}

/** Whether a line outside of any card may belong to the header of a mail, or of one of its parts. */
export function isMailHeader(line: string): boolean {
  return headerLine.test(line)
}
