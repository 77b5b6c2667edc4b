import { escapeControls } from './escape-controls.ts'

const htmlBrand = Symbol('marked up')

/** A piece of a document. Only `html` and `styleSheet` create one, so text from outside is always escaped in it. */
export type Html = { readonly markup: string; readonly [htmlBrand]: true }

/** The content of an element: text, pieces of HTML, or a list of them. */
type Part = string | number | Html | readonly Html[]

/**
 * A piece of a document: the literal markup, with each value escaped as text. This is the only way for outside text
 * into a document: its control characters are shown, and none of it is markup.
 *
 * @example html`<b>${'Smith & Sons'}</b>`.markup // '<b>Smith &amp; Sons</b>'
 */
export function html(markup: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return piece(markup.reduce((before, next, index) => before + markupOf(parts[index - 1] ?? '') + next))
}

/** An empty piece. */
export const nothing: Html = piece('')

/** Our own style sheet; values in it go through `cssText`. */
export function styleSheet(css: string): Html {
  return piece(`<style>${css}</style>`)
}

/**
 * Text as a CSS string: every character except ASCII letters and digits is escaped.
 *
 * @example cssText('1 Dec') // '"1\\20 Dec"'
 */
export function cssText(text: string): string {
  const safe = escapeControls(text).replaceAll(
    /[^A-Za-z0-9]/gu,
    (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  )
  return `"${safe}"`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function markupOf(part: Part): string {
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') {
    return escapeControls(part).replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
  }
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}

function piece(markup: string): Html {
  return { markup, [htmlBrand]: true }
}
