import type { App } from '../app.ts'
import type { Invocation } from './definition.ts'
import type { LoadCommand } from './load-command.ts'

/** Runs a command from its words, in the caller's `app`; global options in the words are ignored. */
export async function runWords(
  load: LoadCommand,
  app: App,
  [name = '', ...words]: readonly string[],
): Promise<void> {
  const invocations: Invocation[] = []
  const module = await load(name)
  const command = await module.build(name, '', (invocation) => invocations.push(invocation))
  await command.parseAsync(words, { from: 'user' })
  for (const { run } of invocations) await run(app)
}
