// The program with what a shell asks on TAB alone: names of commands and contacts.
import { loaderFrom } from '../../command/load-command.ts'
import { loadDiary } from '../../diary/load.ts'
import { complete } from '../complete-command.ts'
import { runBundle } from './run-bundle.ts'

runBundle({ loadCommand: loaderFrom({ complete }), loadDiary })
