/** What went wrong, as scripts tell it apart; `run.ts` gives each kind its exit status. */
export type FuErrorKind = 'failed' | 'usage' | 'not-found' | 'ambiguous' | 'refused' | 'interrupted'

/** Somebody or something the words could have meant. */
export type Candidate = {
  readonly id: number
  /** How it is typed: `@1` for a contact, `5` for a promise. */
  readonly ref: string
  readonly name: string
  readonly detail: string | null
}

/**
 * An error for people: what is wrong, with the value, and what to do next. Everything that is not a `FuError`
 * is a fault of the program.
 */
export class FuError extends Error {
  readonly kind: FuErrorKind
  readonly hint: string | null
  readonly candidates: readonly Candidate[]

  constructor(
    kind: FuErrorKind,
    message: string,
    hint: string | null = null,
    candidates: readonly Candidate[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'FuError'
    this.kind = kind
    this.hint = hint
    this.candidates = candidates
  }
}

/** The command line is wrong. */
export function usage(message: string, hint: string | null = null): FuError {
  return new FuError('usage', message, hint)
}

/** There is no such contact, promise or file. */
export function notFound(message: string, hint: string | null = null): FuError {
  return new FuError('not-found', message, hint)
}

/** The words are right, and the diary says no. */
export function refused(message: string, hint: string | null = null): FuError {
  return new FuError('refused', message, hint)
}

/** The diary, a file or the machine failed. */
export function failed(message: string, hint: string | null = null, cause?: unknown): FuError {
  return new FuError('failed', message, hint, [], { cause })
}
