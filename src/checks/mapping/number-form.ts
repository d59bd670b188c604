/** The form of a row's two numbers (`formats.md`, Mapping), whatever the chart holds. */
import {isAccount, isOperatingAccount, type MappingRow, pspElement} from '../../model/accounts.ts'
import type {NumberField} from './check-input.ts'

export type FormFault = 'numberMalformed' | 'wrongColumn' | 'statusAccount'

/** Why a number cannot be looked up in the chart, or null; an empty cell is an unreadable one. */
export function formFault({account, pspElement: psp}: MappingRow, field: NumberField): FormFault | null {
  if (field === 'account') {
    if (account === '' || isOperatingAccount(account)) return null
    if (pspElement(account)) return 'wrongColumn'
    return isAccount(account) ? 'statusAccount' : 'numberMalformed'
  }
  if (psp === '' || pspElement(psp) === psp) return null
  return isAccount(psp.toUpperCase()) ? 'wrongColumn' : 'numberMalformed'
}

/** Whether the row has a number there that the chart can be asked about. */
export const hasNumber = (row: MappingRow, field: NumberField): boolean =>
  row[field] !== '' && formFault(row, field) === null

/** An account or a PSP element; shown as it is, for its digits are no CPR number. */
export const isChartNumber = (text: string): boolean => isAccount(text) || pspElement(text) !== undefined
