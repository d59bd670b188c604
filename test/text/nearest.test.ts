/** The words nearest to a misspelt one. */
import {expect, it} from 'vitest'
import {nearest, nearestFew} from '../../src/text/nearest.ts'

const known = ['invoices', 'grants', 'mapping', 'out']

it.each([
  ['invoice', 'invoices'],
  ['GRANTS', 'grants'],
  ['mpaping', 'mapping'],
  ['oot', 'out'],
  ['ledger', undefined],
  ['', undefined],
])('%s → %s', (word, meant) => {
  expect(nearest(word, known)).toBe(meant)
})

it('does not depend on the order of the known words', () => {
  expect(nearest('bat', ['cat', 'rat'])).toBe(nearest('bat', ['rat', 'cat']))
})

it('gives the few nearest, nearest first, and none that is far', () => {
  expect(nearestFew('5100200', ['5100299', '5100201', '5100200', 'x'], 2)).toEqual(['5100200', '5100201'])
  expect(nearestFew('zzz', ['5100299'], 2)).toEqual([])
})
