/** Each kind of hint in words (`src/domain/verdict.ts`, Hint). */

import {isAccount, isOperatingAccount} from '../model/accounts.ts'
import {type Month, parseIsoDate} from '../model/calendar.ts'
import type {Language} from '../model/language.ts'
import type {Hint} from '../model/verdict.ts'
import {dayText, kronerText, monthText} from '../text/format.ts'
import {maskedLine, maskedNumber} from '../text/mask.ts'
import {type Case, fact, instruction, type Sentence} from './sentence.ts'

type HintOf<Kind extends Hint['kind']> = Extract<Hint, {kind: Kind}>
type Tellers = {readonly [Kind in Hint['kind']]: (hint: HintOf<Kind>, about: Case) => Sentence}

export function hintSentence<Kind extends Hint['kind']>(hint: HintOf<Kind>, about: Case): Sentence {
  const kind: Kind = hint.kind as Kind
  const tell: (hint: HintOf<Kind>, about: Case) => Sentence = tellers[kind]
  return tell(hint, about)
}

/** `suppliers."12345674".billing`: the key of bills.yaml. */
export const billingKey = (cvr: string): string => `suppliers."${cvr}".billing`

/** `§ 107, Privat, Voksne, Botilbud`: what a row of the support sheet must fit. */
export const mappingKeysText = (keys: Omit<HintOf<'mappingKeys'>, 'kind'>, language: Language): string => {
  const [ownership, targetGroup, service] = [keys.ownership, keys.targetGroup, keys.service].map(maskedLine)
  return language === 'da'
    ? `paragraf ${keys.paragraph}, ejerforhold «${ownership}», målgruppe «${targetGroup}», indsats «${service}»`
    : `paragraph ${keys.paragraph}, ownership «${ownership}», target group «${targetGroup}», service «${service}»`
}

/** What the chart says of an account and PSP element, as the end of a sentence. */
export const accountProblem = (problem: HintOf<'account'>['problem'], language: Language): string =>
  accountProblems[problem][language]

const accountProblems = {
  unknown: {da: 'er ikke i kontoplanen', en: 'is not in the chart of accounts'},
  blocked: {da: 'er spærret i kontoplanen', en: 'is blocked in the chart of accounts'},
  notValid: {da: 'gælder ikke på dagen', en: 'is not valid on that day'},
  malformed: {da: 'har en forkert form', en: 'has a wrong form'},
} as const

const tellers: Tellers = {
  newRate: ({oldRate, newRate, service}, {language}) =>
    instruction(
      language,
      `Det ligner en ny takst for ${maskedLine(service)}: ${kronerText(newRate, 'da')} i stedet for ${kronerText(oldRate, 'da')}; opret den nye takst på leverandørens bevillinger.`,
      `It looks like a new rate for ${maskedLine(service)}: ${kronerText(newRate, 'en')} in place of ${kronerText(oldRate, 'en')}; register the new rate on the supplier's grants.`,
    ),
  regulation: ({grantId, from, to}, {language}) =>
    instruction(
      language,
      `Beløbet er forskellen mellem, hvad bevilling ${grantId} nu koster ${monthsBetween(from, to, 'da')}, og hvad der er betalt: en regulering bagud, som konteres manuelt.`,
      `The amount is the difference between what grant ${grantId} now costs ${monthsBetween(from, to, 'en')} and what was paid: a back-dated regulation, to be posted by hand.`,
    ),
  inactiveGrantFits: ({grantId}, {language}) =>
    instruction(
      language,
      `Bevilling ${grantId} passer, men dens status tæller ikke; ret status, hvis den er bevilget.`,
      `Grant ${grantId} fits, but its status does not count; correct the status if it has been granted.`,
    ),
  onlyPaidTo: ({grantId, paidTo}, {language}) =>
    instruction(
      language,
      `Kun «Betalt til» ${dayText(paidTo, 'da')} på bevilling ${grantId} holder perioden for betalt; ret datoen, hvis perioden ikke er betalt.`,
      `Only «Betalt til» ${dayText(paidTo, 'en')} on grant ${grantId} holds the period for paid; correct the date if the period has not been paid.`,
    ),
  amountOfMonth: ({grantId, month}, {language}) =>
    fact(
      language,
      `Beløbet er det, bevilling ${grantId} koster for ${monthOrText(month, 'da')}.`,
      `The amount is what grant ${grantId} costs for ${monthOrText(month, 'en')}.`,
    ),
  billingUnknown: (_, {invoice, language}) =>
    instruction(
      language,
      `Linjen angiver ingen periode: bed leverandøren skrive den, eller sæt ${billingKey(invoice.supplierCvr)} i bills.yaml til arrears (bagud) eller advance (forud).`,
      `The line states no period: ask the supplier to state it, or set ${billingKey(invoice.supplierCvr)} in bills.yaml to arrears or advance.`,
    ),
  billingsDiffer: (_, {invoice, language}) =>
    instruction(
      language,
      `Borgerens bevillinger faktureres for hver sin måned: bed leverandøren skrive perioden, eller sæt ${billingKey(invoice.supplierCvr)} i bills.yaml.`,
      `The citizen's grants are billed for different months: ask the supplier to state the period, or set ${billingKey(invoice.supplierCvr)} in bills.yaml.`,
    ),
  contradictoryText: (_, {language}) =>
    fact(
      language,
      'Teksten nævner perioder, der strider mod hinanden.',
      'The text names periods that contradict each other.',
    ),
  textOtherMonth: ({month}, {invoice, language}) =>
    fact(
      language,
      `Teksten nævner «${monthOrText(month, 'da')}», som ikke er den måned, ${billingKey(invoice.supplierCvr)} peger på.`,
      `The text names «${monthOrText(month, 'en')}», which is not the month that ${billingKey(invoice.supplierCvr)} gives.`,
    ),
  oneEndOutside: (_, {language}) =>
    fact(
      language,
      'Kun den ene af Periode fra og Periode til er udfyldt, og den ligger uden for måneden.',
      'Only one of Periode fra and Periode til is filled, and it is outside the month.',
    ),
  textAgainstColumns: (_, {language}) =>
    fact(
      language,
      'Teksten angiver en anden periode end Periode fra og Periode til.',
      'The text states another period than Periode fra and Periode til.',
    ),
  unknownCreditedNumber: ({number}, {language}) =>
    fact(
      language,
      `Kreditnotaen nævner faktura ${maskedNumber(number)}, som ikke er kendt hos leverandøren.`,
      `The credit note names invoice ${maskedNumber(number)}, which is not known of the supplier.`,
    ),
  severalPostedLines: ({count}, {language}) =>
    fact(language, `${count} konterede linjer har det beløb.`, `${count} posted lines have that amount.`),
  firstDocument: ({documentNumber, invoiceNumber, runId}, {language}) =>
    fact(
      language,
      `Nummeret kom først med ${documentNumber ? `bilag ${maskedNumber(documentNumber)}, ` : ''}faktura ${maskedNumber(invoiceNumber)}, ${runId ? `senest i kørsel ${runId}` : 'i denne kørsel'}.`,
      `The number came first with ${documentNumber ? `document ${maskedNumber(documentNumber)}, ` : ''}invoice ${maskedNumber(invoiceNumber)}, ${runId ? `last in run ${runId}` : 'in this run'}.`,
    ),
  bookedByPeople: (_, {language}) =>
    instruction(
      language,
      'Regningen er allerede bogført manuelt; afvis den.',
      'The bill was booked by hand already; reject it.',
    ),
  heldBy: ({invoiceNumber}, {language}) =>
    fact(
      language,
      `Kreditnotaen gælder faktura ${maskedNumber(invoiceNumber)}.`,
      `The credit note is about invoice ${maskedNumber(invoiceNumber)}.`,
    ),
  textCitizen: ({masked}, {language}) =>
    fact(language, `Teksten nævner også ${maskedLine(masked)}.`, `The text names ${maskedLine(masked)} too.`),
  mappingKeys: ({kind: _, ...keys}, {line, language}) =>
    line.reason === 'MAPPING_AMBIGUOUS'
      ? fact(language, `Det gælder ${mappingKeysText(keys, 'da')}.`, `It is about ${mappingKeysText(keys, 'en')}.`)
      : instruction(
          language,
          `Tilføj en række i støttearket, der passer på ${mappingKeysText(keys, 'da')}.`,
          `Add a row to the support sheet that fits ${mappingKeysText(keys, 'en')}.`,
        ),
  account: ({account, pspElement, successor, problem}, {language}) =>
    successor
      ? instruction(
          language,
          `Artskonto ${account} / PSP-element ${pspElement} ${accountProblem(problem, 'da')}; sæt ${successor} i støttearket i stedet for ${replaced(account, pspElement, successor)}.`,
          `Account ${account} / PSP element ${pspElement} ${accountProblem(problem, 'en')}; put ${successor} into the support sheet in place of ${replaced(account, pspElement, successor)}.`,
        )
      : fact(
          language,
          `Artskonto ${account} / PSP-element ${pspElement} ${accountProblem(problem, 'da')}.${isStatusAccount(account) ? ' Kontoen er en statuskonto.' : ''}`,
          `Account ${account} / PSP element ${pspElement} ${accountProblem(problem, 'en')}.${isStatusAccount(account) ? ' The account is a status account.' : ''}`,
        ),
  unreadableRow: ({file, row}, {line, language}) => {
    const sheet = line.reason === 'MAPPING_AMBIGUOUS'
    return instruction(
      language,
      `Ret række ${row} i ${maskedLine(file)}${sheet ? '' : '; den kan være den bevilling, regningen er for'}.`,
      `Correct row ${row} of ${maskedLine(file)}${sheet ? '' : '; it may be the grant that the bill is for'}.`,
    )
  },
}

/** Which of the two a successor takes the place of is seen from its form. */
const replaced = (account: string, psp: string, successor: string): string => (isAccount(successor) ? account : psp)

const isStatusAccount = (account: string): boolean => isAccount(account) && !isOperatingAccount(account)

const monthOrText = (text: string, language: Language): string =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? monthText(text as Month, language) : maskedLine(text)

function monthsBetween(from: string, to: string, language: Language): string {
  const [first, last] = [from, to].map((text) => {
    const date = parseIsoDate(text)
    return date ? dayText(date, language) : monthOrText(text, language)
  })
  if (from === to) return `for ${first}`
  return language === 'da' ? `fra ${first} til ${last}` : `from ${first} to ${last}`
}
