import type { App } from '../../app.ts'
import type { CallRow } from '../../domain/call.ts'
import { failed, FuError, usage } from '../../domain/errors.ts'
import { shellWord } from '../../domain/shell-word.ts'
import type { CallTable } from '../../formats/calls/csv.ts'

/** The rows of a call log in any format; for a table, the columns must be given. */
export async function* readCalls(app: App, file: string, table: CallTable | null): AsyncGenerator<CallRow> {
  const pages = file === '-' ? null : app.files.list(file)
  if (pages !== null) yield* voiceRows(app, file, pages)
  else if (table !== null) {
    const { callLogCsv } = await import('../../formats/calls/csv.ts')
    yield* callLogCsv(app.files.chunks(file), table, (numbers) => {
      app.terminal.note(`The types are read as numbers of ${numberedBy[numbers]}; --types overrides this.`)
    })
  } else yield* markedUp(file, app.files.chunks(file))
}

const numberedBy = {
  Android:
    'Android: 1 incoming, 2 outgoing, 3 missed, 4 voicemail, 5 rejected, 6 blocked, 7 answered elsewhere',
  'Fritz!Box': 'a Fritz!Box: 1 incoming, 2 missed, 3 and 4 outgoing, 10 rejected',
} as const

/** Reads XML, or one page of Google Voice. */
async function* markedUp(file: string, chunks: Iterable<string>): AsyncGenerator<CallRow> {
  const { isVoicePage, longestPage, voiceCall } = await import('../../formats/calls/google-voice.ts')
  const rest = chunks[Symbol.iterator]()
  const head = taken(rest, enoughToTell)
  if (isVoicePage(head)) yield voiceCall(file, head + taken(rest, longestPage))
  else if (head.trimStart().startsWith('<')) {
    const { callLogXml } = await import('../../formats/calls/xml.ts')
    yield* callLogXml(followed(head, rest))
  } else
    throw usage(
      head.trim() === '' ? `${file} is empty.` : `${file} is not XML. If it is a table, map its columns.`,
      `As in fu calls ${shellWord(file)} --map number=Phone date=When type=Kind --dates dmy.`,
    )
}

const enoughToTell = 2000

function taken(chunks: Iterator<string>, length: number): string {
  let text = ''
  while (text.length < length) {
    const next = chunks.next()
    if (next.done === true) break
    text += next.value
  }
  return text
}

function* followed(head: string, rest: Iterator<string>): Generator<string> {
  yield head
  for (let next = rest.next(); next.done !== true; next = rest.next()) yield next.value
}

/** Reads a folder of Google Voice: one page per call. */
async function* voiceRows(app: App, folder: string, files: readonly string[]): AsyncGenerator<CallRow> {
  const { isNamedLikeVoice, voiceCall } = await import('../../formats/calls/google-voice.ts')
  const pages = files.filter(isNamedLikeVoice)
  if (pages.length === 0)
    throw failed(
      `There are no calls in ${folder}.`,
      'Name the folder Takeout/Voice/Calls of Google Voice, or a file.',
    )
  for (const page of pages) {
    try {
      yield voiceCall(page, app.files.read(page))
    } catch (error) {
      if (!(error instanceof FuError)) throw error
      yield { place: page.replace(/^.*[/\\]/, ''), invalid: error.message }
    }
  }
}
