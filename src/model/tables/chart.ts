/** The chart of accounts (`formats.md`, Chart of accounts): the PSP elements and accounts that exist. */
import {optional, required} from './field.ts'

export const chartFields = {
  type: required('chartType', 'Type'),
  number: required('text', 'Nummer', ['Nr']),
  text: optional('text', 'Tekst', ['Navn', 'Betegnelse']),
  from: optional('date', 'Gyldig fra', ['Fra']),
  to: optional('date', 'Gyldig til', ['Til']),
  blocked: optional('yesNo', 'Spærret'),
  successor: optional('text', 'Erstattet af', ['Efterfølger']),
}
