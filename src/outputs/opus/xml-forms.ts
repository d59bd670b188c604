/**
 * The forms of the elements of «Posteringer IND», and the columns of `opus.fixed` that have an element there. Part of
 * the layout in `xml.ts` (`formats.md`, The OPUS XML file).
 */
import type {OpusColumn} from './columns.ts'

/** What XML and OPUS can both hold, within the 16 bits that OPUS counts a character by; on one line. */
const text = (most: number): RegExp => new RegExp(`^[\\u0020-\\uD7FF\\uE000-\\uFFFD]{1,${most}}$`)
const digits = (most: number): RegExp => new RegExp(`^\\d{1,${most}}$`)

export const forms = {
  text,
  digits,
  /** The interface knows the years 2000 to 2059. */
  day: /^20[0-5]\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/,
  time: /^([01]\d|2[0-3])[0-5]\d[0-5]\d$/,
  amount: /^-?\d{1,12}\.\d{2}$/,
  system: /^[PQTDU]\d{2}CLNT\d{3}$/,
  fileName: /^ZFIR_KMD_Opus_Posteringer_IND_\d{3}_[A-Za-z0-9]{4}_\d{8}_\d{6}\.xml$/,
  municipality: /^(?!0+$)\d{3}$/,
  companyCode: /^(?!0+$)\d{1,4}$/,
  count: /^([2-9]|[1-9]\d{1,4})$/,
  id: /^[A-Z0-9]{16}$/,
  side: /^[DK]$/,
} as const

export type FixedElement = {readonly name: string; readonly form: RegExp}

/** Of the columns that `opus.fixed` may fill; one that is not here has no place in the XML file. */
export const fixedElements: Readonly<Partial<Record<OpusColumn, FixedElement>>> = {
  Omkostningssted: {name: 'COSTCENTER', form: text(10)},
  Ordre: {name: 'ORDERID', form: text(12)},
  Profitcenter: {name: 'PROFIT_CTR', form: text(10)},
  Netværk: {name: 'NETWORK', form: digits(12)},
  Operation: {name: 'ACTIVITY', form: text(4)},
  'Betalingsmodtagernr.kode': {name: 'PAYEE_NO_CODE', form: digits(2)},
  'Betalingsmodtagernr.': {name: 'PAYEE_NO', form: digits(15)},
  'Oplysningspligtmodtagernr.kode': {name: 'INFORM_DUTY_NO_C', form: digits(2)},
  'Oplysningspligtnr.': {name: 'INFORM_DUTY_NO', form: digits(15)},
  Oplysningspligtkode: {name: 'INFORM_DUTY_CODE', form: text(1)},
}

/** The order of a line's elements. */
export const lineOrder = [
  ...['DEB_CRED_IND', 'AMT_DOCCUR', 'VALUE_DATE', 'ITEM_TEXT', 'COSTCENTER', 'ORDERID', 'GL_ACCOUNT', 'PROFIT_CTR'],
  ...['NETWORK', 'ACTIVITY', 'WBS_ELEMENT', 'REF_KEY_3', 'PAYEE_NO_CODE', 'PAYEE_NO', 'SERV_REC_NO_CODE'],
  ...['SERV_REC_NO', 'INFORM_DUTY_NO_C', 'INFORM_DUTY_NO', 'INFORM_DUTY_CODE', 'ZZCSYSIDN', 'BENEFIT_VALFROM'],
  'BENEFIT_VALTO',
]
