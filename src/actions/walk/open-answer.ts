import { FuError, notFound } from '../../domain/errors.ts'
import type { Line } from '../../domain/page.ts'
import { openWay } from '../open/open.ts'
import type { Answer, Interactive } from './interactive.ts'
import { promiseOf } from './promise-of.ts'

/** Calls, emails or opens the line's way (R64), and shows the line again, because that does not answer it. */
async function openIt(interactive: Interactive, line: Line): Promise<null> {
  const { app } = interactive
  const contact = app.diary().contacts.find(line.contact.id)
  if (contact === null) throw notFound(`${line.contact.name} is no longer in the diary.`)
  const promise = line.promise === null ? null : promiseOf(interactive, line)
  try {
    await openWay(app, { contact, promise }, { by: null, printOnly: false })
  } catch (error) {
    // Without a program to open it, the walk continues.
    if (!(error instanceof FuError) || error.kind !== 'failed') throw error
    app.terminal.note(error.hint === null ? error.message : `${error.message} ${error.hint}`)
  }
  return null
}

export const openAnswer: Answer = {
  key: 'o',
  label: 'open',
  about: 'call, email or open their page',
  changed: 'o now opens: it calls, emails or shows their page. Another day is now t.',
  give: openIt,
}
