import { FuError } from '../../domain/errors.ts'

/** A setting, as it is shown, typed and kept. */
export type SettingSpec = {
  readonly key: string
  readonly meaning: string
  readonly example: string
  /**
   * A typed value as it is kept, which reads as the same value again.
   *
   * @throws FuError `usage` if the setting cannot have it
   */
  readonly read: (typed: string) => string
  /** Its default value, in a locale (BCP 47) or in none. */
  readonly defaultFor: (locale: string | null) => string
}

/** A setting with values of one type. */
export type Setting<Value> = SettingSpec & {
  /** Its value among those that are set; its default if it is not set, or cannot be read. */
  readonly valueIn: (set: ReadonlyMap<string, string>, locale: string | null) => Value
}

/** What a setting is made of. */
type Definition<Value> = Pick<SettingSpec, 'key' | 'meaning' | 'example'> & {
  /** @throws FuError `usage` */
  readonly value: (text: string) => Value
  readonly text: (value: Value) => string
  readonly byItself: (locale: string | null) => Value
}

/** A setting, from its values and their text. */
export function setting<Value>(definition: Definition<Value>): Setting<Value> {
  const { key, meaning, example, value, text, byItself } = definition
  return {
    key,
    meaning,
    example,
    read: (typed) => text(value(typed)),
    defaultFor: (locale) => text(byItself(locale)),
    valueIn: (set, locale) => {
      const kept = set.get(key)
      if (kept === undefined) return byItself(locale)
      try {
        return value(kept)
      } catch (error) {
        // A newer program may know values that this one does not.
        if (error instanceof FuError) return byItself(locale)
        throw error
      }
    },
  }
}
