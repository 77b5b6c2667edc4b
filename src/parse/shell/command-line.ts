import type { ArgumentShape, CommandShape, OptionShape, Slot } from '../../domain/command-shape.ts'

/** What kind of word is expected at the cursor. */
export type Expected =
  | { readonly at: 'option' }
  /** The value of an option; `lead` is the part of the word before it, as in `--due=`. */
  | { readonly at: 'value'; readonly slot: Slot; readonly option: OptionShape; readonly lead: string }
  /** A positional word; `before` are the earlier words of the same argument. */
  | { readonly at: 'argument'; readonly slot: ArgumentShape; readonly before: readonly string[] }
  | { readonly at: 'nothing' }

type Lines = Pick<CommandShape, 'arguments' | 'options' | 'globals'>

/** The kind of word expected for `current`, after the words `typed`. */
export function expectedAt(shape: Lines, typed: readonly string[], current: string): Expected {
  const { args, awaiting, isOver } = walk(shape, typed)
  if (awaiting?.value) return { at: 'value', slot: awaiting.value, option: awaiting, lead: '' }
  if (!isOver && current.startsWith('-')) {
    const [lead] = /^--[^=]+=/.exec(current) ?? []
    const option = lead === undefined ? null : optionOf(shape, lead.slice(0, -1))
    if (lead === undefined) return { at: 'option' }
    return option?.value ? { at: 'value', slot: option.value, option, lead } : { at: 'nothing' }
  }
  const last = shape.arguments.length - 1
  const slot = shape.arguments[Math.min(args.length, last)]
  if (slot === undefined || (args.length > last && !slot.isVariadic)) return { at: 'nothing' }
  return { at: 'argument', slot, before: args.slice(shape.arguments.indexOf(slot)) }
}

/** The index of the first word that is neither an option nor its value; `null` if there is none. */
export function firstArgument(shape: Lines, typed: readonly string[]): number | null {
  return walk(shape, typed).places[0] ?? null
}

/** The value of an option in a command line as it is typed; the last one counts. */
export function valueOf(option: string, typed: readonly string[]): string | null {
  const end = typed.indexOf('--')
  let value: string | null = null
  for (const [index, word] of typed.slice(0, end < 0 ? undefined : end).entries()) {
    if (word === option) value = typed[index + 1] ?? null
    else if (word.startsWith(`${option}=`)) value = word.slice(option.length + 1)
  }
  return value
}

type Walked = {
  readonly args: readonly string[]
  readonly places: readonly number[]
  /** The option whose value comes next. */
  readonly awaiting: OptionShape | null
  /** Whether `--` has ended the options. */
  readonly isOver: boolean
}

function walk(shape: Lines, typed: readonly string[]): Walked {
  const places: number[] = []
  let awaiting: OptionShape | null = null
  let isOver = false
  for (const [index, word] of typed.entries()) {
    if (awaiting !== null) awaiting = null
    else if (!isOver && word === '--') isOver = true
    else if (!isOver && /^-./.test(word)) {
      const option = optionOf(shape, word)
      awaiting = option?.value?.isRequired === true ? option : null
    } else places.push(index)
  }
  return { args: places.map((place) => typed[place] ?? ''), places, awaiting, isOver }
}

/** The option of a whole name; none if a value is joined to it. */
function optionOf({ options, globals }: Lines, name: string): OptionShape | null {
  return [...options, ...globals].find((option) => option.names.includes(name)) ?? null
}
