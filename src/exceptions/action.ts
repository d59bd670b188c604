/**
 * What one deed would free an exception: the key that groups it with others freed by the same deed, and the line of
 * work that says it.
 */

import type {Month} from '../model/calendar.ts'
import {jsonKroner} from '../model/money.ts'
import type {Owner, ReasonCode} from '../model/reason.ts'
import type {Hint} from '../model/verdict.ts'
import {kronerText, listText, monthText, supplierText} from '../text/format.ts'
import {maskCpr, maskedLine} from '../text/mask.ts'
import {catalogue, ownerOf} from './catalogue.ts'
import type {FailingLine} from './failing-line.ts'
import {accountProblem, billingKey, mappingKeysText} from './hint-sentences.ts'
import {describeProblem} from './problems.ts'
import type {Case} from './sentence.ts'

export type ActionText = {
  readonly key: readonly string[]
  readonly text: string
  readonly reason: ReasonCode
  readonly owner: Owner
}

export function actionFor({verdict, reason}: FailingLine, about: Case): ActionText {
  const owner = ownerOf(reason, verdict.evidence)
  const told = byHint(reason, about) ?? byGap(about) ?? byCode[reason]?.(about) ?? bySupplier(reason, about)
  return {reason, owner, ...told}
}

type Telling = {readonly key: readonly string[]; readonly text: string}

function byHint(reason: ReasonCode, about: Case): Telling | undefined {
  for (const hint of about.line.evidence.hints) {
    const told = ofHint(hint, reason, about)
    if (told) return told
  }
  return undefined
}

function ofHint(hint: Hint, reason: ReasonCode, about: Case): Telling | undefined {
  const {invoice, language} = about
  switch (hint.kind) {
    case 'newRate': {
      const [service, from, to] = [
        maskedLine(hint.service),
        kronerText(hint.oldRate, language),
        kronerText(hint.newRate, language),
      ]
      const supplier = supplierText(
        hint.supplierCvr === invoice.supplierCvr ? invoice.supplierName : '',
        hint.supplierCvr,
      )
      return {
        key: ['newRate', hint.supplierCvr, service, jsonKroner(hint.oldRate), jsonKroner(hint.newRate)],
        text:
          language === 'da'
            ? `Ny takst for ${service} hos ${supplier}: ret ${from} til ${to} på bevillingerne.`
            : `New rate for ${service} with ${supplier}: change ${from} to ${to} on the grants.`,
      }
    }
    case 'billingUnknown':
    case 'billingsDiffer': {
      const [supplier, key] = [supplierOf(about), billingKey(invoice.supplierCvr)]
      return {
        key: ['billing', invoice.supplierCvr],
        text:
          language === 'da'
            ? `Sæt ${key} i bills.yaml til arrears eller advance for ${supplier}, hvis leverandøren altid fakturerer bagud eller forud; ellers bed om perioden på hver linje.`
            : `Set ${key} in bills.yaml to arrears or advance for ${supplier} if it always bills so; else ask for the period on each line.`,
      }
    }
    case 'mappingKeys': {
      if (reason !== 'MAPPING_MISSING' && reason !== 'MAPPING_AMBIGUOUS') return undefined
      const {kind, ...keys} = hint
      const missing = reason === 'MAPPING_MISSING'
      const shown = mappingKeysText(keys, language)
      return {
        key: [kind, keys.paragraph, keys.ownership, keys.targetGroup, keys.service].map((key) => key.toLowerCase()),
        text:
          language === 'da'
            ? `${missing ? 'Tilføj en række i støttearket' : 'Ret støttearket, så netop én række passer bedst'}: ${shown}.`
            : `${missing ? 'Add a row to the support sheet' : 'Correct the support sheet so that just one row fits best'}: ${shown}.`,
      }
    }
    case 'account': {
      const {account, pspElement, successor, problem} = hint
      const place =
        language === 'da'
          ? `Artskonto ${account} / PSP-element ${pspElement}`
          : `Account ${account} / PSP element ${pspElement}`
      const [da, en] = successor
        ? [`sæt ${successor} i støttearket.`, `put ${successor} into the support sheet.`]
        : ['sæt et andet i støttearket.', 'put another into the support sheet.']
      return {
        key: ['account', account, pspElement, successor, problem],
        text: `${place} ${accountProblem(problem, language)}: ${language === 'da' ? da : en}`,
      }
    }
    case 'unreadableRow': {
      if (reason !== 'GRANT_UNREADABLE') return undefined
      const file = maskedLine(hint.file)
      return {
        key: ['row', hint.file, String(hint.row)],
        text: language === 'da' ? `Ret række ${hint.row} i ${file}.` : `Correct row ${hint.row} of ${file}.`,
      }
    }
    case 'onlyPaidTo':
      return {
        key: ['paidTo', hint.grantId],
        text:
          language === 'da'
            ? `Ret Betalt til på bevilling ${hint.grantId}, hvis perioden ikke er betalt.`
            : `Correct Betalt til of grant ${hint.grantId} if the period has not been paid.`,
      }
    case 'inactiveGrantFits':
      return {
        key: ['inactive', hint.grantId],
        text:
          language === 'da'
            ? `Ret status på bevilling ${hint.grantId}, hvis den er bevilget.`
            : `Correct the status of grant ${hint.grantId} if it has been granted.`,
      }
    default:
      return undefined
  }
}

/** A bill that seems to be missing: with it at hand, those that wait for it can be told apart. */
function byGap(about: Case): Telling | undefined {
  const {line, language} = about
  const {doubt} = line.evidence
  if (doubt?.kind !== 'gap') return undefined
  const month = monthText(doubt.month as Month, language)
  const ids = listText(doubt.grantIds, language, 5)
  return {
    key: ['gap', ...doubt.grantIds, doubt.month],
    text:
      language === 'da'
        ? `Find regningen for ${month} fra ${supplierOf(about)} (bevilling ${ids}), eller afklar, at den aldrig kommer.`
        : `Find the bill for ${month} from ${supplierOf(about)} (grant ${ids}), or make sure that it never comes.`,
  }
}

const byCode: Partial<Record<ReasonCode, (about: Case) => Telling>> = {
  ROW_INVALID: (about) => {
    const {invoice, language} = about
    const [problem] = invoice.problems
    const what = problem ? describeProblem({...problem, value: ''}, language) : catalogue.ROW_INVALID.sentence[language]
    const supplier = supplierOf(about)
    return {
      key: [invoice.supplierCvr, problem?.column ?? '', problem?.expected ?? ''],
      text: language === 'da' ? `Ret regninger fra ${supplier}: ${what}.` : `Correct bills from ${supplier}: ${what}.`,
    }
  },
  SUPPLIER_UNKNOWN: (about) => ({
    key: [about.invoice.supplierCvr],
    text:
      about.language === 'da'
        ? `Opret ${supplierOf(about)} på bevillingerne, eller sæt CVR-nummeret i billsAs for den leverandør, den fakturerer for.`
        : `Register ${supplierOf(about)} on the grants, or put its CVR number into billsAs of the supplier that it bills for.`,
  }),
  CITIZEN_UNKNOWN: citizenAndSupplier,
  NO_GRANT_WITH_SUPPLIER: citizenAndSupplier,
  GRANT_NOT_VALID: nearestGrant,
  AMOUNT_MISMATCH: nearestGrant,
  PERIOD_MISMATCH: nearestGrant,
  GRANT_AMBIGUOUS: nearestGrant,
}

/** One citizen's grant with one supplier, whom the text shows masked. */
function citizenAndSupplier(about: Case): Telling {
  const {line, invoice, language} = about
  const [citizen, supplier] = [line.citizen ? maskCpr(line.citizen) : '', supplierOf(about)]
  return {
    key: [line.citizen ?? '', invoice.supplierCvr],
    text:
      language === 'da'
        ? `Opret en bevilling til ${citizen} hos ${supplier}, eller få regningen rettet.`
        : `Register a grant for ${citizen} with ${supplier}, or have the bill corrected.`,
  }
}

/** Grants that a caseworker looks at: one look frees all bills that wait for just these. */
function nearestGrant(about: Case): Telling {
  const {line, language} = about
  const {nearest} = line.evidence
  const reason = line.reason ?? 'AMOUNT_MISMATCH'
  if (nearest.length === 0) return bySupplier(reason, about)
  const {sentence, remedy} = catalogue[reason]
  const ids = listText(nearest, language, 5)
  return {
    key: ['grants', ...nearest],
    text: `${language === 'da' ? 'Bevilling' : 'Grant'} ${ids}: ${sentence[language]} ${remedy[language]}`,
  }
}

function bySupplier(reason: ReasonCode, about: Case): Telling {
  const {sentence, remedy} = catalogue[reason]
  const {language} = about
  return {
    key: ['supplier', about.invoice.supplierCvr],
    text: `${supplierOf(about)}: ${sentence[language]} ${remedy[language]}`,
  }
}

const supplierOf = ({invoice}: Case): string => supplierText(invoice.supplierName, invoice.supplierCvr)
