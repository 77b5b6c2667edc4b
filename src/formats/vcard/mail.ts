/** The start of a mail header: the mbox "From " line, or a header field. */
const firstLine =
  /^(?:From [^:]|(?:From|To|Date|Subject|Return-Path|Received|Delivered-To|Message-ID|MIME-Version|Content-[\w-]+)[ \t]*:)/i

/** A header field, a continuation line, or the boundary of a part. */
const headerLine = /^(?:[A-Za-z][\w-]*[ \t]*:|[ \t]|From |--)/

/** Whether this first line begins the header of a mail. */
export function isMailStart(line: string): boolean {
  return firstLine.test(line)
}

/** Whether a line outside any card may belong to the header of a mail or of one of its parts. */
export function isMailHeader(line: string): boolean {
  return headerLine.test(line)
}
