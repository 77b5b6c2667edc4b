import { Chalk } from 'chalk'
import { plainTheme, plain, type Theme } from './theme.ts'

/** The number of colours of the screen: none, 16, 256, or all. */
export type ColourLevel = 0 | 1 | 2 | 3

/** One of the 256 colours that is readable on white and on black; with 16 colours, cyan. */
const teal = 30

/**
 * The theme for a screen: one accent, bold names, dim reasons, and red only for "late". Colour never carries meaning
 * alone, so without colours the text is complete.
 */
export function themeFor(level: ColourLevel): Theme {
  if (level === 0) return plainTheme
  const chalk = new Chalk({ level })
  const accent = level < 2 ? chalk.cyan : chalk.ansi256(teal)
  return {
    title: chalk.bold,
    heading: accent,
    first: accent.bold,
    name: chalk.bold,
    number: plain,
    reach: plain,
    time: accent,
    late: chalk.red,
    accent,
    dim: chalk.dim,
    plain,
  }
}
