/** Hints about the support sheet and the chart of accounts (`matching.md` 5). */
import {isAccount, isOperatingAccount} from '../../model/accounts.ts'
import type {LocalizedText} from '../../model/language.ts'
import {maskedLine} from '../../text/mask.ts'
import {fact, instruction} from '../sentence.ts'
import type {HintEntries, HintOf} from './hint-entry.ts'

export const codingHints: HintEntries<'mappingKeys' | 'account'> = {
  mappingKeys: {
    sentence: (hint, {reason}) =>
      reason === 'MAPPING_AMBIGUOUS'
        ? fact({da: `Det gælder ${mappingKeysText(hint).da}.`, en: `It is about ${mappingKeysText(hint).en}.`})
        : instruction({
            da: `Tilføj en række i støttearket, der passer på ${mappingKeysText(hint).da}.`,
            en: `Add a row to the support sheet that fits ${mappingKeysText(hint).en}.`,
          }),
    action: (hint, {reason}) => {
      const {paragraph, ownership, targetGroup, service} = hint
      const key = ['mappingKeys', paragraph, ownership, targetGroup, service].map((part) => part.toLowerCase())
      return {key, text: reason === 'MAPPING_AMBIGUOUS' ? oneMappingRowText(hint) : newMappingRowText(hint)}
    },
  },
  account: {
    sentence: (hint) => {
      const problem = accountText(hint)
      if (hint.successor !== '')
        return instruction({
          da: `${problem.da}; sæt ${hint.successor} i støttearket i stedet for ${replacedNumber(hint)}.`,
          en: `${problem.en}; put ${hint.successor} into the support sheet in place of ${replacedNumber(hint)}.`,
        })
      return isStatusAccount(hint.account)
        ? fact({da: `${problem.da}. Kontoen er en statuskonto.`, en: `${problem.en}. The account is a status account.`})
        : fact({da: `${problem.da}.`, en: `${problem.en}.`})
    },
    action: (hint) => {
      const {account, pspElement, successor, problem} = hint
      return {
        key: ['account', account, pspElement, successor, problem],
        text: successor === '' ? anotherNumberText(hint) : successorText(hint),
      }
    },
  },
}

type MappingKeys = Omit<HintOf<'mappingKeys'>, 'kind'>

/** `paragraf 107, ejerforhold «Privat», målgruppe «Voksne», indsats «Botilbud»`: what a row has to fit. */
export function mappingKeysText(keys: MappingKeys): LocalizedText {
  const [ownership, targetGroup, service] = [keys.ownership, keys.targetGroup, keys.service].map(maskedLine)
  return {
    da: `paragraf ${keys.paragraph}, ejerforhold «${ownership}», målgruppe «${targetGroup}», indsats «${service}»`,
    en: `paragraph ${keys.paragraph}, ownership «${ownership}», target group «${targetGroup}», service «${service}»`,
  }
}

/** The action, and the change that is tried. */
export const newMappingRowText = (keys: MappingKeys): LocalizedText => ({
  da: `Tilføj en række i støttearket: ${mappingKeysText(keys).da}.`,
  en: `Add a row to the support sheet: ${mappingKeysText(keys).en}.`,
})

const oneMappingRowText = (keys: MappingKeys): LocalizedText => ({
  da: `Ret støttearket, så netop én række passer bedst: ${mappingKeysText(keys).da}.`,
  en: `Correct the support sheet so that just one row fits best: ${mappingKeysText(keys).en}.`,
})

/** The action, and the change that is tried, where the chart names a successor. */
export const successorText = (hint: HintOf<'account'>): LocalizedText => ({
  da: `Ret ${replacedNumber(hint)} til ${hint.successor} i støttearket: kontoplanen har erstattet det.`,
  en: `Change ${replacedNumber(hint)} to ${hint.successor} in the support sheet: the chart of accounts has replaced it.`,
})

function anotherNumberText(hint: HintOf<'account'>): LocalizedText {
  const problem = accountText(hint)
  return {
    da: `${problem.da}: sæt et andet i støttearket.`,
    en: `${problem.en}: put another into the support sheet.`,
  }
}

/** Which of the two the successor replaces is seen from its form. */
const replacedNumber = ({account, pspElement, successor}: HintOf<'account'>): string =>
  isAccount(successor) ? account : pspElement

/** What the chart says of account and PSP element, without full stop. */
const accountText = ({account, pspElement, problem}: HintOf<'account'>): LocalizedText => ({
  da: `Artskonto ${account} / PSP-element ${pspElement} ${accountProblems[problem].da}`,
  en: `Account ${account} / PSP element ${pspElement} ${accountProblems[problem].en}`,
})

const accountProblems: Readonly<Record<HintOf<'account'>['problem'], LocalizedText>> = {
  unknown: {da: 'er ikke i kontoplanen', en: 'is not in the chart of accounts'},
  blocked: {da: 'er spærret i kontoplanen', en: 'is blocked in the chart of accounts'},
  notValid: {da: 'gælder ikke på dagen', en: 'is not valid on that day'},
  malformed: {da: 'har en forkert form', en: 'has a wrong form'},
}

const isStatusAccount = (account: string): boolean => isAccount(account) && !isOperatingAccount(account)
