/** `opus-remarks.csv`: one remark for each invoice, within OPUS' length. */
import {describe, expect, it} from 'vitest'
import {grantsById} from '../../src/exceptions/grants-by-id.ts'
import {ore} from '../../src/model/money.ts'
import {reasonCodes} from '../../src/model/reason.ts'
import {opusRemarksCsv, remark} from '../../src/outputs/opus/remarks.ts'
import {aCandidate, aPosting, aRegister, excepted, posted, postedBefore} from '../builders/outputs.ts'

const grants = grantsById(aRegister())

describe('opusRemarksCsv', () => {
  it('tells of every invoice what became of it', () => {
    const evidence = {nearest: ['B-1'], candidates: [aCandidate()]}
    const mismatch = excepted('AMOUNT_MISMATCH', {line: {amount: ore(12_000_00)}, evidence}, {documentNumber: ''})
    expect(opusRemarksCsv([posted(), postedBefore('20260401-080000'), mismatch], grants)).toBe(
      [
        'Bilagsnummer;Fakturanummer;CVR-nummer;Status;Kode;Bemærkning',
        '5100000001;F-1;12345674;Konteret;;Konteret: 12.345,00 kr. på 40000107/XG-5038500001-00001, Botilbud § 107, marts 2026, bevilling B-1.',
        '5100000001;F-1;12345674;Konteret;;"Konteret i kørsel 20260401-080000; ikke konteret igen."',
        ';F-1;12345674;Ikke konteret;AMOUNT_MISMATCH;"Beløbet er ikke det, bevillingen koster for perioden. Sagsbehandler: Bevilling B-1 koster 12.345,00 kr. for marts 2026; linjen er 345,00 kr. lavere. Ret taksten på bevillingen, hvis den er ny, eller bed leverandøren om en ny regning."',
        '',
      ].join('\r\n'),
    )
  })
})

describe('remark', () => {
  it('tells a reversal as taken back', () => {
    expect(remark(posted({}, [aPosting({amount: ore(-100_00)})]), grants)).toContain(
      '100,00 kr. tilbageført fra 40000107/',
    )
  })

  it('says how many postings there was no room for', () => {
    const text = remark(
      posted(
        {},
        Array.from({length: 9}, () => aPosting()),
      ),
      grants,
    )
    expect(text).toMatch(/bevilling B-1; og 7 til\.$/)
  })

  it.each(reasonCodes)('has for %s at most 250 characters and no CPR number, whatever the names', (reason) => {
    const long = 'Bostedet 610190-1234 '.repeat(30)
    const problem = {column: long, value: long, expected: 'amount', source: {file: long, row: 2}} as const
    const verdict = excepted(reason, {evidence: {nearest: ['B-1']}}, {supplierName: long, problems: [problem]})
    const text = remark(verdict, grants)
    expect(text.length).toBeLessThanOrEqual(250)
    expect(text).not.toContain('610190-1234')
  })
})
