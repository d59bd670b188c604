/** The support sheet (`formats.md`, Mapping): which account and PSP element the postings of a grant have. */
import {optional, required, requiredColumn} from './field.ts'

export const mappingFields = {
  paragraph: required('paragraph', 'Paragraf', ['Lovparagraf', '§']),
  ownership: requiredColumn('mappingKey', 'Ejerforhold', ['Ejerform']),
  targetGroup: requiredColumn('mappingKey', 'Målgruppe'),
  service: optional('mappingKey', 'Indsats', ['Ydelse', 'Tilbud']),
  account: required('account', 'Art', ['Artskonto']),
  pspElement: required('pspElement', 'PSP-element', ['PSP']),
  from: optional('date', 'Gyldig fra', ['Fra', 'Startdato']),
  to: optional('date', 'Gyldig til', ['Til', 'Slutdato']),
  note: optional('text', 'Bemærkning', ['Note']),
}
