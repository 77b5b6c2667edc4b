import type { TimedCommand, TimerFile } from '../../domain/timer.ts'
import { xmlText } from './xml.ts'

/** The name of the agent, and of its file. */
export const agentLabel = 'fu.remind'

/** A launchd agent of the user, as a file in a folder (launchd.plist(5)). */
export function launchAgent(folder: string, { words, variables }: TimedCommand): TimerFile {
  const environment =
    variables.length === 0
      ? ''
      : `  <key>EnvironmentVariables</key>
  <dict>
${variables.map(([name, value]) => `    <key>${xmlText(name)}</key>\n    ${string(value)}\n`).join('')}  </dict>
`
  return {
    path: `${folder}/${agentLabel}.plist`,
    text: `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  ${string(agentLabel)}
  <key>ProgramArguments</key>
  <array>
${words.map((word) => `    ${string(word)}\n`).join('')}  </array>
${environment}  <key>StartInterval</key>
  <integer>300</integer>
  <key>RunAtLoad</key>
  <true/>
  <key>ProcessType</key>
  <string>Background</string>
</dict>
</plist>
`,
  }
}

function string(text: string): string {
  return `<string>${xmlText(text)}</string>`
}
