import { filledAmong } from '../csv/rows.ts'
import { fullName, type RowReader } from './read.ts'

const read = new Set(['First Name', 'Last Name', 'Email Address', 'Company', 'Position', 'URL'])

/** Whether a table has the columns of LinkedIn's Connections.csv. */
export function isLinkedIn(columns: readonly string[]): boolean {
  return ['First Name', 'Last Name', 'Connected On'].every((column) => columns.includes(column))
}

/** Reads the rows of LinkedIn's Connections.csv, which has an email address for a few of them only. */
export function linkedInReader(columns: readonly string[]): RowReader {
  const filled = filledAmong(columns.filter((column) => column !== '' && !read.has(column)))
  return (cells) => ({
    name: fullName({ first: cells['First Name'], last: cells['Last Name'] }),
    company: cells['Company'] ?? '',
    emails: [{ label: '', value: cells['Email Address'] ?? '' }],
    title: cells['Position'] ?? '',
    links: [{ label: 'LinkedIn', value: cells['URL'] ?? '', kind: 'profile' }],
    extra: filled(cells).map((column) => ({ label: column, value: cells[column] ?? '' })),
  })
}
