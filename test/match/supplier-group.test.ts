/** Whose invoices may be for whose grants. */
import fc from 'fast-check'
import {expect, it} from 'vitest'
import {invoicingSuppliers, supplierGroups} from '../../src/match/supplier-group.ts'
import {aConfig} from '../builders/records.ts'
import {bostedet, hjemmet} from '../builders/values.ts'

it('invoices for a supplier’s grants come under its own CVR number and those it lists', () => {
  const config = aConfig({suppliers: {[hjemmet]: {billsAs: [bostedet]}}})
  expect([...invoicingSuppliers(hjemmet, config)]).toEqual([hjemmet, bostedet])
  expect([...invoicingSuppliers(bostedet, config)]).toEqual([bostedet])
})

it('is the reverse of a group: a supplier is in an invoice’s group just where the invoice may be for its grants', () => {
  const cvr = fc.constantFrom('12345674', '85614592', '61497560', '80183887')
  fc.assert(
    fc.property(
      fc.dictionary(cvr, fc.record({billsAs: fc.uniqueArray(cvr)})),
      cvr,
      cvr,
      (suppliers, invoiceCvr, grantCvr) => {
        const config = aConfig({suppliers})
        const isInGroup = supplierGroups(config)(invoiceCvr).has(grantCvr)
        expect(invoicingSuppliers(grantCvr, config).has(invoiceCvr)).toBe(isInGroup)
      },
    ),
  )
})
