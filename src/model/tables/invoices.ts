/** The table of invoices (`formats.md`, Invoices): one row for each line of an invoice. */
import {cprAliases, cvrAliases, optional, required, requiredColumn} from './field.ts'

export const invoiceFields = {
  documentNumber: optional('oneLine', 'Bilagsnummer', [
    'Bilagsnr',
    'Bilag',
    'Dokumentnummer',
    'Dokumentnr',
    'Dokument-id',
  ]),
  invoiceNumber: required('oneLine', 'Fakturanummer', ['Fakturanr', 'Faktura', 'Faktura-id']),
  documentType: optional('documentType', 'Type', ['Dokumenttype', 'Bilagstype']),
  lineNumber: optional('oneLine', 'Linje', ['Linjenr', 'Linjenummer']),
  issueDate: required('date', 'Fakturadato', ['Dato', 'Bilagsdato', 'Udstedelsesdato']),
  dueDate: optional('date', 'Forfaldsdato', ['Betalingsfrist', 'Forfald', 'Betalingsdato']),
  supplierCvr: requiredColumn('statedCvr', 'CVR-nummer', cvrAliases),
  supplierName: optional('oneLine', 'Leverandør', ['Leverandørnavn', 'Kreditor', 'Kreditornavn']),
  citizenCpr: optional('statedCpr', 'CPR-nummer', cprAliases),
  amount: required('amount', 'Beløb', ['Linjebeløb', 'Beløb i DKK', 'Beløb DKK', 'Beløb inkl. moms']),
  gln: optional('gln', 'EAN-nummer', ['EAN', 'EAN-nr', 'GLN', 'GLN-nummer']),
  vat: optional('amount', 'Moms', ['Momsbeløb']),
  total: optional('amount', 'Fakturatotal', ['Total', 'Fakturabeløb', 'Totalbeløb']),
  currency: optional('currency', 'Valuta', ['Valutakode']),
  periodFrom: optional('date', 'Periode fra', ['Ydelsesperiode fra', 'Fra', 'Periodestart']),
  periodTo: optional('date', 'Periode til', ['Ydelsesperiode til', 'Til', 'Periodeslut']),
  quantity: optional('number', 'Antal', ['Mængde']),
  unitPrice: optional('amount', 'Enhedspris', ['Pris', 'Stykpris']),
  text: optional('text', 'Tekst', ['Beskrivelse', 'Bemærkning', 'Fakturatekst', 'Linjetekst']),
}
