import type { Channel } from './channel.ts'
import type { ContactName } from './contact.ts'
import type { FieldEdit } from './contact-edit.ts'
import type { Due } from './day.ts'
import type { Every } from './repeat.ts'

/** A change of an open promise: `undefined` leaves a field unchanged, `null` clears it. */
export type PromiseEdit = {
  readonly what?: string | undefined
  readonly due?: Due | undefined
  readonly channel?: FieldEdit<Channel>
  readonly hot?: boolean | undefined
  readonly about?: FieldEdit<ContactName>
  readonly trigger?: FieldEdit<string>
  readonly every?: FieldEdit<Every>
}
