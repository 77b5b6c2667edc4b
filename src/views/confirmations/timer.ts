import { shellWord } from '../../domain/shell-word.ts'
import { joinWords } from '../layout/pluralize.ts'

/** What was written for a timer. */
export function written(paths: readonly string[]): string {
  return `Wrote ${joinWords(paths)}.`
}

/** That the timer was started, and how to end it. */
export function started(start: readonly string[]): string {
  return `Started with: ${commandLine(start)}. fu now looks every five minutes; "fu remind --uninstall" ends that.`
}

/** That the timer could not be started, and what starts it. */
export function notStarted(start: readonly string[], why: string): string {
  return `It was not started: ${why}. In your desktop session, start it with: ${commandLine(start)}`
}

/** That the timer is gone. */
export function removed(paths: readonly string[]): string {
  return paths.length === 0
    ? 'No timer was installed. A line for cron is removed with "crontab -e".'
    : `Stopped the timer and removed ${joinWords(paths)}.`
}

export const cronNote = 'There is no systemd here. Add this line with "crontab -e":'

/** A command as it is typed. */
export function commandLine(words: readonly string[]): string {
  return words.map(shellWord).join(' ')
}
