/**
 * The layout of KMD's file interface «Posteringer IND», in this one place (`formats.md`, The OPUS XML file), as it is
 * known from public users of the interface: a root with prefix, children without namespace, elements in a fixed order.
 *
 * Written as text and not with a builder: the names are all our own, no element has an attribute, and what is in
 * them is compared with the form that the interface gives it. A value of another form is a fault and stops the run.
 */

import type {MatchConfig} from '../../config/schema.ts'
import {escapeXml} from '../../files/xlsx/xml.ts'
import {type IsoDate, monthOf} from '../../model/calendar.ts'
import {jsonKroner, negated, type Ore, sizeOf, sumOre, zeroOre} from '../../model/money.ts'
import type {Posting} from '../../model/posting.ts'
import type {RunStamp} from '../../model/run.ts'
import {compactDate} from '../../text/dates.ts'
import type {OpusColumn} from './columns.ts'
import type {OpusDocument, OpusXmlFile} from './documents.ts'
import {referenceKey} from './posting-csv.ts'
import {postingText} from './posting-text.ts'
import {contraPspElement} from './settings.ts'
import {fixedElements, forms, lineOrder} from './xml-forms.ts'

export const opusNamespace = 'http://kmd.dk/fir/posting/external'

/** A whole file, always in UTF-8. Throws a RangeError, that names the element, for a value of another form. */
export function opusXml(file: OpusXmlFile, stamp: RunStamp, config: MatchConfig): string {
  const days = {document: stamp.today, posting: config.opus.postingDate ?? stamp.today}
  const documents = file.documents.map((document): Element => {
    return ['POSTING_DOCUMENT', [header(document, stamp.runId, days, config), lines(document, days, config)]]
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<ns1:FinancePostingRequest xmlns:ns1="${opusNamespace}">`,
    ...[control(file, config), ...documents].map((element) => written(element, '  ')),
    '</ns1:FinancePostingRequest>\n',
  ].join('\n')
}

type Element = readonly [name: string, content: string | readonly Element[]]
type Days = {readonly document: IsoDate; readonly posting: IsoDate}

function control({name, day, time}: OpusXmlFile, {municipality = '', opus: {xml}}: MatchConfig): Element {
  const receiver = `${xml.environment}CLNT${xml.client || municipality}`
  return [
    'CONTROL_FIELDS',
    [
      field('SENDERID', forms.system, xml.sender || receiver),
      field('RECEIVER', forms.system, receiver),
      field('FILE_NAME', forms.fileName, name),
      field('SEND_DATE', forms.day, day),
      field('SEND_TIME', forms.time, time),
    ],
  ]
}

function header(document: OpusDocument, runId: string, days: Days, config: MatchConfig): Element {
  const {municipality = '', opus} = config
  const balance = sumOre(document.postings.map(({amount}) => sizeOf(amount)))
  return [
    'HEADER',
    [
      field('NO_DOC_POSITION', forms.count, String(document.postings.length * 2)),
      field('BALANCE_DEBET', forms.amount, jsonKroner(balance)),
      field('BALANCE_CREDIT', forms.amount, jsonKroner(negated(balance))),
      field('MUNICIPALITY', forms.municipality, municipality),
      field('COMP_CODE', forms.companyCode, opus.xml.companyCode),
      field('DOC_DATE', forms.day, compactDate(days.document)),
      field('PSTNG_DATE', forms.day, compactDate(days.posting)),
      field('RECEIV_DOC', forms.id, document.id),
      field('HEADER_TXT', forms.text(25), headerText(document, runId)),
      field('XREF1_HD', forms.text(20), runId),
      ...wherePossible('XBLNR_ALT', forms.text(26), referenceKey(document)),
    ],
  ]
}

/** `2026-03 20260408-101500`: the last month that the document is for; the run alone where a second one is too long. */
function headerText({postings}: OpusDocument, runId: string): string {
  const last = postings.map(({period}) => monthOf(period.to)).reduce((a, b) => (a > b ? a : b))
  return [`${last} ${runId}`, runId].find((text) => text.length <= 25) ?? ''
}

function lines({postings}: OpusDocument, days: Days, config: MatchConfig): Element {
  return ['LINES', postings.flatMap((posting, index) => pair(posting, index * 2 + 1, days, config))]
}

/** On the account and, equal and opposite, on the contra account; a reversal the other way round. */
function pair(posting: Posting, number: number, days: Days, config: MatchConfig): [Element, Element] {
  const {opus} = config
  const {account, pspElement, amount} = posting
  const both: readonly Element[] = [
    field('VALUE_DATE', forms.day, compactDate(days.posting)),
    field('ITEM_TEXT', forms.text(50), carried(postingText(posting, opus.textLength))),
    field('SERV_REC_NO_CODE', forms.digits(2), '02'),
    field('SERV_REC_NO', forms.digits(15), posting.citizen),
    field('ZZCSYSIDN', forms.text(4), opus.xml.supplierId),
    field('BENEFIT_VALFROM', forms.day, compactDate(posting.period.from)),
    field('BENEFIT_VALTO', forms.day, compactDate(posting.period.to)),
    ...fixedFields(opus.fixed),
  ]
  const [own, contra] = amount < zeroOre ? (['K', 'D'] as const) : (['D', 'K'] as const)
  const line = (fields: {side: string; account: string; psp: string; amount: Ore}, position: number): Element => [
    'LINE',
    inOrder([
      field('DEB_CRED_IND', forms.side, fields.side),
      field('AMT_DOCCUR', forms.amount, jsonKroner(fields.amount)),
      field('GL_ACCOUNT', forms.text(10), fields.account),
      ...(fields.psp === '' ? [] : [field('WBS_ELEMENT', forms.text(24), fields.psp)]),
      field('REF_KEY_3', forms.digits(20), String(position)),
      ...both,
    ]),
  ]
  return [
    line({side: own, account, psp: pspElement, amount}, number),
    line({side: contra, account: opus.contraAccount, psp: contraPspElement(opus), amount: negated(amount)}, number + 1),
  ]
}

const fixedFields = (fixed: Readonly<Record<string, string>>): Element[] =>
  Object.entries(fixed).flatMap(([column, value]) => {
    const element = fixedElements[column as OpusColumn]
    return element && value !== '' ? [field(element.name, element.form, value)] : []
  })

const inOrder = (elements: readonly Element[]): Element[] =>
  elements.toSorted(([a], [b]) => lineOrder.indexOf(a) - lineOrder.indexOf(b))

/** Composed letters; what has no place in XML or in 16 bits becomes a question mark. */
const carried = (text: string): string => text.normalize('NFC').replaceAll(/[^\u0020-\uD7FF\uE000-\uFFFD]/gu, '?')

/** Nothing where the value, letter by letter, does not fit. */
function wherePossible(name: string, form: RegExp, value: string): Element[] {
  const text = value.normalize('NFC')
  return form.test(text) ? [[name, text]] : []
}

/** The value is left out of the message: it may be a CPR number. */
function field(name: string, form: RegExp, value: string): Element {
  if (!form.test(value)) throw new RangeError(`${name} of the XML file for OPUS has not the form that it should have`)
  return [name, value]
}

function written([name, content]: Element, indent: string): string {
  if (typeof content === 'string') return `${indent}<${name}>${escapeXml(content)}</${name}>`
  const inner = content.map((element) => `${written(element, `${indent}  `)}\n`).join('')
  return `${indent}<${name}>\n${inner}${indent}</${name}>`
}
