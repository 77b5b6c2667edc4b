import type { CommandShape, OptionShape } from '../../domain/command-shape.ts'
import { definitionLines, paragraphLines, type Definition } from '../layout/definitions.ts'
import { wrapExample } from './example.ts'
import { detailParts } from './details.ts'

const indent = 2
const widestTerm = 28

/** The text of `fu <command> --help`: no line is wider than `width`, except for a word that is. */
export function helpText(shape: CommandShape, width: number): string {
  const { name, summary, details, examples } = shape
  const words = `fu ${name} ${shape.usage}`.trim()
  // Some usages already name the options.
  const usage = /\[(?:options|filters)\]/.test(words) ? words : `${words} [options]`
  const rows = (definitions: readonly Definition[]): string[] =>
    definitionLines(definitions, { width, indent, widestTerm })
  const blocks = [
    paragraphLines(`Usage: ${usage}`, { width, indent: 0 }),
    paragraphLines(summary, { width, indent: 0 }),
    titled('Arguments:', rows(shape.arguments.map((one) => [one.name, withChoices(one.about, one.choices)]))),
    titled('Options:', rows(shape.options.map(optionRow))),
    titled('Everywhere:', rows([...shape.globals.map(optionRow), ['-h, --help', 'this help']])),
    ...(details === null ? [] : [detailLines(details, width)]),
    titled(
      'Examples:',
      examples.flatMap((example) => wrapExample(example, width)),
    ),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n')
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines]
}

function optionRow({ flags, about, value }: OptionShape): Definition {
  return [flags, withChoices(about, value?.choices ?? [])]
}

/** The meaning of an option, with its allowed values. */
export function withChoices(about: string, choices: readonly string[]): string {
  return choices.length === 0 ? about : `${about}: ${choices.join(', ')}`
}

function detailLines(details: string, width: number): string[] {
  return detailParts(details).flatMap(({ term, text }) =>
    term === null
      ? paragraphLines(text, { width, indent: 0 })
      : definitionLines([[term, text]], { width, indent, widestTerm: 0 }),
  )
}
