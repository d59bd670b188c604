/** Hints about why no period could be read, or none named (`matching.md` 2). */
import type {ActionText} from '../action-text.ts'
import {type Case, supplierOf} from '../case.ts'
import {fact, instruction} from '../sentence.ts'
import type {HintEntries} from './hint-entry.ts'
import {monthOrText} from './month-or-text.ts'

export const periodHints: HintEntries<
  'billingUnknown' | 'billingsDiffer' | 'contradictoryText' | 'textOtherMonth' | 'oneEndOutside' | 'textAgainstColumns'
> = {
  billingUnknown: {
    sentence: (_, {invoice}) => {
      const key = billingKey(invoice.supplierCvr)
      return instruction({
        da: `Linjen angiver ingen periode: bed leverandøren skrive den, eller sæt ${key} i bills.yaml til arrears (bagud) eller advance (forud).`,
        en: `The line states no period: ask the supplier to state it, or set ${key} in bills.yaml to arrears or advance.`,
      })
    },
    action: (_, exception) => setBilling(exception),
  },
  billingsDiffer: {
    sentence: (_, {invoice}) => {
      const key = billingKey(invoice.supplierCvr)
      return instruction({
        da: `Borgerens bevillinger faktureres for hver sin måned: bed leverandøren skrive perioden, eller sæt ${key} i bills.yaml.`,
        en: `The citizen's grants are billed for different months: ask the supplier to state the period, or set ${key} in bills.yaml.`,
      })
    },
    action: (_, exception) => setBilling(exception),
  },
  contradictoryText: {
    sentence: () =>
      fact({
        da: 'Teksten nævner perioder, der strider mod hinanden.',
        en: 'The text names periods that contradict each other.',
      }),
  },
  textOtherMonth: {
    sentence: ({month}, {invoice}) => {
      const key = billingKey(invoice.supplierCvr)
      return fact({
        da: `Teksten nævner «${monthOrText(month, 'da')}», som ikke er den måned, ${key} peger på.`,
        en: `The text names «${monthOrText(month, 'en')}», which is not the month that ${key} gives.`,
      })
    },
  },
  oneEndOutside: {
    sentence: () =>
      fact({
        da: 'Kun den ene af Periode fra og Periode til er udfyldt, og den ligger uden for måneden.',
        en: 'Only one of Periode fra and Periode til is filled, and it is outside the month.',
      }),
  },
  textAgainstColumns: {
    sentence: () =>
      fact({
        da: 'Teksten angiver en anden periode end Periode fra og Periode til.',
        en: 'The text states another period than Periode fra and Periode til.',
      }),
  },
}

/** `suppliers."12345674".billing`: the key of bills.yaml. */
export const billingKey = (cvr: string): string => `suppliers."${cvr}".billing`

function setBilling(exception: Case): ActionText {
  const {supplierCvr} = exception.invoice
  const [supplier, key] = [supplierOf(exception), billingKey(supplierCvr)]
  return {
    key: ['billing', supplierCvr],
    text: {
      da: `Sæt ${key} i bills.yaml til arrears eller advance for ${supplier}, hvis leverandøren altid fakturerer bagud eller forud; ellers bed om perioden på hver linje.`,
      en: `Set ${key} in bills.yaml to arrears or advance for ${supplier} if it always bills so; else ask for the period on each line.`,
    },
  }
}
