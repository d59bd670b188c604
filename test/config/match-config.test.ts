/** The two settings that `match` never guesses. */
import {expect, it} from 'vitest'
import {parseConfig} from '../../src/config/load.ts'
import {requireMatchConfig} from '../../src/config/match-config.ts'
import {InputError} from '../../src/model/input-error.ts'

function errorOf(text: string): string {
  const config = parseConfig('bills.yaml', Buffer.from(text))
  try {
    requireMatchConfig({config, file: 'bills.yaml', folder: ''})
  } catch (error) {
    if (error instanceof InputError) return error.describe('da')
    throw error
  }
  return ''
}

const from = 'periods: {postFrom: 2026-01-01}\n'

it('names both keys that are never guessed, each with lines that would do', () => {
  const message = errorOf('')
  expect(message).toContain('periods.postFrom mangler')
  expect(message).toContain('\nperiods:\n  postFrom: 2026-01-01')
  expect(message).toContain('opus.contraAccount mangler')
  expect(message).toContain('\nopus:\n  contraAccount: "95990009"')
})

it.each([
  ['a status account alone', `${from}opus: {contraAccount: "95990009"}`, ''],
  ['a status account of letters', `${from}opus: {contraAccount: S5990009}`, ''],
  [
    'an operating account with its PSP element',
    `${from}opus: {contraAccount: "45990009", contraPsp: XG-5038500001-1}`,
    '',
  ],
  ['seven characters', `${from}opus: {contraAccount: "9599000"}`, 'forventede en konto på otte tegn'],
  ['an operating account alone', `${from}opus: {contraAccount: "45990009"}`, 'skal have et PSP-element'],
  [
    'an operating account with a malformed one',
    `${from}opus: {contraAccount: "45990009", contraPsp: X}`,
    'skal have et PSP-element',
  ],
  [
    'a status account with a PSP element',
    `${from}opus: {contraAccount: "95990009", contraPsp: XG-5038500001-1}`,
    'må ikke have et PSP-element',
  ],
])('%s', (_, text, message) => {
  if (message === '') expect(errorOf(text)).toBe('')
  else expect(errorOf(text)).toContain(message)
})
