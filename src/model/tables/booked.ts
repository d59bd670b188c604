/** What people posted by hand (`formats.md`, Booked by people). */
import {cprAliases, cvrAliases, optional, required} from './field.ts'

export const bookedFields = {
  supplierCvr: required('cvr', 'CVR-nummer', cvrAliases),
  citizenCpr: required('cpr', 'CPR-nummer', cprAliases),
  invoiceNumber: required('oneLine', 'Fakturanummer', ['Fakturanr', 'Faktura']),
  amount: required('amount', 'Beløb', ['Linjebeløb', 'Beløb i DKK']),
  periodFrom: required('date', 'Periode fra', ['Ydelsesperiode fra', 'Fra']),
  periodTo: required('date', 'Periode til', ['Ydelsesperiode til', 'Til']),
  documentNumber: optional('oneLine', 'Bilagsnummer', ['Bilagsnr', 'Dokumentnummer', 'Dokument-id']),
}
