// The program with the everyday commands.
import { loadDiary } from '../../diary/load.ts'
import { loadEverydayCommand } from '../everyday-commands.ts'
import { runBundle } from './run-bundle.ts'

runBundle({ loadCommand: loadEverydayCommand, loadDiary })
