/** matching.md 6: a back-dated regulation is told beside the code. */
import {describe, expect, it} from 'vitest'
import {aGrant, anInvoice} from '../build.ts'
import {lastOf} from '../earlier.ts'

describe('a back-dated regulation', () => {
  it('is named, and never posted', () => {
    const grants = [aGrant({rate: 1030_00})]
    const regulation = anInvoice({document: 'B2', number: 'F2', issued: '2026-04-20', amount: 30_00})
    const {verdicts} = lastOf({}, {grants, invoices: [regulation]})
    expect(verdicts[0]?.outcome).toBe('exception')
    expect(verdicts[0]?.lines[0]?.evidence.hints).toContainEqual(
      expect.objectContaining({kind: 'regulation', grantId: 'G1'}),
    )
  })
})
