import { failed } from '../domain/errors.ts'
import type { NoticeText } from '../domain/reminder.ts'
import { failureOf, succeeded, type Ending, type ProgramLine, type RunProgram } from './programs.ts'

/**
 * Shows a notice on the desktop.
 *
 * @throws FuError `failed` if the notice may not have been seen
 */
export type Notifier = (text: NoticeText) => Promise<void>

type Env = Readonly<Record<string, string | undefined>>

type NotifierMachine = { readonly platform: string; readonly env: Env }

/** A program that shows a notice, and the variables added to its environment. */
type Showing = { readonly line: ProgramLine; readonly more?: Env }

/** The notifier of a platform. The text of a notice is passed as arguments or variables, never through a shell. */
export function notifierOn(machine: NotifierMachine, run: RunProgram): Notifier {
  return async (text) => {
    const { line, more } = showingOn(machine, text)
    const ending = await run(line, more)
    if (succeeded(ending)) return
    throw failed(`No notice was shown: ${failureOf(line, ending)}.`, hintFor(line, ending))
  }
}

function showingOn({ platform, env }: NotifierMachine, { title, body }: NoticeText): Showing {
  if (platform === 'darwin') {
    return { line: ['/usr/bin/osascript', ...appleScript.flatMap((row) => ['-e', row]), '--', title, body] }
  }
  if (platform === 'win32') {
    // By its full path, so that a program of that name in the working folder is not run.
    const folder = env['SystemRoot'] ?? String.raw`C:\Windows`
    const program = `${folder}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`
    const encoded = Buffer.from(powerShell, 'utf16le').toString('base64')
    return {
      line: [program, '-NoProfile', '-NonInteractive', '-EncodedCommand', encoded],
      more: { FU_NOTICE_TITLE: title, FU_NOTICE_BODY: body },
    }
  }
  return { line: ['notify-send', '-a', 'fu', '--', title, asMarkup(body)] }
}

/**
 * The body of a notice may be read as markup, and notify-send interprets backslashes in it; the title is plain text.
 */
function asMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\\', String.raw`\\`)
}

const appleScript = [
  'on run argv',
  'display notification (item 2 of argv) with title "fu" subtitle (item 1 of argv)',
  'end run',
]

/** Shows a toast under the name of PowerShell, which every Windows has; texts are added as nodes, never as XML. */
const powerShell = `
$ErrorActionPreference = 'Stop'
trap { [Console]::Error.WriteLine($_.Exception.Message); exit 1 }
[void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
[void][Windows.UI.Notifications.ToastNotification, Windows.UI.Notifications, ContentType = WindowsRuntime]
$template = [Windows.UI.Notifications.ToastTemplateType]::ToastText02
$toast = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent($template)
$texts = $toast.GetElementsByTagName('text')
[void]$texts.Item(0).AppendChild($toast.CreateTextNode($env:FU_NOTICE_TITLE))
[void]$texts.Item(1).AppendChild($toast.CreateTextNode($env:FU_NOTICE_BODY))
$app = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
$notifier = [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($app)
$notifier.Show((New-Object Windows.UI.Notifications.ToastNotification $toast))
`

function hintFor([program]: ProgramLine, { kind }: Ending): string {
  if (kind === 'missing' && program === 'notify-send')
    return 'Install it: the package is called libnotify-bin or libnotify.'
  return 'The next look in your desktop session shows it.'
}
