/** The kind of an error; each has its own exit status. */
export type FuErrorKind = 'failed' | 'usage' | 'not-found' | 'ambiguous' | 'refused' | 'interrupted'

/** A contact or promise that an ambiguous word could mean. */
export type Candidate = {
  readonly id: number
  /** As the user types it: `@1` for a contact, `5` for a promise. */
  readonly ref: string
  readonly name: string
  readonly detail: string | null
}

/**
 * An error for users: what is wrong, with the value, and what to do next. Any other exception is a bug in the program.
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

/** The arguments are wrong. */
export function usage(message: string, hint: string | null = null): FuError {
  return new FuError('usage', message, hint)
}

/** There is no such contact, promise or file. */
export function notFound(message: string, hint: string | null = null): FuError {
  return new FuError('not-found', message, hint)
}

/** The arguments are right, but the diary does not allow it. */
export function refused(message: string, hint: string | null = null): FuError {
  return new FuError('refused', message, hint)
}

/** The diary, a file or the operating system failed. */
export function failed(message: string, hint: string | null = null, cause?: unknown): FuError {
  return new FuError('failed', message, hint, [], { cause })
}
