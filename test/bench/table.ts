/** One measured job. What does not apply to a row is left out, or `null`. */
export type ResultRow = {
  readonly job: string
  readonly contacts: number | null
  /** The median time. */
  readonly milliseconds: number
  /** The median of the ratios to the reference. */
  readonly ratio?: number
  /** What the row is compared with. */
  readonly against?: string
  /** The highest ratio, or time, that is accepted. */
  readonly bar?: number
  /** The peak memory, in MB. */
  readonly memory?: number
  /** The size of the diary file. */
  readonly bytes?: number | null
}

const heads = ['job', 'contacts', 'median ms', 'ratio', 'bar', 'against', 'memory MB', 'file MB']
const textColumns = new Set([0, 5])

/** The rows as an aligned table: texts on the left, numbers on the right. */
export function table(rows: readonly ResultRow[]): string {
  const lines = [heads, ...rows.map(cellsOf)]
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  const aligned = (cell: string, column: number): string => {
    const width = widths[column] ?? 0
    return textColumns.has(column) ? cell.padEnd(width) : cell.padStart(width)
  }
  return lines.map((line) => line.map(aligned).join('  ').trimEnd()).join('\n')
}

function cellsOf({ job, contacts, milliseconds, ratio, bar, against, memory, bytes }: ResultRow): string[] {
  const fixed = (number: number | null | undefined, digits: number): string => number?.toFixed(digits) ?? ''
  return [
    job,
    contacts?.toString() ?? '',
    fixed(milliseconds, 1),
    fixed(ratio, 2),
    bar?.toString() ?? '',
    against ?? '',
    fixed(memory, 0),
    fixed(bytes == null ? null : bytes / 1e6, 0),
  ]
}
