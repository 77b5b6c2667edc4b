// Setup of each file of unit tests: a property without a number of cases runs only a few.
import * as fc from 'fast-check'
import { runs } from './runs.ts'

fc.configureGlobal(runs(100))
