import { definitionLines, paragraphLines } from '../layout/definitions.ts'
import { topics } from './topics.ts'

/** The text of `fu help <topic>`, laid out like a man page; `null` if there is no such topic. */
export function topicText(name: string, width: number): string | null {
  const topic = topics.find((one) => one.name === name)
  if (topic === undefined) return null
  const indent = width < 60 ? 2 : 7
  const paragraphs = topic.text.flatMap((text) => [...paragraphLines(text, { width, indent }), ''])
  const rows = definitionLines(topic.rows, { width, indent, widestTerm: topic.column })
  return [topic.title.toUpperCase(), ...paragraphs, ...rows].map((line) => `${line}\n`).join('')
}
