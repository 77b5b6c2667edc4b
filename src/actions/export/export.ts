import type { App } from '../../app.ts'
import type { Contact } from '../../domain/contact.ts'
import { usage } from '../../domain/errors.ts'
import { documentParts } from '../../formats/json/json.ts'
import { cardView } from '../../views/card/card.ts'
import { plainTheme } from '../../views/layout/theme.ts'
import { cardOf } from '../people/card-facts.ts'
import { viewOptions } from '../print-data.ts'
import { writeDocument, writeFile } from '../write-document.ts'
import { asCalendar, asCards, asCsv, asJson, setUp } from './documents.ts'
import { pagesOf, type Pages } from './pages.ts'

export const exportScopes = ['promises', 'people', 'entries', 'all'] as const
export const exportFormats = ['csv', 'json', 'vcf', 'ics', 'text'] as const

/** What to export, and how. */
export type ExportRequest = {
  /** `null` for the default of the format: all in JSON, promises in CSV. */
  readonly scope: (typeof exportScopes)[number] | null
  readonly format: (typeof exportFormats)[number]
  /** The only contact to export; `null` for everybody. */
  readonly only: Contact | null
  /** Whether a calendar has an event for each promise, besides the to-do. */
  readonly events: boolean
}

/**
 * Writes data of the diary, as of one moment, to a file, or with `null` to stdout; a CSV export of everything goes to a
 * folder.
 *
 * @throws FuError `usage` if that folder is not named
 */
export async function exportDiary(app: App, request: ExportRequest, file: string | null): Promise<void> {
  if (request.format === 'csv' && request.scope === 'all') {
    app.diary().snapshot(() => writeFolder(app, request, pagesOf(app, request.only), file))
  } else if (isWholeDiary(request)) await writeWhole(app, request, file)
  else await writeDocument(app, file, documentOf(app, request, pagesOf(app, request.only)))
  if (isWholeDiary(request) && app.diary().erasures.hasSuppressionList()) {
    app.terminal.noteWrite(
      'The list of blocked people is not exported, so an import elsewhere could add them again. "fu backup" copies the list.',
    )
  }
}

/** Writes the whole diary as of one moment. A slow reader of the pipe does not block writers in other terminals. */
async function writeWhole(app: App, request: ExportRequest, file: string | null): Promise<void> {
  const document = (): Iterable<string> => documentOf(app, request, pagesOf(app, request.only))
  if (file === null) {
    await writeDocument(
      app,
      null,
      app.diary().snapshot(() => app.files.spool(document())),
    )
  } else app.diary().snapshot(() => writeFile(app, file, document(), ''))
}

function writeFolder(app: App, { only }: ExportRequest, pages: Pages, folder: string | null): void {
  if (folder === null) {
    throw usage('"all" in CSV is several files.', 'Name a folder for them, as in fu export all -o books.')
  }
  for (const name of ['promises', 'people', 'entries'] as const) {
    writeFile(app, `${folder}/${name}.csv`, asCsv(app, name, pages), null)
  }
  writeFile(app, `${folder}/settings.json`, documentParts(setUp(app, only)), null)
  app.terminal.noteWrite(`Written to ${folder}.`)
}

/** Whether the export is enough to recreate the diary elsewhere. */
function isWholeDiary({ scope, format, only }: ExportRequest): boolean {
  return only === null && (scope === 'all' || (scope === null && format === 'json'))
}

function documentOf(
  app: App,
  { scope, format, only, events }: ExportRequest,
  pages: Pages,
): Iterable<string> {
  switch (format) {
    case 'csv':
      return asCsv(app, scope === null || scope === 'all' ? 'promises' : scope, pages)
    case 'json':
      return asJson(app, scope ?? 'all', pages, only)
    case 'vcf':
      return asCards(pages)
    case 'ics':
      return asCalendar(app, pages, events)
    case 'text':
      return only === null ? [] : [cardView(cardOf(app, only), { ...viewOptions(app), theme: plainTheme })]
  }
}
