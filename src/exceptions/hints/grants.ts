/** Hints about a grant's own row: its status, its `Betalt til`, and rows that cannot be read (`matching.md` 1, 6). */
import {dayText} from '../../text/format.ts'
import {maskedLine} from '../../text/mask.ts'
import {instruction} from '../sentence.ts'
import type {HintEntries} from './hint-entry.ts'

export const grantHints: HintEntries<'inactiveGrantFits' | 'onlyPaidTo' | 'unreadableRow'> = {
  inactiveGrantFits: {
    sentence: ({grantId}) =>
      instruction({
        da: `Bevilling ${grantId} passer, men dens status tæller ikke; ret status, hvis den er bevilget.`,
        en: `Grant ${grantId} fits, but its status does not count; correct the status if it has been granted.`,
      }),
    action: ({grantId}) => ({
      key: ['inactive', grantId],
      text: {
        da: `Ret status på bevilling ${grantId}, hvis den er bevilget.`,
        en: `Correct the status of grant ${grantId} if it has been granted.`,
      },
    }),
  },
  onlyPaidTo: {
    sentence: ({grantId, paidTo}) =>
      instruction({
        da: `Kun «Betalt til» ${dayText(paidTo, 'da')} på bevilling ${grantId} holder perioden for betalt; ret datoen, hvis perioden ikke er betalt.`,
        en: `Only «Betalt til» ${dayText(paidTo, 'en')} on grant ${grantId} holds the period for paid; correct the date if the period has not been paid.`,
      }),
    action: ({grantId}) => ({
      key: ['paidTo', grantId],
      text: {
        da: `Ret Betalt til på bevilling ${grantId}, hvis perioden ikke er betalt.`,
        en: `Correct Betalt til of grant ${grantId} if the period has not been paid.`,
      },
      byHand: false,
    }),
  },
  unreadableRow: {
    sentence: ({file, row}, {reason}) => {
      const shown = maskedLine(file)
      return instruction(
        reason === 'MAPPING_AMBIGUOUS'
          ? {da: `Ret række ${row} i ${shown}.`, en: `Correct row ${row} of ${shown}.`}
          : {
              da: `Ret række ${row} i ${shown}; den kan være den bevilling, regningen er for.`,
              en: `Correct row ${row} of ${shown}; it may be the grant that the bill is for.`,
            },
      )
    },
    action: ({file, row}) => {
      const shown = maskedLine(file)
      return {
        key: ['row', file, String(row)],
        text: {da: `Ret række ${row} i ${shown}.`, en: `Correct row ${row} of ${shown}.`},
      }
    },
  },
}
