/** Errors as a person and a program read them, without a whole CPR number. */
import {Errors} from '@oclif/core'
import {describe, expect, it} from 'vitest'
import {errorDocument, errorText, withFlagMeant} from '../../src/cli/error.ts'
import {exitCodeFor} from '../../src/cli/exit-codes.ts'
import {InputError, RunFault} from '../../src/model/input-error.ts'

const input = new InputError({file: 'grants.csv', row: 14}, {da: 'ret 610190-1234', en: 'correct 610190-1234'})

it.each([
  ['an input that cannot be used', input, 2],
  ['wrong use', new Errors.CLIError('Missing required flag invoices'), 2],
  ['a fault midway', new RunFault({da: 'Fuld.', en: 'Full.'}), 3],
  ['what nobody foresaw', new TypeError('x is undefined'), 3],
  ['what is no error at all', 'x', 3],
  ['an exit that was asked for', new Errors.ExitError(1), 1],
])('%s ends with its code', (_, error, code) => {
  expect(exitCodeFor(error)).toBe(code)
})

describe('what is told', () => {
  it('has the place, the language, and no whole CPR number', () => {
    expect(errorText(input, 'da')).toBe('grants.csv:14: ret 610190-****')
    expect(errorText(input, 'en')).toBe('grants.csv:14: correct 610190-****')
  })

  it('says of an unforeseen error that nothing was half written', () => {
    expect(errorText(new TypeError('x is undefined'), 'en')).toMatch(
      /^Unexpected: x is undefined\nNothing was half written/,
    )
  })

  it('is one document for a program', () => {
    const place = {file: 'grants.csv', row: 14}
    expect(errorDocument(input, 'da')).toEqual({
      error: {name: 'InputError', message: 'grants.csv:14: ret 610190-****', place},
    })
    expect(errorDocument(new RunFault({da: 'Fuld.', en: 'Full.'}), 'da')).toEqual({
      error: {name: 'RunFault', message: 'Fuld.', place: null},
    })
  })
})

describe('a flag that does not exist', () => {
  const wrong = (flags: readonly string[]) => Object.assign(new Errors.CLIError('Nonexistent flags'), {flags})

  it('is told with the one that was meant', () => {
    const error = withFlagMeant(wrong(['--invoice=a.csv']), ['invoices', 'grants'])
    expect(errorText(error, 'da')).toBe('Flaget --invoice=a.csv findes ikke. Mente du --invoices?')
    expect(exitCodeFor(error)).toBe(2)
  })

  it('is told without one where none is near', () => {
    expect(errorText(withFlagMeant(wrong(['--zzz']), ['invoices']), 'en')).toBe('No such flag: --zzz. See --help.')
  })

  it('is the only error that this changes', () => {
    expect(withFlagMeant(input, ['invoices'])).toBe(input)
  })
})
