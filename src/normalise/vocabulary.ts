/**
 * The words that cells hold (`formats.md`, Invoices and Grants): units, status, yes and no, types of document,
 * paragraphs. Takes the text of a cell and, with the words of `values` in `bills.yaml`, returns what it means.
 */
import type {Config} from '../config/schema.ts'
import {foldText} from '../model/accounts.ts'
import type {Unit} from '../model/grant.ts'
import type {DocumentType} from '../model/invoice.ts'

const unitWords: Readonly<Record<Unit, string>> = {
  Måned: 'måned måneder mdr md mnd månedlig månedligt månedspris månedstakst månedsvis maaned',
  Døgn: 'døgn døgnpris døgntakst doegn',
  Dag: 'dag dage dagspris dagpris dagstakst dagtakst hverdag arbejdsdag',
  Uge: 'uge uger ugepris ugetakst ugentlig ugentligt',
  Time: 'time timer timepris timetakst',
  År: 'år årlig årligt årspris årstakst aar',
  Engang: 'engang engangs engangsbeløb engangsydelse engangspris',
}
const units = new Map(
  Object.entries(unitWords).flatMap(([unit, words]) => words.split(' ').map((word) => [word, unit as Unit])),
)

/** `pr. måned`, `md.`, `døgnpris` → the unit; undefined where no word says it. */
export function readUnit(text: string, {values}: Config): Unit | undefined {
  const configured = lookUp(values.unit, text)
  if (configured) return configured
  const word = foldText(text)
    .replace(/^(?:kr\.?\s*)?(?:pr\.?|per|\/)\s*/, '')
    .replaceAll(/[.\s]/g, '')
  return units.get(word)
}

const counting = new Set(['', 'aktiv', 'bevilget', 'godkendt', 'afsluttet'])

/** Every word that is not known to count does not. */
export function statusCounts(text: string, {values}: Config): boolean {
  const configured = lookUp(values.status, text)
  return configured ? configured === 'counts' : counting.has(foldText(text))
}

/** Undefined where it is neither. */
export function readYesNo(text: string, {values}: Config): boolean | undefined {
  const word = foldText(text)
  if (values.yes.some((yes) => foldText(yes) === word) || ['ja', 'j', '1', 'x', 'true', 'sand'].includes(word))
    return true
  return ['nej', 'n', '0', 'false', 'falsk'].includes(word) ? false : undefined
}

/** An invoice where empty; undefined for a word that is neither (`Rykker`, `Proforma`). */
export function readDocumentType(text: string, {values}: Config): DocumentType | undefined {
  const configured = lookUp(values.documentType, text)
  const word = configured ? foldText(configured) : foldText(text).replaceAll(/[\s-]/g, '')
  if (['', 'faktura', 'invoice'].includes(word)) return 'invoice'
  return ['kreditnota', 'creditnote'].includes(word) ? 'creditNote' : undefined
}

function lookUp<Value>(words: Readonly<Record<string, Value>>, text: string): Value | undefined {
  const wanted = foldText(text)
  return Object.entries(words).find(([word]) => foldText(word) === wanted)?.[1]
}

const serviceLaw = /^(?:i )?(?:sel|servicelovens?|servicelov|lov om social service)$/
const reference = /(?:jf\.?\s*§{0,2}|stk\.?|nr\.?|litra|pkt\.?)\s*\d+[a-z]?(?:\s*(?:og|eller|,|-)\s*\d{1,2}(?!\d))*/giu
const secondSection = /§|^[\s.,]*(?:og|eller|samt|[/&+])\s*\d{2,3}(?!\d)|^[\s.]*[,-]\s*\d{3}(?!\d)/iu

/** `§ 104 i barnets lov` and nothing else: one law, by a short name in capitals or a name with «lov» in it. */
const ofLaw =
  /^[\s.,]*i (?<name>[A-ZÆØÅ]{2,4}|(?:\p{L}+ )?\p{L}*lov(?:en)?|[Ll]ov om(?: (?!og |eller |jf)\p{L}+){1,4})[\s.]*$/u

/**
 * `SEL § 107, stk. 2, nr. 1` → `107`; `STU` → `STU`; another law's name stays (`BL 104`). Undefined where no section
 * is named, or several, or where something after it may be another law.
 */
export function readParagraph(text: string): string | undefined {
  const clean = text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
  if (/^(?:lov om )?(?:stu(?![\p{L}])|særligt? tilrettelagt)/iu.test(clean)) return 'STU'
  const found =
    /^(?<law>[^\d§]*?)[\s,-]*§{0,2}\s*(?<number>\d{1,3})(?:(?!\s?i\s\p{L})\s?(?<letter>[a-zæøå]))?(?![\p{L}\d])(?<rest>.*)$/iu.exec(
      clean,
    )
  const {law = '', number = '', letter = '', rest = ''} = found?.groups ?? {}
  if (!number || secondSection.test(rest.replaceAll(reference, ' '))) return undefined
  const section = `${Number(number)}${letter.toLowerCase()}`
  const after = rest
    .replaceAll(/(?:stk|nr|litra|pkt|jf)\.?|[\d.,;:()/§-]/giu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const lawAfter = law === '' ? ofLaw.exec(rest.replaceAll(reference, ' '))?.groups?.name : undefined
  if (lawAfter && !isServiceLaw(lawAfter)) return `${lawName(lawAfter)} ${section}`
  if (/lov|bekendtgørelse/i.test(after) && !isServiceLaw(after)) return undefined
  if (/(?<![\p{L}])\p{Lu}{2,}(?![\p{L}])/u.test(after) && !isServiceLaw(after)) return undefined
  const name = law
    .replace(/(?:^|\s)(?:paragraf|pgf)\.?$/iu, '')
    .replaceAll(/[.,-]+$/g, '')
    .trim()
  if (name === '' || isServiceLaw(name)) return section
  return `${lawName(name)} ${section}`
}

const lawName = (name: string): string =>
  name.length <= 4 ? name.toUpperCase() : name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()

/** `Serviceloven (SEL)`: all of its names are names of that law. */
const isServiceLaw = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[(),]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .every((name) => serviceLaw.test(name))
