import { shellWord } from '../../domain/shell-word.ts'

/** Where the sample diary is, how to explore it, and how to remove it together with its backups. */
export function demoText(file: string, people: number, platform: string): string[] {
  const place = shellWord(file)
  const [, folder = '', name = ''] = /^(.*?)([^/]+)$/.exec(file) ?? []
  const stem = name.endsWith('.db') ? name.slice(0, -'.db'.length) : `${name}.`
  const backups = `${folder === '' ? '' : shellWord(folder)}backups/${shellWord(`${stem}-`)}*`
  const removal = platform === 'win32' ? [`  delete ${file}`] : [`  rm ${place}`, `  rm -f ${backups}`]
  return [
    `Made a sample diary of ${people} people. Your own diary is unchanged. To explore the sample:`,
    `  fu --diary ${place}`,
    'Add "show gary", "go", "week" or "review" for more. To remove the sample:',
    ...removal,
  ]
}
