import { Option, type Command, type OptionValues } from '@commander-js/extra-typings'

/** The tags to remove; `false` means all of them. */
type WithoutTags = { readonly noTag?: string[] | false | undefined }

/** Adds `--no-tag <tag>`, which removes one tag; without a tag, it removes all of them. */
export function withoutTagOption<Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
): Command<Args, Options & WithoutTags> {
  const plain: Command<Args> = command
  plain.addOption(new WithoutTag('--no-tag [tag]', 'without this tag (repeatable); alone, no tags'))
  return command
}

class WithoutTag extends Option<'--no-tag [tag]'> {
  // By its name, it would only negate `--tag`.
  override attributeName(): string {
    return 'noTag'
  }

  override parseArg = (tag: string, before: unknown): never =>
    (before === false ? false : [...(Array.isArray(before) ? before : []), tag]) as never
}
