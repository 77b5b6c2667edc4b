import { notFound } from '../../domain/errors.ts'
import type { Line } from '../../domain/page.ts'
import type { OpenPromise } from '../../domain/promise.ts'
import { openPromise } from '../promises/find-promise.ts'
import type { Interactive } from './interactive.ts'

/** The current promise of a line. */
export function promiseOf({ app }: Interactive, { promise }: Line): OpenPromise {
  if (promise === null) throw notFound('Nothing was promised on this line.')
  return openPromise(app, promise.id)
}
