import type { GlobalOptions } from '../command/definition.ts'
import { widthFor, type Stream } from '../terminal/display.ts'
import { escapeControls } from '../views/layout/escape-controls.ts'
import { wrapSentence } from '../views/layout/sentence.ts'
import type { World } from './world-type.ts'

/** Escapes sentences for a stream, and wraps them on a screen. */
export function sentencesOn(
  stream: Stream,
  world: World,
  { width }: Pick<GlobalOptions, 'width'>,
): (text: string) => string {
  return (text) =>
    stream.isTTY ? wrapSentence(text, widthFor(width, world.env, world.stdout)) : escapeControls(text)
}
