/** The columns of each table (`formats.md`): the field, its own header, and the headers it may have instead. */
export type TableKind = 'invoices' | 'grants' | 'mapping' | 'chart' | 'booked'

export type FieldSpec = {
  readonly field: string
  readonly header: string
  readonly aliases: readonly string[]
  /** The table must have this column. Whether a cell may be empty is the row's matter. */
  readonly required: boolean
}

const field = (name: string, header: string, aliases: readonly string[], required = false): FieldSpec => ({
  field: name,
  header,
  aliases: [...aliases, name],
  required,
})

const cvr = ['CVR', 'CVR-nr', 'Leverandørens CVR', 'Leverandør CVR', 'Kreditors CVR']
const cpr = ['CPR', 'CPR-nr', 'Borgers CPR', 'Borgerens CPR', 'Borger CPR']

export const tableFields: Readonly<Record<TableKind, readonly FieldSpec[]>> = {
  invoices: [
    field('documentNumber', 'Bilagsnummer', ['Bilagsnr', 'Bilag', 'Dokumentnummer', 'Dokumentnr', 'Dokument-id']),
    field('invoiceNumber', 'Fakturanummer', ['Fakturanr', 'Faktura', 'Faktura-id'], true),
    field('documentType', 'Type', ['Dokumenttype', 'Bilagstype']),
    field('lineNumber', 'Linje', ['Linjenr', 'Linjenummer']),
    field('issueDate', 'Fakturadato', ['Dato', 'Bilagsdato', 'Udstedelsesdato'], true),
    field('dueDate', 'Forfaldsdato', ['Betalingsfrist', 'Forfald', 'Betalingsdato']),
    field('supplierCvr', 'CVR-nummer', cvr, true),
    field('supplierName', 'Leverandør', ['Leverandørnavn', 'Kreditor', 'Kreditornavn']),
    field('citizenCpr', 'CPR-nummer', cpr),
    field('amount', 'Beløb', ['Linjebeløb', 'Beløb i DKK', 'Beløb DKK', 'Beløb inkl. moms'], true),
    field('gln', 'EAN-nummer', ['EAN', 'EAN-nr', 'GLN', 'GLN-nummer']),
    field('vat', 'Moms', ['Momsbeløb']),
    field('total', 'Fakturatotal', ['Total', 'Fakturabeløb', 'Totalbeløb']),
    field('currency', 'Valuta', ['Valutakode']),
    field('periodFrom', 'Periode fra', ['Ydelsesperiode fra', 'Fra', 'Periodestart']),
    field('periodTo', 'Periode til', ['Ydelsesperiode til', 'Til', 'Periodeslut']),
    field('quantity', 'Antal', ['Mængde']),
    field('unitPrice', 'Enhedspris', ['Pris', 'Stykpris']),
    field('text', 'Tekst', ['Beskrivelse', 'Bemærkning', 'Fakturatekst', 'Linjetekst']),
  ],
  grants: [
    field('grantId', 'Bevillings-id', ['BevillingsID', 'Bevilling', 'Bevillingsnummer', 'Bevillingsnr'], true),
    field('citizenCpr', 'CPR-nummer', cpr, true),
    field('supplierCvr', 'CVR-nummer', cvr, true),
    field('supplierName', 'Leverandør', ['Leverandørnavn']),
    field('paragraph', 'Paragraf', ['Lovparagraf', '§', 'IndsatsParagraf'], true),
    field('service', 'Indsats', ['Ydelse', 'Tilbud', 'YdelseNavn', 'Indsatsnavn'], true),
    field('rate', 'Takst', ['Pris', 'Beløb', 'Enhedspris'], true),
    field('unit', 'Takstenhed', ['Enhed'], true),
    field('quantity', 'Antal', ['Mængde', 'Timer pr. uge']),
    field('from', 'Startdato', ['Fra', 'Gyldig fra', 'IndsatsStartDato'], true),
    field('to', 'Slutdato', ['Til', 'Gyldig til', 'IndsatsSlutDato']),
    field('targetGroup', 'Målgruppe', [], true),
    field('ownership', 'Ejerforhold', ['Ejerform'], true),
    field('status', 'Status', ['Indsatsstatus']),
    field('fixed', 'Fast', ['Fast bevilling']),
    field('paidTo', 'Betalt til', ['Betalt til og med']),
    field('caseworker', 'Sagsbehandler', []),
  ],
  mapping: [
    field('paragraph', 'Paragraf', ['Lovparagraf', '§'], true),
    field('ownership', 'Ejerforhold', ['Ejerform'], true),
    field('targetGroup', 'Målgruppe', [], true),
    field('service', 'Indsats', ['Ydelse', 'Tilbud']),
    field('account', 'Art', ['Artskonto'], true),
    field('pspElement', 'PSP-element', ['PSP'], true),
    field('from', 'Gyldig fra', ['Fra', 'Startdato']),
    field('to', 'Gyldig til', ['Til', 'Slutdato']),
    field('note', 'Bemærkning', ['Note']),
  ],
  chart: [
    field('type', 'Type', [], true),
    field('number', 'Nummer', ['Nr'], true),
    field('text', 'Tekst', ['Navn', 'Betegnelse']),
    field('from', 'Gyldig fra', ['Fra']),
    field('to', 'Gyldig til', ['Til']),
    field('blocked', 'Spærret', []),
    field('successor', 'Erstattet af', ['Efterfølger']),
  ],
  booked: [
    field('supplierCvr', 'CVR-nummer', cvr, true),
    field('citizenCpr', 'CPR-nummer', cpr, true),
    field('invoiceNumber', 'Fakturanummer', ['Fakturanr', 'Faktura'], true),
    field('amount', 'Beløb', ['Linjebeløb', 'Beløb i DKK'], true),
    field('periodFrom', 'Periode fra', ['Ydelsesperiode fra', 'Fra'], true),
    field('periodTo', 'Periode til', ['Ydelsesperiode til', 'Til'], true),
    field('documentNumber', 'Bilagsnummer', ['Bilagsnr', 'Dokumentnummer', 'Dokument-id']),
  ],
}

/** Headers are compared without case, spaces, hyphens, dots and slashes. */
export const foldHeader = (header: string): string =>
  header
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s./\u2010-\u2014-]/g, '')
