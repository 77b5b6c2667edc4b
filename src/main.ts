// The program, with every command.
import { loadCommand, loadHelp, loadMailboxes } from './cli/all-commands.ts'
import { start } from './cli/world.ts'
import { loadDiary } from './diary/load.ts'

void start({ loadCommand, loadDiary, loadHelp, loadMailboxes })
