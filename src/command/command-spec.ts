import type { ArgumentShape, CommandShape, OptionShape, Slot } from '../domain/command-shape.ts'
import type { CommandModule } from './definition.ts'

/** A command as the help lists it. */
export type CommandSpec = {
  readonly name: string
  readonly usage: string
  readonly summary: string
}

export type Group = { readonly title: string; readonly commands: readonly CommandSpec[] }

/**
 * The first argument of a command, if the catalogue tells what it is; `null` if the command must be loaded, which takes
 * time. Most completed words are this one.
 */
export function firstWordOf({ usage }: CommandSpec): Slot | null {
  const [, name] = /^[<[]([a-z]+|who\|which)\u2026?[>\]]/.exec(usage) ?? []
  return name === undefined ? null : { name, choices: [] }
}

/** The arguments and options of a command, read from the command itself. */
export async function shapeOf(
  { name, usage, summary }: CommandSpec,
  { build, details, examples }: CommandModule,
): Promise<CommandShape> {
  const command = await build(name, summary, () => undefined)
  const isGlobal = ({ helpGroupHeading }: { helpGroupHeading?: string | undefined }): boolean =>
    helpGroupHeading !== undefined
  return {
    name,
    usage,
    summary,
    arguments: command.registeredArguments.map((argument): ArgumentShape => ({
      name: argument.name(),
      choices: argument.argChoices ?? [],
      about: argument.description,
      isRequired: argument.required,
      isVariadic: argument.variadic,
    })),
    options: command.options.filter((option) => !isGlobal(option)).map(asShape),
    globals: command.options.filter(isGlobal).map(asShape),
    details,
    examples,
  }
}

type BuiltOption = {
  readonly flags: string
  readonly long?: string | undefined
  readonly short?: string | undefined
  readonly description: string
  readonly required: boolean
  readonly optional: boolean
  readonly argChoices?: readonly string[] | undefined
}

function asShape(option: BuiltOption): OptionShape {
  const { flags, long, short, description, required, optional, argChoices } = option
  const slot: Slot = { name: /[<[](.+)[>\]]$/.exec(flags)?.[1] ?? '', choices: argChoices ?? [] }
  return {
    flags,
    names: [long, short].filter((name) => name !== undefined),
    about: description,
    value: required || optional ? { ...slot, isRequired: required } : null,
  }
}
