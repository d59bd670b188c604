/** The pages of the reasons, compared with the contract (`matching.md` 6; `formats.md`, Decisions). */
import {globSync} from 'node:fs'
import {basename, join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {catalogue, ownerOf} from '../../src/exceptions/catalogue.ts'
import type {Decidable} from '../../src/exceptions/reason.ts'
import {ore} from '../../src/model/money.ts'
import {type Owner, type ReasonCode, reasonCodes} from '../../src/model/reason.ts'
import {anEvidence} from '../builders/outputs.ts'

/** `matching.md` 6. */
const owners: Readonly<Record<Owner, readonly ReasonCode[]>> = {
  Sagsbehandler: [
    ...([
      'NO_GRANT_WITH_SUPPLIER',
      'CITIZEN_UNKNOWN',
      'GRANT_NOT_VALID',
      'AMOUNT_MISMATCH',
      'PERIOD_MISMATCH',
    ] as const),
    ...(['PERIOD_AMBIGUOUS', 'PERIOD_INVALID', 'PERIOD_TOO_LONG', 'PERIOD_OUTSIDE_WINDOW', 'GRANT_AMBIGUOUS'] as const),
    ...(['GRANT_UNREADABLE', 'CPR_MISSING', 'CPR_INVALID', 'CPR_AMBIGUOUS'] as const),
  ],
  Administration: ['SUPPLIER_UNKNOWN', 'CVR_INVALID'],
  Regnskab: [
    ...([
      'OUT_OF_SCOPE',
      'DUPLICATE_INVOICE',
      'DOCUMENT_CHANGED',
      'PERIOD_ALREADY_PAID',
      'PERIOD_BEFORE_START',
    ] as const),
    ...(['CREDIT_NOTE_UNMATCHED', 'CREDITED_UNPOSTED', 'REJECTED', 'VAT_UNSUPPORTED', 'AMOUNT_OVER_LIMIT'] as const),
    ...(['AMOUNT_ZERO', 'CURRENCY_UNSUPPORTED', 'SUPPLIER_BLOCKED', 'ROW_INVALID', 'ROW_REPEATED'] as const),
    ...(['TOTAL_MISMATCH', 'OTHER_LINE_FAILED', 'OPUS_REFUSED'] as const),
  ],
  Kontoplan: ['MAPPING_MISSING', 'MAPPING_AMBIGUOUS', 'ACCOUNT_MALFORMED', 'ACCOUNT_CLOSED'],
}

describe('the catalogue of reasons', () => {
  it('gives every code the owner of the contract', () => {
    const expected = Object.entries(owners).flatMap(([owner, codes]) => codes.map((code) => [code, owner]))
    expect(Object.fromEntries(reasonCodes.map((code) => [code, catalogue[code].owner]))).toEqual(
      Object.fromEntries(expected),
    )
  })

  it('gives the administration an amount that looks like a new rate, and nothing else', () => {
    const hint = {kind: 'newRate', oldRate: ore(1), newRate: ore(2), service: 'Botilbud', supplierCvr: '1'} as const
    const evidence = anEvidence({hints: [hint]})
    expect(ownerOf('AMOUNT_MISMATCH', evidence)).toBe('Administration')
    expect(ownerOf('AMOUNT_MISMATCH', anEvidence())).toBe('Sagsbehandler')
    expect(ownerOf('PERIOD_MISMATCH', evidence)).toBe('Sagsbehandler')
  })

  it('has one page for each code, in a file of its name', () => {
    const folder = join(import.meta.dirname, '../../src/exceptions/reasons')
    const pages = globSync('*/*.ts', {cwd: folder}).filter((file) => !file.startsWith('shared'))
    const names = reasonCodes.map((code) => `${code.toLowerCase().replaceAll('_', '-')}.ts`)
    expect(pages.map((file) => basename(file)).toSorted()).toEqual(names.toSorted())
    for (const code of reasonCodes) expect(catalogue[code].code).toBe(code)
  })

  it('lets a person settle the codes of the contract by choosing a grant', () => {
    const withDecidable = (wanted: Decidable) => reasonCodes.filter((code) => catalogue[code].decidable === wanted)
    expect(withDecidable('always').toSorted()).toEqual([
      ...['AMOUNT_MISMATCH', 'CPR_AMBIGUOUS', 'CPR_INVALID', 'CPR_MISSING', 'GRANT_AMBIGUOUS', 'PERIOD_AMBIGUOUS'],
      'PERIOD_MISMATCH',
    ])
    expect(withDecidable('sometimes')).toEqual(['PERIOD_ALREADY_PAID'])
  })

  it('gives what is handled by hand, whatever is corrected, to accounting', () => {
    const byHand = reasonCodes.filter((code) => catalogue[code].handledByHand)
    expect(byHand.toSorted()).toEqual([
      ...['AMOUNT_OVER_LIMIT', 'AMOUNT_ZERO', 'CREDITED_UNPOSTED', 'CURRENCY_UNSUPPORTED', 'DOCUMENT_CHANGED'],
      ...['DUPLICATE_INVOICE', 'OUT_OF_SCOPE', 'PERIOD_ALREADY_PAID', 'PERIOD_BEFORE_START', 'REJECTED'],
      ...['SUPPLIER_BLOCKED', 'VAT_UNSUPPORTED'],
    ])
    for (const code of byHand) expect(catalogue[code].owner).toBe('Regnskab')
  })

  it.each(reasonCodes)(
    'says what %s means and what to do in whole sentences of both languages, like no other',
    (code) => {
      const {sentence, remedy} = catalogue[code]
      for (const text of [sentence.da, sentence.en, remedy.da, remedy.en]) expect(text).toMatch(/^\p{Lu}.*\.$/u)
      expect(sentence.da).not.toBe(sentence.en)
      expect(reasonCodes.filter((other) => catalogue[other].sentence.da === sentence.da)).toEqual([code])
    },
  )
})
