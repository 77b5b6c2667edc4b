#!/usr/bin/env node
require('../dist/fu.cjs')
