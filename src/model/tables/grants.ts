/** The table of grants (`formats.md`, Grants): one row for each rate period of a grant. */
import {cprAliases, cvrAliases, optional, required, requiredColumn} from './field.ts'

export const grantFields = {
  grantId: required('oneLine', 'Bevillings-id', ['BevillingsID', 'Bevilling', 'Bevillingsnummer', 'Bevillingsnr']),
  citizenCpr: required('cpr', 'CPR-nummer', cprAliases),
  supplierCvr: required('cvr', 'CVR-nummer', cvrAliases),
  supplierName: optional('text', 'Leverandør', ['Leverandørnavn']),
  paragraph: required('paragraph', 'Paragraf', ['Lovparagraf', '§', 'IndsatsParagraf']),
  service: required('oneLine', 'Indsats', ['Ydelse', 'Tilbud', 'YdelseNavn', 'Indsatsnavn']),
  rate: requiredColumn('amount', 'Takst', ['Pris', 'Beløb', 'Enhedspris']),
  unit: required('unit', 'Takstenhed', ['Enhed']),
  quantity: optional('number', 'Antal', ['Mængde', 'Timer pr. uge']),
  from: required('date', 'Startdato', ['Fra', 'Gyldig fra', 'IndsatsStartDato']),
  to: optional('date', 'Slutdato', ['Til', 'Gyldig til', 'IndsatsSlutDato']),
  targetGroup: requiredColumn('text', 'Målgruppe'),
  ownership: requiredColumn('text', 'Ejerforhold', ['Ejerform']),
  status: optional('status', 'Status', ['Indsatsstatus']),
  fixed: optional('yesNo', 'Fast', ['Fast bevilling']),
  paidTo: optional('date', 'Betalt til', ['Betalt til og med']),
  caseworker: optional('oneLine', 'Sagsbehandler'),
}
