// Set up before each file of the unit tests: a property that does not say how many cases it needs tries few.
import * as fc from 'fast-check'
import { runs } from './runs.ts'

fc.configureGlobal(runs(100))
