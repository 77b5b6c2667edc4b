import type { Day, Due } from '../../domain/day.ts'
import { FuError, usage } from '../../domain/errors.ts'
import type { PhraseContext } from './context.ts'
import { readForms } from './day-forms.ts'
import { inEnglish } from './languages/in-english.ts'
import { languageOf } from './languages/of-locale.ts'

/**
 * Reads a phrase in the user's language, else in English. A phrase of the words of the user's language alone means what
 * it means there, even where English reads it as another day: to a Spaniard `mar` is Tuesday. A phrase that is no date
 * there is read in English, as is one with any other word; a phrase of both languages is none. `null` where neither
 * grammar has it.
 *
 * @throws FuError kind usage, if it has a form and names no day or time, or more than one
 */
export function readInLanguages(phrase: string, context: PhraseContext): Due | null {
  const language = languageOf(context.locale)
  if (language === null) return readForms(phrase, context)
  const english = inEnglish(phrase, language)
  try {
    const due = english === null ? null : readForms(english, context)
    if (due !== null) return due
  } catch (error) {
    throw error instanceof FuError ? asTyped(error, english, phrase, context) : error
  }
  return readForms(phrase, context)
}

/** A refusal that quotes the phrase as typed, with what it would be in English, such as `mar 5` in Spanish. */
function asTyped(refusal: FuError, english: string | null, phrase: string, context: PhraseContext): FuError {
  const message = refusal.message.replaceAll(`"${english}"`, `"${phrase}"`)
  const day = dayInEnglish(phrase, context)
  const meaning = day === null ? '' : ` In English it is "${day}".`
  return usage(message, `${refusal.hint ?? ''}${meaning}`)
}

function dayInEnglish(phrase: string, context: PhraseContext): Day | null {
  try {
    return readForms(phrase, context)?.day ?? null
  } catch (error) {
    if (error instanceof FuError) return null
    throw error
  }
}
