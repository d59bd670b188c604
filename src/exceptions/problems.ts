/** What is wrong with a cell or a row, told in words (`formats.md`, Reading tables). */
import type {Expectation, Problem} from '../domain/problem.ts'
import type {Language, Text} from '../domain/text.ts'
import {freeText} from './words.ts'

/** What was expected; each reads on after the column and its value. */
export const expectations: Readonly<Record<Expectation, Text>> = {
  required: {da: 'feltet skal være udfyldt', en: 'the field must be filled'},
  amount: {da: 'forventede et beløb som 1.234,56', en: 'expected an amount such as 1.234,56'},
  amountDecimals: {da: 'beløbet har mere end to decimaler', en: 'the amount has more than two decimals'},
  amountBothWays: {
    da: 'beløbet kan læses på to måder, og kolonnen bruger både punktum og komma som decimaltegn',
    en: 'the amount can be read in two ways, and the column uses both point and comma for decimals',
  },
  amountAboveZero: {da: 'beløbet skal være over nul', en: 'the amount must be above zero'},
  number: {da: 'forventede et tal som 37,5', en: 'expected a number such as 37,5'},
  numberBothWays: {
    da: 'tallet kan læses på to måder, og kolonnen bruger både punktum og komma som decimaltegn',
    en: 'the number can be read in two ways, and the column uses both point and comma for decimals',
  },
  numberNotNegative: {da: 'tallet må ikke være under nul', en: 'the number must not be below zero'},
  date: {da: 'forventede en dato som 31-03-2026', en: 'expected a date such as 31-03-2026'},
  dateInCalendar: {da: 'den dag findes ikke i kalenderen', en: 'that day is not in the calendar'},
  cpr: {da: 'forventede et CPR-nummer på ti cifre', en: 'expected a CPR number of ten digits'},
  cvr: {da: 'forventede et CVR-nummer på otte cifre', en: 'expected a CVR number of eight digits'},
  gln: {da: 'forventede et EAN/GLN-nummer på 13 cifre', en: 'expected an EAN/GLN number of 13 digits'},
  unit: {
    da: 'forventede Måned, Døgn, Dag, Uge, Time, År eller Engang; et andet ord kan tilføjes under values.unit i bills.yaml',
    en: 'expected Måned, Døgn, Dag, Uge, Time, År or Engang; another word can be added under values.unit in bills.yaml',
  },
  paragraph: {da: 'forventede en paragraf som § 107 eller STU', en: 'expected a paragraph such as § 107 or STU'},
  documentType: {
    da: 'forventede Faktura eller Kreditnota; et andet ord kan tilføjes under values.documentType i bills.yaml',
    en: 'expected Faktura or Kreditnota; another word can be added under values.documentType in bills.yaml',
  },
  yesNo: {
    da: 'forventede Ja eller Nej; et andet ord for ja kan tilføjes under values.yes i bills.yaml',
    en: 'expected Ja or Nej; another word for yes can be added under values.yes in bills.yaml',
  },
  chartType: {da: 'forventede PSP eller Art', en: 'expected PSP or Art'},
  periodOrder: {da: 'slutdatoen ligger før startdatoen', en: 'the last day is before the first'},
  extraCells: {da: 'rækken har flere celler end overskriften', en: 'the row has more cells than the header'},
  formulaError: {
    da: 'formlen i cellen giver en fejl eller er aldrig beregnet',
    en: 'the formula in the cell gives an error or was never calculated',
  },
  rowsDisagree: {
    da: 'rækker, der hører sammen, har forskellige værdier her',
    en: 'rows that belong together have different values here',
  },
  rowsOverlap: {
    da: 'rækker for samme bevilling overlapper med forskellig takst, mængde eller indsats',
    en: 'rows of one grant overlap with different rate, quantity or service',
  },
}

/** `Takst «abc»: forventede et beløb som 1.234,56`. */
export function describeProblem({column, value, expected}: Problem, language: Language): string {
  const shown = value === '' ? '' : ` «${freeText(value)}»`
  return `${column}${shown}: ${expectations[expected][language]}`
}
