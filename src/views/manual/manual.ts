import type { CommandShape, OptionShape } from '../../domain/command-shape.ts'
import {
  bold,
  compactList,
  indented,
  definition,
  paragraph,
  section,
  subsection,
  exampleLines,
} from './roff.ts'
import { detailParts } from './details.ts'
import { withChoices } from './help-text.ts'
import { description, filesOf } from './parts.ts'
import { topics } from './topics.ts'

export type ManualGroup = { readonly title: string; readonly commands: readonly CommandShape[] }

/** The manual of the whole program as a `man` page, in roff. */
export function manualPage(version: string, groups: readonly ManualGroup[]): string {
  const globals = groups[0]?.commands[0]?.globals ?? []
  return [
    `.TH FU 1 "" "fu ${version}" "User Commands"\n.nh\n.ad l\n.ss 12 0\n`,
    section('Name', 'fu \\- a follow\\-up diary for the command line\n'),
    section(
      'Synopsis',
      ['fu [command] [words…] [options]', 'fu <command> --help']
        .map((line) => `${bold(line)}\n`)
        .join('.br\n'),
    ),
    section('Description', ...description.map(paragraph)),
    section('Commands', ...groups.map(({ title, commands }) => subsection(title, ...commands.map(command)))),
    section('Everywhere', compactList(globals.map(option))),
    ...topics.map(({ title, text, rows, column }) =>
      section(title, ...text.map(paragraph), ...pairs(rows, column)),
    ),
    section('Files', ...pairs(filesOf, 7)),
  ].join('')
}

function command({ name, usage, summary, options, details, examples }: CommandShape): string {
  return [
    definition(`fu ${name} ${usage}`.trim(), summary),
    indented(
      [
        compactList(options.map(option)),
        details === null ? '' : detailParagraphs(details),
        exampleLines(examples.map((example) => `$ ${example}`)),
      ].join(''),
    ),
  ].join('')
}

/** The help's details: running text, and rows of a term with its meaning. */
function detailParagraphs(details: string): string {
  return detailParts(details)
    .map(({ term, text }) => (term === null ? paragraph(text) : definition(term, text, 18)))
    .join('')
}

function option({ flags, about, value }: OptionShape): string {
  return definition(flags, withChoices(about, value?.choices ?? []), 18)
}

function pairs(rows: readonly (readonly [string, string])[], width: number): string[] {
  return rows.map(([term, meaning]) => definition(term, meaning, width))
}
