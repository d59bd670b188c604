/** `opus-posting-<year>.csv`, cell by cell. */
import {describe, expect, it} from 'vitest'
import {ore} from '../../src/model/money.ts'
import type {Posting} from '../../src/model/posting.ts'
import {opusPostingCsv, postingFileName} from '../../src/outputs/opus/posting-csv.ts'
import {postingParts} from '../../src/outputs/opus/posting-parts.ts'
import {aConfig, aPosting, posted} from '../builders/outputs.ts'

function csv(postings: readonly Posting[], invoice = {}, opus = {}): string[] {
  const [part] = postingParts([posted(invoice, postings)], 900)
  return part ? opusPostingCsv(part, aConfig({opus})).split('\r\n') : []
}

const columns = (line: string | undefined): string[] => (line ?? '').split(';')

describe('opusPostingCsv', () => {
  it('writes the header of the contract and two lines for a posting', () => {
    expect(csv([aPosting()])).toEqual([
      'Artskonto;Omkostningssted;PSP-element;Profitcenter;Ordre;Debet/kredit;Beløb;Næste agent;Tekst;Betalingsart;Påligningsår;Betalingsmodtagernr.;Betalingsmodtagernr.kode;Ydelsesmodtagernr.;Ydelsesmodtagernr.kode;Ydelsesperiode fra;Ydelsesperiode til;Oplysningspligtnr.;Oplysningspligtmodtagernr.kode;Oplysningspligtkode;Netværk;Operation;Mængde;Mængdeenhed;Referencenøgle',
      '40000107;;XG-5038500001-00001;;;Debet;12345,00;;Botilbud § 107, marts 2026;;;;;6101901234;02;01.03.2026;31.03.2026;;;;;;;;5100000001',
      '95990009;;;;;Kredit;12345,00;;Botilbud § 107, marts 2026;;;;;6101901234;02;01.03.2026;31.03.2026;;;;;;;;5100000001',
      '',
    ])
  })

  it('writes a reversal the other way round, its amount without sign', () => {
    const [, first, second] = csv([aPosting({amount: ore(-5)})])
    expect(columns(first).slice(0, 7)).toEqual(['40000107', '', 'XG-5038500001-00001', '', '', 'Kredit', '0,05'])
    expect(columns(second).slice(0, 7)).toEqual(['95990009', '', '', '', '', 'Debet', '0,05'])
  })

  it('gives the contra line its PSP element, padded, where the contra account is an operating account', () => {
    const [, , contra] = csv([aPosting()], {}, {contraAccount: '40009999', contraPsp: 'xg-5038500001-7'})
    expect(columns(contra).slice(0, 3)).toEqual(['40009999', '', 'XG-5038500001-00007'])
  })

  it('takes the invoice number as key where there is no document number', () => {
    const [, line] = csv([aPosting()], {documentNumber: '', invoiceNumber: 'F-9'})
    expect(columns(line).at(-1)).toBe('F-9')
  })

  it('writes fixed values into empty columns of both lines, and days as asked for', () => {
    const [, first, second] = csv([aPosting()], {}, {fixed: {Profitcenter: 'P1'}, periodFormat: 'yyyymmdd'})
    for (const line of [first, second]) {
      expect(columns(line)[3]).toBe('P1')
      expect(columns(line).slice(15, 17)).toEqual(['20260301', '20260331'])
    }
  })

  it('quotes only where needed, and makes no formula harmless', () => {
    const [, line] = csv([aPosting({service: '=A; B'})])
    expect(line).toContain(';"=A; B § 107, marts 2026";')
    expect(line?.match(/"/g)).toHaveLength(2)
  })

  it('names further parts by their number', () => {
    expect([1, 2, 3].map((number) => postingFileName({year: 2026, number}))).toEqual([
      'opus-posting-2026.csv',
      'opus-posting-2026-2.csv',
      'opus-posting-2026-3.csv',
    ])
  })
})
