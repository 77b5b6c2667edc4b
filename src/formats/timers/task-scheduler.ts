import type { TimedCommand, TimerFile } from '../../domain/timer.ts'
import { xmlText } from './xml.ts'

/** The name of the task. */
export const taskName = 'fu remind'

/**
 * A task of the Windows Task Scheduler, as a file in a folder from which schtasks reads it. It runs only while the user
 * is logged on, since it shows notices. It has no environment variables: the Task Scheduler does not support them.
 */
export function scheduledTask(folder: string, { words: [program, ...words] }: TimedCommand): TimerFile {
  return {
    path: `${folder}\\fu-remind.xml`,
    text: `<?xml version="1.0"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Looks every five minutes for promises that have come up</Description>
  </RegistrationInfo>
  <Triggers>
    <TimeTrigger>
      <Repetition>
        <Interval>PT5M</Interval>
      </Repetition>
      <StartBoundary>2026-01-01T00:00:00</StartBoundary>
    </TimeTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <Hidden>true</Hidden>
    <ExecutionTimeLimit>PT2M</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${xmlText(program)}</Command>
      <Arguments>${xmlText(words.map(windowsWord).join(' '))}</Arguments>
    </Exec>
  </Actions>
</Task>
`,
  }
}

/**
 * Quotes a word of a Windows command line for the C runtime, in which backslashes before a quote are escapes.
 *
 * @example windowsWord('C:\\my diary\\') // '"C:\\my diary\\\\"'
 */
export function windowsWord(word: string): string {
  if (/^[\w.:\\/=@+-]+$/.test(word)) return word
  return `"${word.replace(/(\\*)("|$)/g, (_, slashes: string, end: string) => `${slashes}${slashes}${end === '' ? '' : '\\"'}`)}"`
}
