import { describe, expect, it } from 'vitest'
import { clusters, widthOf } from '../../../src/views/layout/measure.ts'

describe('the columns a text takes', () => {
  it.each([
    ['', 0],
    ['Gary Lee', 8],
    ['Ada Müller', 10],
    ['Mu\u0308ller', 6],
    ['王美玲', 6],
    ['각', 2],
    ['ﾊﾝｶｸ', 4],
    ['Ｆｕ', 4],
    ['שָׁלוֹם', 4],
    ['مُحَمَّد', 4],
    ['สวัสดี', 4],
    ['👍', 2],
    ['👍🏽', 2],
    ['🫠', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['🏴‍☠️', 2],
    ['🇩🇪', 2],
    ['1️⃣', 2],
    ['❤', 1],
    ['❤\ufe0f', 2],
    ['© ™', 3],
    ['▸ · …', 5],
    ['\u200d', 0],
  ])('%s takes %i', (text, width) => {
    expect(widthOf(text)).toBe(width)
  })
})

it('keeps together what is seen as one character', () => {
  expect(clusters('é👨‍👩‍👧‍👦王🇩🇪')).toEqual(['é', '👨‍👩‍👧‍👦', '王', '🇩🇪'])
})
