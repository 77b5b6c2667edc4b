import { widthOf } from './measure.ts'
import { escapeControls } from './escape-controls.ts'

/**
 * Wraps a sentence between words, so that the terminal does not break one. A word wider than the screen stays whole: it
 * may be a path to copy.
 *
 * @example sentenceOn('Added Gary Lee (@1). (fu undo)', 22) // 'Added Gary Lee (@1).\n(fu undo)'
 */
export function wrapSentence(text: string, width: number): string {
  const lines: string[] = []
  for (const word of escapeControls(text).split(/ (?=\S)/)) {
    const last = lines.at(-1)
    const joined = `${last} ${word}`
    if (last !== undefined && widthOf(joined) <= width) lines.splice(-1, 1, joined)
    else lines.push(word)
  }
  return lines.join('\n')
}

/** Adds a full stop, unless the text already ends in punctuation. */
export function withFullStop(text: string): string {
  return /[.!?\u2026\u3002\uff01\uff1f]$/u.test(text) ? text : `${text}.`
}
