// The program without commands: only its version and the list of commands.
import { loaderFrom, NotInBundle } from '../../command/load-command.ts'
import { runBundle } from './run-bundle.ts'

runBundle({ loadCommand: loaderFrom({}), loadDiary: () => Promise.reject(new NotInBundle('diary')) })
