/** The world as the tables that the program reads: cells are text, amounts in øre, dates, or nothing. */
import type {Bill, ChartRow, Grant, IsoDate, MappingRow, Rate} from './model.ts'

export type Cell =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'amount'; readonly ore: number}
  | {readonly kind: 'date'; readonly date: IsoDate}
  | null

export type Table = {readonly headers: readonly string[]; readonly rows: readonly (readonly Cell[])[]}

export const text = (value: string): Cell => (value === '' ? null : {kind: 'text', text: value})
const amount = (ore: number | null): Cell => (ore === null ? null : {kind: 'amount', ore})
const date = (day: IsoDate | null): Cell => (day === null ? null : {kind: 'date', date: day})

type Record = {readonly [header: string]: Cell}

/** One row for each line; `Linje` counts from 1 in each bill. */
export function invoiceTable(bills: readonly Bill[]): Table {
  return tableOf(
    bills.flatMap((bill) =>
      bill.lines.flatMap((line, at) => {
        const row: Record = {
          Bilagsnummer: text(bill.documentNumber),
          Fakturanummer: text(bill.invoiceNumber),
          Type: text(bill.type),
          Linje: text(String(at + 1)),
          Fakturadato: date(bill.issued),
          Forfaldsdato: date(bill.due),
          'CVR-nummer': text(bill.cvr),
          Leverandør: text(bill.supplierName),
          'CPR-nummer': text(line.citizen),
          Beløb: amount(line.amount),
          'EAN-nummer': text(bill.gln),
          Moms: amount(bill.vat),
          Fakturatotal: amount(bill.total),
          Valuta: text(bill.currency),
          'Periode fra': date(line.from),
          'Periode til': date(line.to),
          Antal: text(line.quantity),
          Enhedspris: amount(line.unitPrice),
          Tekst: text(line.text),
          ...overridden(bill.cells[at] ?? {}),
        }
        return bill.repeated.includes(at) ? [row, row] : [row]
      }),
    ),
  )
}

/** The register as it stood on a day: a rate that was not yet registered is not in it, and the one before it goes on. */
export function grantTable(grants: readonly Grant[], on: IsoDate): Table {
  return tableOf(
    grants.flatMap((grant) =>
      knownRates(grant, on).map(
        ({from, to, rate, quantity}): Record => ({
          'Bevillings-id': text(grant.id),
          'CPR-nummer': text(`${grant.citizen.slice(0, 6)}-${grant.citizen.slice(6)}`),
          'CVR-nummer': text(grant.supplier.cvr),
          Leverandør: text(grant.supplier.name),
          Paragraf: text(grant.paragraphText),
          Indsats: text(grant.service),
          Takst: amount(rate),
          Takstenhed: text(grant.unit),
          Antal: text((quantity ?? '').replace('.', ',')),
          Startdato: date(from),
          Slutdato: date(to),
          Målgruppe: text(grant.targetGroup),
          Ejerforhold: text(grant.ownership),
          Status: text(grant.status),
          Fast: text(grant.fixed ? '' : 'Nej'),
          'Betalt til': date(grant.paidTo),
          Sagsbehandler: text(grant.caseworker),
          ...overridden(grant.cells),
        }),
      ),
    ),
  )
}

/** The rates that the register shows on a day. */
export function knownRates({rates}: Pick<Grant, 'rates'>, on: IsoDate): Rate[] {
  const known = rates.filter(({registered}) => registered === null || registered <= on)
  const [last, end] = [known.at(-1), rates.at(-1)]
  return known.map((rate) => (rate === last && end ? {...rate, to: end.to} : rate))
}

export const mappingTable = (rows: readonly MappingRow[]): Table =>
  tableOf(
    rows.map((row) => ({
      Paragraf: text(row.paragraph),
      Ejerforhold: text(row.ownership),
      Målgruppe: text(row.targetGroup),
      Indsats: text(row.service),
      Art: text(row.account),
      'PSP-element': text(row.pspElement),
      'Gyldig fra': date(row.from),
      'Gyldig til': date(row.to),
      Bemærkning: text(row.note),
    })),
  )

export const chartTable = (rows: readonly ChartRow[]): Table =>
  tableOf(
    rows.map((row) => ({
      Type: text(row.type),
      Nummer: text(row.number),
      Tekst: text(row.text),
      'Gyldig fra': date(row.from),
      'Gyldig til': date(row.to),
      Spærret: text(row.blocked ? 'Ja' : ''),
      'Erstattet af': text(row.successor),
    })),
  )

const overridden = (cells: Readonly<{[header: string]: string}>): Record =>
  Object.fromEntries(Object.entries(cells).map(([header, value]) => [header, text(value)]))

function tableOf(records: readonly Record[]): Table {
  const headers = Object.keys(records[0] ?? {})
  return {headers, rows: records.map((record) => headers.map((header) => record[header] ?? null))}
}
