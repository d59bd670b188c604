/** The sentences for cells and rows that cannot be read (`formats.md`, Reading tables). */
import {describe, expect, it} from 'vitest'
import {describeProblem, expectations} from '../../src/exceptions/problems.ts'

describe('describeProblem', () => {
  it('names the column, what stands in it and what was expected', () => {
    const problem = {column: 'Takst', value: 'abc', expected: 'amount'} as const
    expect(describeProblem(problem, 'da')).toBe('Takst «abc»: forventede et beløb som 1.234,56')
    expect(describeProblem(problem, 'en')).toBe('Takst «abc»: expected an amount such as 1.234,56')
  })

  it('shows no value where the cell is empty, and masks what looks like a CPR number', () => {
    expect(describeProblem({column: 'Beløb', value: '', expected: 'required'}, 'da')).toBe(
      'Beløb: feltet skal være udfyldt',
    )
    expect(describeProblem({column: 'Dato', value: '610190-1234', expected: 'date'}, 'da')).toContain('«610190-****»')
  })

  it('has a sentence of its own for everything that can be expected', () => {
    const danish = Object.values(expectations).map(({da}) => da)
    expect(new Set(danish).size).toBe(danish.length)
    for (const {da, en} of Object.values(expectations)) expect(da).not.toBe(en)
  })
})
