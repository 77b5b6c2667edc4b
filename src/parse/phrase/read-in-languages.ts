import type { Day, Due } from '../../domain/day.ts'
import { FuError, usage } from '../../domain/errors.ts'
import type { PhraseContext } from './context.ts'
import { readForms } from './day-forms.ts'
import { inEnglish } from './languages/in-english.ts'
import type { Language } from './languages/language.ts'
import { hasWords, languageOf } from './languages/of-locale.ts'
import { printedInEnglish } from './languages/printed-dates.ts'
import { tryOneOf } from './plain.ts'

/**
 * Reads a phrase in the user's language, else in English. A phrase with words of only the user's language has its
 * meaning there, even if English reads it as another day: to a Spaniard `mar` is Tuesday. If it is not a date there, or
 * has any other word, it is read in English; languages cannot be mixed. `null` if it is a date in neither language.
 *
 * @throws FuError `usage` if a form matches, but not exactly one day or time
 */
export function readInLanguages(phrase: string, context: PhraseContext): Due | null {
  const language = languageOf(context.locale)
  if (language === null) return readForms(phrase, context)
  if (!hasWords(context.locale)) return readWithNames(phrase, language, context)
  const english = inEnglish(phrase, language)
  try {
    const due = english === null ? null : readForms(english, context)
    if (due !== null) return due
  } catch (error) {
    throw error instanceof FuError ? asTyped(error, english, phrase, context) : error
  }
  return readForms(phrase, context)
}

/**
 * Reads a phrase in a language without a table: as a date printed in that language, with its names in the English
 * grammar, or in English.
 *
 * @throws FuError kind usage, if the names and English give different days
 */
function readWithNames(phrase: string, language: Language, context: PhraseContext): Due | null {
  const { locale, now } = context
  const printed = locale === null ? null : printedInEnglish(phrase, locale, now.day)
  const english = printed ?? inEnglish(phrase, language)
  if (english === null || english === phrase) return readForms(phrase, context)
  let due: Due | null = null
  try {
    due = readForms(english, context)
  } catch (error) {
    throw error instanceof FuError ? asTyped(error, english, phrase, context) : error
  }
  if (due === null) return readForms(phrase, context)
  const other = dayInEnglish(phrase, context)
  if (other !== null && other !== due.day) {
    throw usage(
      `"${phrase}" is ${due.day} in your language, and ${other} in English.`,
      tryOneOf([due.day, other]),
    )
  }
  return due
}

/** A refusal that quotes the phrase as typed, with its meaning in English, such as `mar 5` in Spanish. */
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
