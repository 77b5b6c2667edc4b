import { Chalk } from 'chalk'
import { plainTheme, plain, type Theme } from './theme.ts'

/** How many colours the screen has: none, 16, 256, or all. */
export type ColourLevel = 0 | 1 | 2 | 3

/** Of the 256 colours, one that stands out from white as from black; where there are only 16, it is cyan. */
const teal = 30

/**
 * The look for a screen: one accent, bold names, dim reasons, red for late alone. It never says what words do
 * not say too, so without colours it gives the text as it is.
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
