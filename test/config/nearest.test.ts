import {expect, it} from 'vitest'
import {nearest} from '../../src/config/nearest.ts'

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
