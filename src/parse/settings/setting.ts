import { FuError } from '../../domain/errors.ts'

/** A setting, as shown, typed and stored. */
export type SettingSpec = {
  readonly key: string
  readonly meaning: string
  readonly example: string
  /**
   * Converts a typed value to its stored form, which reads back as the same value.
   *
   * @throws FuError `usage` if the value is not allowed
   */
  readonly read: (typed: string) => string
  /** Its default in a locale (BCP 47), or without one. */
  readonly defaultFor: (locale: string | null) => string
}

/** A setting with values of one type. */
export type Setting<Value> = SettingSpec & {
  /** Its value among the stored ones; the default if it is not set or cannot be read. */
  readonly valueIn: (set: ReadonlyMap<string, string>, locale: string | null) => Value
}

/** The definition of a setting. */
type Definition<Value> = Pick<SettingSpec, 'key' | 'meaning' | 'example'> & {
  /** @throws FuError `usage` */
  readonly value: (text: string) => Value
  readonly text: (value: Value) => string
  readonly byItself: (locale: string | null) => Value
}

/** Makes a setting from its definition. */
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
        // A newer program may have stored values that this one does not know.
        if (error instanceof FuError) return byItself(locale)
        throw error
      }
    },
  }
}
