/** The list of work: which exceptions one action joins, its sentence and its order (`formats.md`, exceptions). */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {actionGroups} from '../../src/exceptions/action-groups.ts'
import {actionList} from '../../src/exceptions/actions.ts'
import {ore} from '../../src/model/money.ts'
import {reasonCodes} from '../../src/model/reason.ts'
import type {Fix} from '../../src/model/run.ts'
import type {Hint, InvoiceVerdict} from '../../src/model/verdict.ts'
import {aLineVerdict, aRegister, excepted, exceptedLines, posted, postedBefore} from '../builders/outputs.ts'
import {anna, bo, bostedet, day, hjemmet} from '../builders/values.ts'

const actionsOf = (verdicts: readonly InvoiceVerdict[]) => actionList(actionGroups(verdicts, aRegister()), [], 'da')

const withHint = (reason: Parameters<typeof excepted>[0], hint: Hint, invoice = {}) =>
  excepted(reason, {evidence: {hints: [hint]}}, invoice)

const newRate = (rate: number, service = 'Botilbud'): Hint => ({
  kind: 'newRate',
  oldRate: ore(1000_00),
  newRate: ore(rate),
  service,
  supplierCvr: bostedet,
})

describe('actions', () => {
  it('put last what frees no invoice for the program, however many there are', () => {
    const duplicates = [1, 2, 3].map(() => excepted('DUPLICATE_INVOICE'))
    expect(actionsOf([...duplicates, excepted('CPR_MISSING')]).map(({reason, invoices}) => [reason, invoices])).toEqual(
      [
        ['CPR_MISSING', 1],
        ['DUPLICATE_INVOICE', 3],
      ],
    )
  })

  it('joins the invoices that one new rate would free', () => {
    const bills = [1, 2, 3].map(() => withHint('AMOUNT_MISMATCH', newRate(1025_00)))
    expect(actionsOf([...bills, withHint('AMOUNT_MISMATCH', newRate(1030_00))])).toEqual([
      {
        text: `Ny takst for Botilbud hos Bostedet (CVR ${bostedet}): ret 1.000,00 kr. til 1.025,00 kr. på bevillingerne.`,
        owner: 'Administration',
        reason: 'AMOUNT_MISMATCH',
        invoices: 3,
        amount: '37035.00',
        atMost: true,
      },
      expect.objectContaining({invoices: 1, atMost: true}),
    ])
  })

  it('has of what the run has tried its sentence and its exact gain, and orders by that', () => {
    const bills = [1, 2, 3].map(() => withHint('AMOUNT_MISMATCH', newRate(1025_00)))
    const verdicts = [...bills, excepted('CPR_MISSING'), excepted('CPR_MISSING')]
    const [group] = actionGroups(verdicts, aRegister())
    const fix: Fix = {
      ...{
        key: group?.key ?? '',
        kind: 'rate',
        text: {da: 'Ny takst.', en: 'New rate.'},
        invoices: 1,
        amount: ore(1025_00),
      },
      ...{owner: 'Administration', reason: 'AMOUNT_MISMATCH', exact: true},
    }
    const shown = actionList(actionGroups(verdicts, aRegister()), [fix], 'da').map(({text, invoices, atMost}) => [
      text,
      invoices,
      atMost,
    ])
    expect(shown).toEqual([
      [expect.stringContaining('CPR-nummer'), 2, true],
      ['Ny takst.', 1, false],
    ])
  })

  it('names the key of invoices.yaml by supplier where no period is stated', () => {
    const unstated = (supplierCvr: string) => withHint('PERIOD_AMBIGUOUS', {kind: 'billingUnknown'}, {supplierCvr})
    const found = actionsOf([unstated(bostedet), unstated(hjemmet), unstated(bostedet)])
    expect(found.map(({invoices, atMost}) => [invoices, atMost])).toEqual([
      [2, true],
      [1, true],
    ])
    expect(found[0]?.text).toContain(`suppliers."${bostedet}".billing`)
  })

  it('joins rows of the support sheet by their keys, whatever their case', () => {
    const keys = {
      kind: 'mappingKeys',
      paragraph: '107',
      ownership: 'Privat',
      targetGroup: 'Voksne',
      service: 'Botilbud',
    } as const
    const found = actionsOf([
      withHint('MAPPING_MISSING', keys),
      withHint('MAPPING_MISSING', {...keys, service: 'BOTILBUD'}),
    ])
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({owner: 'Kontoplan', invoices: 2})
  })

  it('names the number that takes the place of a closed one, where the chart knows it', () => {
    const account = {
      kind: 'account',
      account: '40000107',
      pspElement: 'XG-5038500001-00001',
      problem: 'blocked',
    } as const
    const [known] = actionsOf([withHint('ACCOUNT_CLOSED', {...account, successor: '40000117'})])
    const [unknown] = actionsOf([withHint('ACCOUNT_CLOSED', {...account, successor: ''})])
    expect(known?.text).toBe('Ret 40000107 til 40000117 i støttearket: kontoplanen har erstattet det.')
    expect(unknown?.text).toContain('sæt et andet i støttearket')
  })

  it('shows a citizen masked, and keeps citizens and suppliers apart', () => {
    const found = actionsOf([
      excepted('CITIZEN_UNKNOWN', {citizen: anna}),
      excepted('CITIZEN_UNKNOWN', {citizen: bo}),
      excepted('CITIZEN_UNKNOWN', {citizen: anna}, {supplierCvr: hjemmet}),
    ])
    expect(found).toHaveLength(3)
    for (const {text} of found) expect(text).toMatch(/\d{6}-\*{4}/)
  })

  it('names the missing invoice that would settle others', () => {
    const gap = {kind: 'gap', grantIds: ['B-1'], month: '2026-02'} as const
    const [only, ...more] = actionsOf([1, 2].map(() => excepted('PERIOD_AMBIGUOUS', {evidence: {doubt: gap}})))
    expect(only).toMatchObject({invoices: 2})
    expect(only?.text).toContain('Find regningen for februar 2026')
    expect(more).toEqual([])
  })

  it('frees an invoice whose period only `Betalt til` holds for paid, and no other with that code', () => {
    const hint = {kind: 'onlyPaidTo', grantId: 'B-1', paidTo: day('2026-03-31')} as const
    const verdicts = [excepted('PERIOD_ALREADY_PAID'), withHint('PERIOD_ALREADY_PAID', hint)]
    expect(actionGroups(verdicts, aRegister()).map(({byHand, text}) => [byHand, text.da])).toEqual([
      [false, 'Ret Betalt til på bevilling B-1, hvis perioden ikke er betalt.'],
      [true, expect.stringContaining('Perioden er betalt i forvejen.')],
    ])
  })

  it.each(reasonCodes)('says the action of %s in both languages', (reason) => {
    const [group] = actionGroups([excepted(reason, {citizen: anna})], aRegister())
    expect(group?.text.da).toMatch(/\.$/)
    expect(group?.text.en).toMatch(/\.$/)
    expect(group?.text.en).not.toBe(group?.text.da)
  })

  it('counts an invoice of several lines once, under its first failing line', () => {
    const lines = [
      aLineVerdict({reason: 'OTHER_LINE_FAILED'}),
      aLineVerdict({reason: 'CPR_MISSING', line: {lineNumber: '2'}}),
      aLineVerdict({reason: 'CITIZEN_UNKNOWN', line: {lineNumber: '3'}}),
    ]
    expect(actionsOf([exceptedLines(lines)])).toMatchObject([{reason: 'CPR_MISSING', invoices: 1, amount: '37035.00'}])
  })

  it('says nothing of invoices that were posted', () => {
    expect(actionsOf([posted(), postedBefore('20260301-080000')])).toEqual([])
  })

  it('comes by most invoices, then by the amount, then by the text', () => {
    const withVat = (name: string, amount: number) =>
      excepted('VAT_UNSUPPORTED', {line: {amount: ore(amount)}}, {supplierCvr: `CVR-${name}`, supplierName: name})
    const found = actionsOf([withVat('d', 5), withVat('c', 5), withVat('b', 9), withVat('a', 1), withVat('a', 1)])
    expect(found.map(({text}) => text[0])).toEqual(['a', 'b', 'c', 'd'])
  })

  it('says the same in whatever order the invoices come, and counts each exception once', () => {
    const bill = fc
      .record({
        reason: fc.constantFrom(...reasonCodes),
        citizen: fc.constantFrom(anna, bo),
        supplierCvr: fc.constantFrom(bostedet, hjemmet),
        supplierName: fc.constantFrom('Bostedet', 'BOSTEDET', ''),
        amount: fc.integer({min: -500, max: 500}),
      })
      .map(({reason, citizen, amount, ...invoice}) => excepted(reason, {citizen, line: {amount: ore(amount)}}, invoice))
    fc.assert(
      fc.property(fc.array(bill, {maxLength: 12}), (bills) => {
        const forwards = actionsOf(bills)
        expect(actionsOf(bills.toReversed())).toEqual(forwards)
        expect(forwards.reduce((sum, {invoices}) => sum + invoices, 0)).toBe(bills.length)
      }),
      {numRuns: 60},
    )
  })
})
