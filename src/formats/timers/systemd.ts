import type { TimedCommand, TimerFile } from '../../domain/timer.ts'

/** The name of the units. */
export const unitName = 'fu-remind'

/**
 * A systemd timer of the user and the service that it starts, as files in a folder (systemd.timer(5),
 * systemd.service(5)).
 */
export function systemdUnits(folder: string, command: TimedCommand): readonly [TimerFile, TimerFile] {
  return [
    { path: `${folder}/${unitName}.service`, text: service(command) },
    { path: `${folder}/${unitName}.timer`, text: timer },
  ]
}

const timer = `[Unit]
Description=Look every five minutes for promises that have come up

[Timer]
OnCalendar=*:0/5
Persistent=true

[Install]
WantedBy=timers.target
`

function service({ words: [program, ...words], variables }: TimedCommand): string {
  const environment = variables.map(([name, value]) => `Environment=${unitWord(`${name}=${value}`)}\n`)
  const start = [unitWord(program), ...words.map((word) => unitWord(word).replaceAll('$', '$$$$'))]
  return `[Unit]
Description=Tell promises that have come up

[Service]
Type=oneshot
${environment.join('')}ExecStart=${start.join(' ')}
`
}

/**
 * Quotes a word of a unit file. A "%" is doubled, since it would start a specifier. A "$" is doubled in the arguments
 * of a command too, but not in its program or in variables.
 */
function unitWord(word: string): string {
  const escaped = word
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll('%', '%%')
    .replace(/\p{Cc}/gu, (control) => `\\x${control.charCodeAt(0).toString(16).padStart(2, '0')}`)
  return `"${escaped}"`
}
